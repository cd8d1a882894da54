package import Organization
package import Simulation

/// Compares the strategies for one organisation on the same traffic futures.
package enum Planner {
  /// Plans with each of `strategies` and recommends one.
  ///
  /// - Parameters:
  ///   - organization: the organisation under one scenario.
  ///   - traffic: what traffic may do; see ``TrafficOutlook``.
  ///   - strategies: those to compare; as-is is always played, for what it costs to do nothing.
  /// - Returns: the comparison; deterministic, no randomness beyond the outlook's own paths.
  /// - Complexity: some hundred runs of the mean-value recursion.
  package static func recommend(
    for organization: Organization, traffic: TrafficOutlook, strategies: Set<Strategy>
  ) -> Recommendation {
    do {
      return try recommend(
        for: organization, traffic: traffic, strategies: strategies, watch: .none)
    } catch {
      preconditionFailure("a search that nobody watches cannot be stopped")
    }
  }

  /// The same search for somebody who follows it and may end it.
  ///
  /// - Returns: where `watch` ended the search, what was compared until then, marked by
  ///   ``Recommendation/stopped``.
  /// - Throws: ``PlanningStopped`` where `watch` ended the search before anything beside as-is was
  ///   compared. Either happens soon after `watch` asked for it, at the latest after one run of the
  ///   recursion.
  package static func recommend(
    for organization: Organization, traffic: TrafficOutlook, strategies: Set<Strategy>,
    watch: PlanningWatch
  ) throws(PlanningStopped) -> Recommendation {
    var search = PlanSearch(organization, traffic: traffic, watch: watch)
    try search.compare(strategies)
    return search.recommendation()
  }

  static func unowned(_ model: StaffingModel) -> [Int] {
    model.services.indices.filter { model.services[$0].owners.isEmpty }
  }

  /// The cheapest of those that come nearest to the policy.
  static func index(ofBest outcomes: [StrategyOutcome]) -> Int {
    let candidates = comparable(outcomes)
    return candidates.min { outcomes[$0].meanCost < outcomes[$1].meanCost } ?? 0
  }

  static func comparable(_ outcomes: [StrategyOutcome]) -> [Int] {
    comparable(kept: outcomes.map(\.reliability.kept), missed: outcomes.map(\.missed))
  }

  /// Plans that keep the policy in about as many team-months as the best one, and miss it by
  /// about as little in the others.
  static func comparable(kept: [Double], missed: [Double]) -> [Int] {
    let most = kept.max() ?? 0
    let nearest = kept.indices.filter { kept[$0] >= most - aboutAsMuch }
    let least = nearest.map { missed[$0] }.min() ?? 0
    let worst = missed.max() ?? 0
    return nearest.filter { missed[$0] <= least + worst * aboutAsLittle }
  }

  /// Two team-months in a hundred are not worth paying any price for.
  static let aboutAsMuch = 0.02
  /// Nor is a tenth of what the worst plan misses.
  static let aboutAsLittle = 0.1

  static func shares(ofBest outcomes: [StrategyOutcome]) -> [Double] {
    let candidates = comparable(outcomes)
    let futures = outcomes.first?.costs.count ?? 0
    var wins = [Int](repeating: 0, count: outcomes.count)
    for future in 0..<futures {
      let winner = candidates.min {
        outcomes[$0].costs[future].total < outcomes[$1].costs[future].total
      }
      if let winner { wins[winner] += 1 }
    }
    return wins.map { Double($0) / Double(max(1, futures)) }
  }
}
