import Organization
import Planning
import Simulation

extension ComparisonReport {
  /// The report for people: what is right in every scenario first, then what differs.
  package var page: Page {
    let end = month(organization.months - 1)
    let futures = NumberText.grouped(comparison.futures.first?.count ?? 0)
    let plans = NumberText.count(comparison.candidates.count, "plan", "plans")
    return Page(
      "\(organization.name): \(plans) compared",
      subtitles: [
        "\(month(0)) to \(end), \(NumberText.count(comparison.scenarios.count, "scenario", "scenarios"))"
          + ": \(comparison.scenarios.map(\.name).joined(separator: ", ")); each plan in the same "
          + "\(futures) futures of each"
      ],
      answer + sideBySide + matrix + first + later, footer: footer)
  }

  var triggerWords: TriggerWords {
    TriggerWords(
      organization: organization,
      scenarios: comparison.planned.compactMap { comparison.candidates[$0].scenario }.map(name))
  }

  // MARK: The answer

  private var answer: [Page.Block] {
    let best = comparison.scenarios.indices.map { comparison.best(in: $0) }
    let sentences = comparison.scenarios.indices.map { scenario in
      let plan = best[scenario]
      return "In \(name(of: scenario)) \(called(plan)) is best: it keeps the policy as often as "
        + "wanted in \(NumberText.percent(comparison.kept(plan, in: scenario))) of team-months, for "
        + "\(money(comparison.estimate(plan, in: scenario)[.total].mean.mean)) in all."
    }
    return [.heading("What is best")] + sentences.map { .paragraph($0) } + [.paragraph(safest)]
  }

  private func called(_ candidate: Int) -> String {
    let candidate = comparison.candidates[candidate]
    return candidate.scenario == nil ? candidate.name : "the plan for \(candidate.name)"
  }

  /// The plan that does least harm where it is wrong.
  private var safest: String {
    let worst = comparison.candidates.indices.map { candidate in
      let regrets = comparison.scenarios.indices.map { comparison.regret(candidate, in: $0) }
      return (
        candidate: candidate, kept: regrets.map(\.kept).max() ?? 0,
        cost: regrets.map(\.cost.mean).max() ?? 0
      )
    }
    let least = worst.map(\.kept).min() ?? 0
    // Two team-months in a hundred are not worth telling plans apart by.
    let near = worst.filter { $0.kept <= least + 0.02 }
    guard let choice = near.min(by: { $0.cost < $1.cost }), comparison.scenarios.count > 1 else {
      return
        "With a single scenario there is nothing to be prepared for; 'scenarios' in the model has "
        + "others."
    }
    return
      "Whichever scenario comes, \(called(choice.candidate)) is never farther from the best than "
      + "\(NumberText.percent(choice.kept)) of team-months and \(money(max(0, choice.cost)))."
  }

  // MARK: Side by side

  private var sideBySide: [Page.Block] {
    var table = TextTable(columns: [
      .init("plan", mayShrink: true), .init("strategy", dropRank: 4), .init("hires", .right),
      .init("rented", .right), .init("cash", .right), .init("in all", .right),
      .init("policy kept", .right), .init("coverage", .right, dropRank: 1),
      .init("burned out", .right, dropRank: 2), .init("demands", .right, dropRank: 3),
      .init("limits", .right, dropRank: 3),
    ])
    for (index, candidate) in comparison.candidates.enumerated() {
      let scenario = home(of: index)
      let estimate = comparison.estimate(index, in: scenario)
      let outcome = outcome(index, in: scenario)
      table.add([
        .init(candidate.name, comparison.best(in: scenario) == index ? .emphasis : nil),
        .init(candidate.strategy),
        .init("\(candidate.staffing.seats.count { !$0.source.isPartner })"),
        .init("\(candidate.staffing.seats.count { $0.source.isPartner })"),
        .init(money(estimate[.cash].mean.mean)), .init(money(estimate[.total].mean.mean)),
        .init(NumberText.percent(outcome.kept)), .init(NumberText.percent(outcome.coverage)),
        .init(NumberText.percent(outcome.burnout)), .init("\(outcome.demands)"),
        .init("\(outcome.limits)"),
      ])
    }
    let currency = organization.currency
    return [
      .heading("Side by side"), .table(table),
      .note(
        "each in the scenario that it was made for, others in \(name(of: 0)); policy kept: share of "
          + "team-months in which it holds as often as wanted; coverage: worst team and month of one "
          + "future in ten; burned out: worst team and month, mean; demands, limits: demands of the "
          + "policy and published limits that some team breaks too often"),
      .chart(
        Chart(
          "Cost of each plan", "Total cost over the plan, work left undone included.",
          .spreads(
            Chart.Spreads(
              names: comparison.candidates.map(\.name),
              quantiles: comparison.candidates.indices.map { candidate in
                let spread = comparison.estimate(candidate, in: home(of: candidate))[.total].spread
                return [0.1, 0.25, 0.5, 0.75, 0.9].map { spread.quantile($0) ?? .nan }
              }, number: { NumberText.shortMoney($0, currency) })))),
    ]
  }

