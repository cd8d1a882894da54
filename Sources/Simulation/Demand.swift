/// What the services ask of a team in a month.
struct Demand {
  var asked = ByWorkKind()
  /// Pages that came.
  var pages = 0.0
  /// Pages that were to be expected.
  var expectedPages = 0.0
  /// Set of the team's sites that can carry their day; see ``RotaSites``.
  var sites = 0
  /// Pages that wake because users elsewhere are awake, beside those that would wake anyway.
  var sleepPages = 0.0
  /// The same off work and not asleep.
  var offPages = 0.0

  /// Adds one service's part; toil is `toilFactor` times today's, and work takes `effort` times as
  /// long as for people who know what it needs.
  ///
  /// The service is named by its index: a copy of its model would count references at every step.
  mutating func add(
    _ service: Int, of model: StaffingModel, part: Double, pages: Double, toilFactor: Double,
    effort: Double
  ) {
    self.pages += pages * part
    asked[.incidents] +=
      pages * model.rules.effortPerPage * model.services[service].handlingFactor * part
      * effort
    asked[.compliance] += model.services[service].complianceHours * part
    asked[.upkeep] +=
      (model.services[service].upkeepHours + model.services[service].toilHours * toilFactor) * part
      * effort
  }
}
