import Organization
import Planning
import Simulation

extension PlanReport {
  /// What could be done beside hiring, ranked with the recommended seats; empty where backfills alone
  /// keep the policy.
  package var levers: [Page.Block] {
    guard !recommendation.levers.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("lever", mayShrink: true), .init("policy missed", .right),
      isBesidePlan
        ? .init("kept with the seats", .right, dropRank: 1)
        : .init("teams that miss it", .right, dropRank: 1),
      .init("costs", .right), .init("saves", .right),
    ])
    for row in leverRows {
      table.add([
        .init(row.lever.map(words) ?? "the recommended seats", row.lever == nil ? .emphasis : nil),
        .init(change(row.missed)),
        .init(
          isBesidePlan
            ? row.keptBesidePlan.map { NumberText.percent($0) } ?? ""
            : NumberText.fixed(Double(row.teams))),
        .init(row.cost.map(money) ?? "unknown"), .init(money(row.worth)),
      ])
    }
    let legend =
      "policy missed: by how much less than without it, over all teams and months; costs: cash for "
      + "seats, the work to do all else, by guesses ('cadre assumptions --only lever'), and roadmap "
      + "that is dropped at the price of slip; saves: over the plan, in work left undone and people "
      + "lost, so that doing it for less pays; levers as if done by the first month"
      + (isBesidePlan
        ? "; kept with the seats: share of team-months in which the policy holds as often as wanted "
          + "with the recommended seats and the lever" : "")
    return [
      .heading("Levers and hiring, each by itself beside backfills"), .table(table), .note(legend),
    ]
  }

  /// What could be done beside hiring for one team, ranked by what it does there; empty where backfills
  /// alone keep the policy there, or nothing but seats helps.
  package func levers(at team: Int) -> [Page.Block] {
    let outcomes = recommendation.levers.compactMap { outcome -> (LeverOutcome, here: Double)? in
      guard outcome.missedAt.indices.contains(team), let here = outcome.missedAt[team],
        here < 0.995
      else { return nil }
      return (outcome, here)
    }.sorted { ($0.here, $0.0.cost ?? .infinity) < ($1.here, $1.0.cost ?? .infinity) }
    guard !outcomes.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("lever", mayShrink: true), .init("missed here", .right),
      .init("anywhere", .right, dropRank: 1), .init("costs", .right), .init("saves", .right),
    ])
    for (outcome, here) in outcomes {
      table.add([
        .init(words(outcome.lever)), .init(change(here)), .init(change(outcome.missed)),
        .init(outcome.cost.map(money) ?? "unknown"), .init(money(outcome.worth)),
      ])
    }
    return [
      .heading("Levers, each by itself beside backfills"), .table(table), .note(cheapest(outcomes)),
    ]
  }

  /// The least that has to be paid for half of what a team misses.
  private func cheapest(_ outcomes: [(LeverOutcome, here: Double)]) -> String {
    let half = outcomes.filter { $0.here <= 0.5 }
      .compactMap { outcome in outcome.0.cost.map { (outcome, cost: $0) } }
    guard let least = half.min(by: { $0.cost < $1.cost }) else {
      return "No lever with a known cost mends half of what this team misses; seats are above."
    }
    let (outcome, here) = least.0
    let much = here < 0.005 ? "all" : "\(NumberText.percent(1 - here))"
    return "The cheapest that mends half of what this team misses or more: "
      + "\(words(outcome.lever)), \(money(least.cost)) for \(much) of it."
  }

  /// A lever, or the recommended seats, with what it does.
  private struct LeverRow {
    /// `nil` is the recommended seats.
    var lever: Lever?
    var missed: Double
    /// By team; none for the seats.
    var missedAt: [Double?] = []
    var teams: Int
    var effortHours: Double?
    var cost: Double?
    var worth: Double
    var keptBesidePlan: Double?

    /// Whether it goes before another: it mends more, or as much for less.
    func isBetter(than other: LeverRow) -> Bool {
      if missed != other.missed { return missed < other.missed }
      guard let cost, let others = other.cost else { return cost != nil && other.cost == nil }
      return worth - cost > other.worth - others
    }
  }

  /// All levers and the recommended seats, the most useful first.
  private var leverRows: [LeverRow] {
    guard !recommendation.levers.isEmpty else { return [] }
    let levers = recommendation.levers.map { outcome in
      LeverRow(
        lever: outcome.lever, missed: outcome.missed, missedAt: outcome.missedAt,
        teams: outcome.teams,
        effortHours: outcome.effortHours, cost: outcome.cost, worth: outcome.worth,
        keptBesidePlan: outcome.keptBesidePlan)
    }
    return ([seatsRow].compactMap(\.self) + levers).enumerated().sorted { a, b in
      if a.element.isBetter(than: b.element) { return true }
      return !b.element.isBetter(than: a.element) && a.offset < b.offset
    }.map(\.element)
  }

  /// Whether futures say what levers do beside the recommended seats.
  private var isBesidePlan: Bool { recommendation.levers.contains { $0.keptBesidePlan != nil } }

  /// The same of the recommended seats.
  private var seatsRow: LeverRow? {
    guard let asIs, asIs.missed > 0, best.strategy != .asIs else { return nil }
    let (before, after) = (asIs.cost, best.cost)
    let missing = Set(best.breaches.filter { $0.limit.weight == .policy }.map(\.team))
    return LeverRow(
      lever: nil, missed: best.missed / asIs.missed, teams: missing.count,
      cost: after.cash - before.cash,
      worth: (before.total - before.cash) - (after.total - after.cash),
      keptBesidePlan: best.reliability.kept)
  }

  private func change(_ missed: Double) -> String {
    let share = NumberText.percent(abs(missed - 1))
    return missed < 0.995 ? "-\(share)" : missed > 1.005 ? "+\(share)" : "0 %"
  }

  var leversJSON: JSONValue {
    .array(
      leverRows.map { row -> JSONValue in
        [
          "id": .string(row.lever?.id ?? "recommended-seats"),
          "teams": .array((row.lever?.teams ?? []).map { .string(organization.teams[$0].id) }),
          "service": .optional(row.lever?.service.map { organization.services[$0].id }),
          "site": .optional(row.lever?.site?.name),
          "policyMissedRatio": .number(row.missed),
          "policyMissedRatioAt": .object(
            Dictionary(
              uniqueKeysWithValues: zip(organization.teams, row.missedAt).compactMap {
                team, ratio in
                ratio.map { (team.id, .number($0)) }
              })),
          "teamsMissingPolicy": .integer(row.teams),
          "effortHours": .optional(row.effortHours), "cost": .optional(row.cost),
          "worth": .number(row.worth), "policyKeptBesideSeats": .optional(row.keptBesidePlan),
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
