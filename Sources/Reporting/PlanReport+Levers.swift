import Organization
import Planning

extension PlanReport {
  /// What could be done beside hiring; empty where backfills alone keep the policy.
  func leverTable(_ style: TextStyle) -> String {
    guard !recommendation.levers.isEmpty else { return "" }
    var table = TextTable(columns: [
      .init("lever", mayShrink: true), .init("policy missed", .right),
      .init("teams that miss it", .right, dropRank: 1), .init("may cost", .right),
    ])
    for outcome in recommendation.levers {
      table.add([
        .init(outcome.lever.words), .init(change(outcome.missed)),
        .init(NumberText.fixed(Double(outcome.teams))),
        .init(outcome.worth > 0 ? money(outcome.worth) : "-"),
      ])
    }
    var text = style.ink(.heading, "Levers beside hiring, each on backfills only") + "\n"
    text += table.text(style, indent: 2)
    let legend =
      "policy missed: by how much less than without it, over all teams and months; may cost: what "
      + "it saves over the plan, so that doing it for less pays, with nothing lost by what is "
      + "dropped; as if done by the first month" + ofSeats
    for line in wrapped(legend, style) { text += style.ink(.muted, line) + "\n" }
    return text
  }

  /// The same of the recommended seats, to compare.
  private var ofSeats: String {
    guard let asIs, asIs.violation > 0, best.strategy != .asIs else { return "" }
    return "; the recommended seats: \(change(best.violation / asIs.violation)) for "
      + money(best.meanCost - asIs.meanCost)
  }

  private func change(_ missed: Double) -> String {
    let share = NumberText.percent(abs(missed - 1))
    return missed < 0.995 ? "-\(share)" : missed > 1.005 ? "+\(share)" : "0 %"
  }

  var leversJSON: JSONValue {
    .array(
      recommendation.levers.map { outcome -> JSONValue in
        [
          "id": .string(outcome.lever.rawValue), "policyMissedRatio": .number(outcome.missed),
          "teamsMissingPolicy": .integer(outcome.teams), "worth": .number(outcome.worth),
        ]
      })
  }
}

extension Lever {
  /// What is done.
  fileprivate var words: String {
    switch self {
    case .quieterAlerts: "halve the pages: noise, thresholds"
    case .automation: "automate half of the toil"
    case .documentation: "document every service"
    case .smallerRoadmap: "drop a fifth of the roadmap"
    case .headroom: "double the headroom everywhere"
    }
  }
}
