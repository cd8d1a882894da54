import Organization
import Planning
import Simulation

extension PlanReport {
  /// The compared plans in the same futures.
  var judgement: [Page.Block] {
    guard let futures, futures.count > 0 else { return [] }
    var table = TextTable(columns: [
      .init("strategy"), .init("policy kept", .right), .init("10-90 %", .right, dropRank: 1),
      .init("in all", .right), .init("10-90 %", .right, dropRank: 2), .init("dearer by", .right),
      .init("cheapest", .right), .init("breaks too often from", mayShrink: true, dropRank: 3),
    ])
    for (index, outcome) in recommendation.outcomes.enumerated() {
      let run = futures.runs[index]
      let (kept, cost) = (run.estimate[.policyKept], run.estimate[.total])
      table.add([
        .init(outcome.strategy.rawValue, index == recommendation.best ? .emphasis : nil),
        .init(NumberText.percent(kept.mean.mean)),
        .init(range(kept.spread) { NumberText.percent($0) }), .init(money(cost.mean.mean)),
        .init(range(cost.spread, money)), .init(dearer(index, futures)),
        .init(NumberText.percent(recommendation.probabilityOfBest[index])),
        firstTrouble(run).map { .init($0, .bad) } ?? .init("never", .good),
      ])
    }
    return [
      .heading("Strategies in the same \(NumberText.grouped(futures.count)) futures"),
      .table(table),
      .note(
        "dearer by: the mean difference in total cost to the recommended plan and twice its "
          + "standard error; cheapest: of those that come about as near to the policy"),
    ] + costChart
  }

  var dependence: [Page.Block] {
    guard let futures, futures.count > 0 else { return [] }
    return TornadoTable.blocks(tornado(futures))
  }

  func tornado(_ futures: StrategyFutures) -> [TornadoBar] {
    let run = futures.runs[recommendation.best]
    return Tornado.bars(run.estimate, judge: run.judge)
  }

  private func range(_ spread: QuantileSketch, _ text: (Double) -> String) -> String {
    "\(text(spread.quantile(0.1) ?? 0)) - \(text(spread.quantile(0.9) ?? 0))"
  }

  private func dearer(_ index: Int, _ futures: StrategyFutures) -> String {
    guard index != recommendation.best else { return "" }
    let difference = futures.extraCost(index, than: recommendation.best)
    return "\(money(difference.mean)) ± \(money(2 * (difference.standardError ?? 0)))"
  }

  /// The demand of the policy that is first broken more often than the policy allows.
  private func firstTrouble(_ run: FuturesRun) -> String? {
    var found: (month: Int, team: Int)?
    for limit in Limit.allCases where limit.weight == .policy {
      let allowed = 1 - run.judge.limits.probability(limit)
      for team in organization.teams.indices {
        let first = run.estimate.firstMonth(above: allowed, limit, team: team)
        if let first, first < found?.month ?? .max { found = (first, team) }
      }
    }
    return found.map { "\(month($0.month)) \(organization.teams[$0.team].id)" }
  }

  // MARK: JSON

  /// `null` where no futures were played.
  var futuresJSON: JSONValue {
    guard let futures, futures.count > 0 else { return .null }
    return [
      "played": .integer(futures.count),
      "strategies": .array(
        recommendation.outcomes.enumerated().map { index, outcome in
          json(futures, index, outcome.strategy)
        }),
      "estimates": .array(tornado(futures).map(FuturesDocument.json)),
    ]
  }

  private func json(_ futures: StrategyFutures, _ index: Int, _ strategy: Strategy) -> JSONValue {
    let run = futures.runs[index]
    let document = FuturesDocument(run)
    return [
      "strategy": .string(strategy.rawValue),
      "probabilityOfBest": FuturesDocument.json(
        futures.probabilityOfBest(index, among: recommendation.comparable)),
      "policyKeptAsWanted": .number(run.estimate.keptAsOftenAsWanted(run.judge.limits)),
      "extraCost": FuturesDocument.json(futures.extraCost(index, than: recommendation.best)),
      "precision": .number(run.estimate.precision), "figures": document.figures,
      "teams": document.teams,
    ]
  }
}
