import Testing

/// What the plan of one scenario of a shipped experiment says, by hires only.
struct PlanExperiment {
  let scenario: String
  let document: [String: Any]
  /// By team, with backfills only.
  private let teams: [[[String: Any]]]

  init(_ model: String, scenario: String) throws {
    self.scenario = scenario
    document = try Binary().run(
      "plan", Shipped.model(model), "--quick", "--scenario", scenario, "--strategy", "in-house",
      "--format",
      "json"
    ).document
    let strategies = try #require(document["strategies"] as? [[String: Any]])
    let asIs = try #require(strategies.first { $0["strategy"] as? String == "as-is" })
    let teams = try #require(asIs["teams"] as? [[String: Any]])
    self.teams = try teams.map { try #require($0["months"] as? [[String: Any]]) }
  }

  /// Indices of the plan's months.
  var months: Range<Int> { teams[0].indices }

  /// A figure of a team in a month; negative months count from the end.
  func figure(_ name: String, _ month: Int, team: Int = 0) throws -> Double {
    try #require(self.month(month, team)[name] as? Double)
  }

  /// Hours of a kind of work that a team's services ask for.
  func asked(_ kind: String, _ month: Int, team: Int = 0) throws -> Double {
    let asked = try #require(self.month(month, team)["askedHours"] as? [String: Any])
    return try #require(asked[kind] as? Double)
  }

  func people(_ month: Int, team: Int = 0) throws -> Double {
    let people = try #require(self.month(month, team)["headcount"] as? [String: Double])
    return people.values.reduce(0, +)
  }

  private func month(_ month: Int, _ team: Int) -> [String: Any] {
    teams[team][month < 0 ? teams[team].count + month : month]
  }
}