  /// Every plan in every scenario.
  private var matrix: [Page.Block] {
    guard comparison.scenarios.count > 1 else { return [] }
    let columns: [TextTable.Column] =
      [.init("plan", mayShrink: true)]
      + comparison.scenarios.map { .init($0.name, .right) }
    var kept = TextTable(columns: columns)
    var dearer = TextTable(columns: columns)
    for (index, candidate) in comparison.candidates.enumerated() {
      func row(_ text: (Int) -> String) -> [TextTable.Cell] {
        [.init(candidate.name)]
          + comparison.scenarios.indices.map {
            .init(text($0), comparison.best(in: $0) == index ? .emphasis : nil)
          }
      }
      kept.add(row { NumberText.percent(comparison.kept(index, in: $0)) })
      dearer.add(
        row { scenario in
          guard comparison.best(in: scenario) != index else { return "best" }
          let cost = comparison.regret(index, in: scenario).cost
          return "\(amount(cost.mean)) ± \(amount(2 * (cost.standardError ?? 0)))"
        })
    }
    return [
      .heading("Each plan in each scenario"), .subheading("Policy kept as often as wanted"),
      .table(kept), .subheading("Dearer than the best there, \(organization.currency)"),
      .table(dearer),
      .note(
        "best: the cheapest of those that come about as near to the policy as any; dearer: the mean "
          + "difference in total cost and twice its standard error, negative where a plan is cheaper "
          + "and keeps less"),
    ]
  }

  /// Without the currency, which would leave no room for the scenarios.
  private func amount(_ value: Double) -> String { NumberText.short(value.rounded()) }

  // MARK: What to decide

  private var first: [Page.Block] {
    let seats = comparison.firstSeats
    let last = month(min(PlanComparison.decidedMonths, organization.months) - 1)
    guard comparison.planned.count > 1 else { return [] }
    func words(_ first: PlanComparison.FirstSeats, _ count: Int) -> String {
      "\(count) \(organization.levels[first.level].id) "
        + "(\(organization.name(of: first.source)))"
    }
    func byTeam(_ counts: [(PlanComparison.FirstSeats, Int)]) -> [(name: String, value: String)] {
      organization.teams.indices.compactMap { team in
        let own = counts.filter { $0.0.team == team && $0.1 > 0 }
        guard !own.isEmpty else { return nil }
        return (organization.teams[team].id, own.map { words($0.0, $0.1) }.joined(separator: ", "))
      }
    }
    let common = byTeam(seats.map { ($0, $0.common) })
    var blocks: [Page.Block] = [
      .heading("Right in every one of these plans, by \(last)"),
      common.isEmpty ? .paragraph("Nothing but backfills.") : .fields(common),
    ]
    for (place, candidate) in comparison.planned.enumerated() {
      let more = byTeam(seats.map { ($0, $0.counts[place] - $0.common) })
      guard !more.isEmpty else { continue }
      blocks += [.subheading("Beside it in \(called(candidate))"), .fields(more)]
    }
    return blocks
  }

  private var later: [Page.Block] {
    let triggers = comparison.triggers
    guard !triggers.isEmpty else { return [] }
    return [.heading("Later, as traffic shows which scenario it is")]
      + triggerWords.blocks(triggers)
  }

  private var footer: String {
    "All plans meet the same luck, so that differences are not noise. 'cadre plan --robust' looks for "
      + "one first quarter for all scenarios. Seed \(header.seed)."
  }
}
