/// Everything cadre knows about one organisation under one scenario.
///
/// References between parts are indices into the arrays here, in the order of the model file, so
/// that engines never look up names.
package struct Organization: Sendable {
  package var name: String
  /// ISO 4217 code; every amount of money is in it.
  package var currency: String
  /// The first month planned.
  package var start: YearMonth
  /// Months planned, 1 to 60.
  package var months: Int
  package var drivers: [Driver]
  package var events: [TrafficEvent]
  package var regions: [Region]
  /// Ordered by standing.
  package var levels: [Level]
  package var teams: [Team]
  package var services: [Service]
  package var hiring: Hiring
  package var partners: [Partner]
  package var policy: Policy
  package var assumptions: Assumptions
  /// Ids of all that services may need and people may hold: ``Competency/ids`` and the model's own.
  package var competencies: [String]
  /// Reliability work that is planned whatever services ask for.
  package var work: [PlannedWork]
  /// `base` or the id of one of ``scenarios``.
  package var scenario: String
  /// Ids of all scenarios of the model file beside `base`.
  package var scenarios: [String]

  package init(
    name: String, currency: String, start: YearMonth, months: Int, drivers: [Driver],
    events: [TrafficEvent] = [], regions: [Region] = [], levels: [Level], teams: [Team],
    services: [Service],
    hiring: Hiring, partners: [Partner] = [], policy: Policy, assumptions: Assumptions,
    competencies: [String] = Competency.ids, work: [PlannedWork] = [], scenario: String = "base",
    scenarios: [String] = []
  ) {
    self.name = name
    self.currency = currency
    self.start = start
    self.months = months
    self.drivers = drivers
    self.events = events
    self.regions = regions
    self.levels = levels
    self.teams = teams
    self.services = services
    self.hiring = hiring
    self.partners = partners
    self.policy = policy
    self.assumptions = assumptions
    self.competencies = competencies
    self.work = work
    self.scenario = scenario
    self.scenarios = scenarios
  }
}
