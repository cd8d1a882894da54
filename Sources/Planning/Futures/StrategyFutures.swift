import Organization
package import Simulation

/// The compared plans, played in the same futures.
package struct StrategyFutures: Sendable {
  /// In the order of ``Recommendation/outcomes``.
  package private(set) var runs: [FuturesRun]
  /// Futures in which each plan costs least among those that come as near to the policy.
  package private(set) var cheapest: [Int]
  /// Total cost of each plan less that of the recommended one, future by future.
  package private(set) var extraCost: [PairedDifference]
  private let comparable: [Int]
  private let best: Int

  /// Prepares to play what was compared.
  ///
  /// - Parameters:
  ///   - recommendation: the plans.
  ///   - traffic: its courses, as they were planned for.
  ///   - seed: of all random numbers.
  ///   - futures: to play of each plan.
  package init(
    _ recommendation: Recommendation, traffic: TrafficOutlook, seed: UInt64, futures: Int
  ) {
    let base = FuturePlan(recommendation.organization, traffic: traffic, seed: seed)
    let goal = FuturesRun.Goal(futures: futures)
    runs = recommendation.outcomes.map {
      FuturesRun(FutureJudge(base.changed(staffing: $0.plan)), goal: goal)
    }
    cheapest = [Int](repeating: 0, count: runs.count)
    extraCost = [PairedDifference](repeating: PairedDifference(), count: runs.count)
    comparable = Planner.comparable(recommendation.outcomes)
    best = recommendation.best
  }

  /// Futures that were played of each plan.
  package var count: Int { runs.first?.estimate.count ?? 0 }
  package var isDone: Bool { runs.allSatisfy(\.isDone) }

  /// The batches to play next, each with the plan that it is of.
  package var next: [(plan: Int, futures: Range<Int>)] {
    runs.indices.flatMap { plan in runs[plan].next.map { (plan, $0) } }
  }

  package func play(_ batch: (plan: Int, futures: Range<Int>)) -> FutureBatch {
    runs[batch.plan].judge.play(batch.futures)
  }

  /// Takes in what was played, in the order of ``next``.
  package mutating func add(_ batches: [FutureBatch], perform: Pieces = onePieceAfterAnother) {
    let each = batches.count / max(1, runs.count)
    for place in 0..<each {
      compare(runs.indices.map { batches[$0 * each + place] })
    }
    for plan in runs.indices {
      runs[plan].add(Array(batches[plan * each..<(plan + 1) * each]), perform: perform)
    }
  }

  /// Compares the plans in each of the futures of one batch of every plan.
  private mutating func compare(_ batches: [FutureBatch]) {
    guard let first = batches.first else { return }
    for row in 0..<first.futures.count {
      let costs = batches.map { $0[.total, row] }
      if let winner = comparable.min(by: { costs[$0] < costs[$1] }) { cheapest[winner] += 1 }
      for plan in runs.indices { extraCost[plan].insert(costs[plan], costs[best]) }
    }
  }

  /// How likely a plan is the cheapest of those that come as near to the policy.
  package func probabilityOfBest(_ plan: Int) -> ProbabilityEstimate {
    ProbabilityEstimate(happened: cheapest[plan], count: count)
  }
}
