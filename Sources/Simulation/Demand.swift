/// What the services ask of a team in a month.
struct Demand {
  var asked = ByWorkKind()
  var pages = 0.0

  /// Adds one service's part; toil is `toilFactor` times today's.
  mutating func add(
    _ service: ServiceModel, part: Double, pages: Double, toilFactor: Double, rules: Rules
  ) {
    self.pages += pages * part
    asked[.incidents] +=
      pages * rules.effortPerPage * service.handlingFactor * part
    asked[.compliance] += service.complianceHours * part
    asked[.upkeep] += (service.upkeepHours + service.toilHours * toilFactor) * part
  }
}
