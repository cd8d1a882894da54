package import Organization
package import Simulation

/// One course of things that a plan may meet: an organisation, and what traffic does to it.
package struct RobustScenario: Sendable {
  package var organization: Organization
  package var traffic: TrafficOutlook

  package init(_ organization: Organization, traffic: TrafficOutlook) {
    self.organization = organization
    self.traffic = traffic
  }

  package var name: String { organization.scenario }

  /// What keeps scenarios from being futures of one organisation.
  package enum Obstacle: Hashable, Sendable {
    /// There is nothing to be prepared for.
    case single
    /// A scenario has other teams, levels, partners, drivers or months than the first, so that what
    /// is decided today cannot be the same in both.
    case differs(scenario: String, kind: String)
  }

  /// Why one plan cannot be made for all of these; `nil` where it can.
  package static func obstacle(to scenarios: [RobustScenario]) -> Obstacle? {
    guard let first = scenarios.first?.organization, scenarios.count > 1 else { return .single }
    for scenario in scenarios.dropFirst() {
      let other = scenario.organization
      let kinds = [
        ("teams", first.teams.map(\.id) == other.teams.map(\.id)),
        ("levels", first.levels.map(\.id) == other.levels.map(\.id)),
        ("partners", first.partners.map(\.id) == other.partners.map(\.id)),
        ("drivers", first.drivers.map(\.id) == other.drivers.map(\.id)),
        ("months", first.months == other.months && first.start == other.start),
      ]
      if let kind = kinds.first(where: { !$0.1 })?.0 {
        return .differs(scenario: scenario.name, kind: kind)
      }
    }
    return nil
  }

  /// The same, but that freezes which come in some scenarios only begin after the first stage.
  ///
  /// What is decided before anybody knows which scenario it is cannot depend on a freeze that only one
  /// of them brings.
  ///
  /// - Returns: the scenarios, and the names of those whose freeze was moved.
  static func knowingNothing(
    _ scenarios: [RobustScenario], before month: Int
  ) -> (scenarios: [RobustScenario], moved: [String]) {
    let early = scenarios.map { scenario -> ClosedRange<YearMonth>? in
      guard let freeze = scenario.organization.hiring.freeze else { return nil }
      let start = scenario.organization.start
      let end = start + (month - 1)
      guard freeze.lowerBound <= end, freeze.upperBound >= start else { return nil }
      return max(start, freeze.lowerBound)...min(end, freeze.upperBound)
    }
    guard Set(early).count > 1 else { return (scenarios, []) }
    var moved = [String]()
    let later = zip(scenarios, early).map { scenario, early in
      guard early != nil, let freeze = scenario.organization.hiring.freeze else { return scenario }
      moved.append(scenario.name)
      let known = scenario.organization.start + month
      var scenario = scenario
      scenario.organization.hiring.freeze =
        known <= freeze.upperBound ? known...freeze.upperBound : nil
      return scenario
    }
    return (later, moved)
  }
}
