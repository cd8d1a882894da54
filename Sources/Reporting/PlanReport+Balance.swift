import Organization
import Planning
import Simulation

extension PlanReport {
  /// What the recommended plan's hours go to, with speed and stability side by side.
  var balance: [Page.Block] {
    let quarters = WorkBalance.quarters(of: organization.teams.indices, in: best.expected)
    guard quarters.contains(where: { $0.hours > 0 }) else { return [] }
    var table = TextTable(columns: [
      .init("quarter from"), .init("hours", .right, dropRank: 1), .init("features", .right),
      .init("reliability", .right), .init("scaling", .right), .init("upkeep", .right),
      .init("slip", .right), .init("stability", .right),
    ])
    for quarter in quarters {
      let share = { (hours: Double) -> TextTable.Cell in
        .init(NumberText.percent(quarter.hours > 0 ? hours / quarter.hours : 0))
      }
      table.add([
        .init(month(quarter.firstMonth)), .init(NumberText.fixed(quarter.hours)),
        share(quarter.features), share(quarter.reliability), share(quarter.scaling),
        share(quarter.upkeep), .init(NumberText.months(quarter.slipMonths)),
        .init(NumberText.percent(quarter.stability)),
      ])
    }
    let warning = floorWarning(of: quarters.count).map { [Page.Block.paragraph($0, .warning)] }
    return [.heading("Speed and stability under the recommended plan"), .table(table)]
      + (warning ?? [])
      + [
        .note(
          "slip: roadmap missed so far, in months of it; stability: team-months that end with "
            + "neither late scaling nor more debt")
      ]
  }

  /// Teams that do less reliability work than the floor of their most important service.
  private func floorWarning(of quarters: Int) -> String? {
    let below = ReliabilityFloor.all(recommendation.model, expected: best.expected)
      .filter { !$0.below.isEmpty }
    guard !below.isEmpty else { return nil }
    let teams = below.map { floor in
      let least = floor.below.map(\.reliabilityShare).min() ?? 0
      return
        "\(SafeText.terminal(organization.teams[floor.team].id)) (down to "
        + "\(NumberText.percent(least)), floor \(NumberText.percent(floor.share)), in "
        + "\(floor.below.count) of \(NumberText.count(quarters, "quarter", "quarters")))"
    }
    return "Less reliability work than the floor for the most important tier owned, which quiet "
      + "services may explain: \(teams.joined(separator: "; "))."
  }

  // MARK: JSON

  var balanceJSON: JSONValue {
    let floors = ReliabilityFloor.all(recommendation.model, expected: best.expected)
    let all = WorkBalance.quarters(of: organization.teams.indices, in: best.expected)
    return [
      "quarters": .array(all.map(json)),
      "teams": .array(
        organization.teams.indices.map { team -> JSONValue in
          let floor = floors.first { $0.team == team }
          let quarters = WorkBalance.quarters(of: [team], in: best.expected)
          return [
            "team": .string(organization.teams[team].id),
            "reliabilityFloor": .optional(floor?.share),
            "belowFloor": .array(
              (floor?.below ?? []).map { .string(month($0.firstMonth)) }),
            "quarters": .array(quarters.map(json)),
          ]
        }),
    ]
  }

  private func json(_ quarter: WorkBalance) -> JSONValue {
    [
      "from": .string(month(quarter.firstMonth)), "features": .number(quarter.features),
      "reliability": .number(quarter.reliability), "scaling": .number(quarter.scaling),
      "upkeep": .number(quarter.upkeep), "reliabilityShare": .number(quarter.reliabilityShare),
      "slipMonths": .number(quarter.slipMonths), "stability": .number(quarter.stability),
    ]
  }
}
