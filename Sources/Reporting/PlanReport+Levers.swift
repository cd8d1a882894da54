import Organization
import Planning

extension PlanReport {
  /// What could be done beside hiring; empty where backfills alone keep the policy.
  func leverTable(_ style: TextStyle) -> String {
    guard !recommendation.levers.isEmpty else { return "" }
    var table = TextTable(columns: [
      .init("lever", mayShrink: true), .init("policy missed", .right),
      .init("teams that miss it", .right, dropRank: 1), .init("costs", .right),
      .init("saves", .right),
    ])
    for outcome in recommendation.levers {
      table.add([
        .init(words(outcome.lever)), .init(change(outcome.missed)),
        .init(NumberText.fixed(Double(outcome.teams))),
        .init(outcome.cost.map(money) ?? "unknown"), .init(money(outcome.worth)),
      ])
    }
    var text = style.ink(.heading, "Levers beside hiring, each on backfills only") + "\n"
    text += table.text(style, indent: 2)
    let legend =
      "policy missed: by how much less than without it, over all teams and months; costs: the work "
      + "to do it, by guesses ('cadre assumptions --only lever'), and roadmap that is dropped at the "
      + "price of slip; saves: over the plan, in work left undone and people lost, so that doing it "
      + "for less pays; as if done by the first month" + ofSeats
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
          "id": .string(outcome.lever.id),
          "teams": .array(outcome.lever.teams.map { .string(organization.teams[$0].id) }),
          "service": .optional(outcome.lever.service.map { organization.services[$0].id }),
          "site": .optional(outcome.lever.site?.name),
          "policyMissedRatio": .number(outcome.missed),
          "teamsMissingPolicy": .integer(outcome.teams),
          "effortHours": .optional(outcome.effortHours), "cost": .optional(outcome.cost),
          "worth": .number(outcome.worth),
        ]
      })
  }

  /// What is done, and where.
  private func words(_ lever: Lever) -> String {
    func name(_ team: Int) -> String { organization.teams[team].id }
    return switch lever {
    case .quieterAlerts: "halve the pages: noise, thresholds"
    case .automation: "automate half of the toil"
    case .documentation: "document every service: onboarding"
    case .smallerRoadmap: "drop a fifth of the roadmap"
    case .headroom: "double the headroom everywhere"
    case .fundedDebt: "fund debt: pay it down twice as fast"
    case .secondSite(let team, let site): "follow the sun: \(name(team)) from \(site.name) too"
    case .merge(let first, let second): "one team and rota of \(name(first)) and \(name(second))"
    case .split(let team): "two teams and rotas of \(name(team))"
    case .move(let service, let giver, let receiver):
      "move \(organization.services[service].id) from \(name(giver)) to \(name(receiver))"
    }
  }
}
