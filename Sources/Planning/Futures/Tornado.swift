package import Organization
package import Simulation

/// How much an estimate that futures draw has to do with how they end.
package struct TornadoBar: Sendable {
  package var estimate: Estimate
  package var name: String
  /// Rank correlation with the total cost.
  package var cost: RankCorrelation?
  /// Rank correlation with the share of team-months in which the policy is kept.
  package var policyKept: RankCorrelation?

  /// The larger of both, whichever way it goes.
  package var strength: Double { max(abs(cost?.value ?? 0), abs(policyKept?.value ?? 0)) }
}

package enum Tornado {
  /// A bar for each estimate with a range, the strongest first.
  ///
  /// - Complexity: O(estimates × sample × log sample); the first futures are drawn again, not kept.
  package static func bars(_ estimate: FuturesEstimate, judge: FutureJudge) -> [TornadoBar] {
    let plan = judge.plan
    let cost = Ranks(estimate.leading.cost)
    let kept = Ranks(estimate.leading.kept)
    let draws = (0..<cost.ranks.count).map(plan.drawn)
    return plan.estimates.enumerated().map { index, item in
      let ranks = Ranks(draws.map { $0[index] })
      return TornadoBar(
        estimate: item, name: item.name(in: plan.organization),
        cost: ranks.correlation(with: cost), policyKept: ranks.correlation(with: kept))
    }.sorted { ($1.strength, $0.name) < ($0.strength, $1.name) }
  }
}
