import Organization
package import Simulation

/// The compared plans, played in the same futures.
///
/// Which of them are worth comparing is known only when all have been played, so that what each pair
/// differs by is kept, and how often each is the cheapest of every choice among them.
package struct StrategyFutures: Sendable {
  /// In the order of ``plans``.
  package private(set) var runs: [FuturesRun]
  package let plans: [StaffingPlan]
  private let judges: FutureJudges
  /// By two plans: total cost of the first less that of the second, future by future.
  private var differences: [[PairedDifference]]
  /// By the set of plans that are compared, a bit each, and plan: futures in which it costs least.
  private var cheapest: [[Int]]
  /// The first plans, of which the cheapest is looked for.
  private let rivals: Int

  /// Prepares to play plans.
  ///
  /// - Parameters:
  ///   - plans: to be played.
  ///   - rivals: how many of them, from the first, may be compared for cost; at most eight.
  ///   - base: the organisation in its futures.
  ///   - futures: to play of each plan.
  package init(_ plans: [StaffingPlan], rivals: Int, base: FuturePlan, futures: Int) {
    let goal = FuturesRun.Goal(futures: futures)
    self.plans = plans
    self.rivals = min(rivals, 8)
    judges = FutureJudges(plans, base: base)
    runs = judges.judges.map { FuturesRun($0, goal: goal) }
    differences = plans.map { _ in plans.map { _ in PairedDifference() } }
    cheapest = (0..<(1 << self.rivals)).map { _ in plans.map { _ in 0 } }
  }

  /// Futures that were played of each plan.
  package var count: Int { runs.first?.estimate.count ?? 0 }
  package var isDone: Bool { runs.allSatisfy(\.isDone) }

  /// The futures to play next, in batches.
  package var next: [Range<Int>] { runs.first?.next ?? [] }

  /// Plays a batch of every plan.
  package func play(_ futures: Range<Int>) -> [FutureBatch] { judges.play(futures) }

  /// Takes in what was played, in the order of ``next``.
  package mutating func add(_ batches: [[FutureBatch]], perform: Pieces = onePieceAfterAnother) {
    for batch in batches { compare(batch) }
    for plan in runs.indices { runs[plan].add(batches.map { $0[plan] }, perform: perform) }
  }

  /// Compares the plans in each of the futures of one batch of every plan.
  private mutating func compare(_ batches: [FutureBatch]) {
    guard let first = batches.first else { return }
    for row in 0..<first.futures.count {
      let costs = batches.map { $0[.total, row] }
      for one in costs.indices {
        for other in costs.indices {
          differences[one][other].insert(costs[one], costs[other])
        }
      }
      for set in 1..<max(1, cheapest.count) {
        let compared = (0..<rivals).filter { set >> $0 & 1 == 1 }
        if let winner = compared.min(by: { costs[$0] < costs[$1] }) { cheapest[set][winner] += 1 }
      }
    }
  }

  /// What a plan costs more than another, with its error.
  package func extraCost(_ plan: Int, than other: Int) -> MeanEstimate {
    differences[plan][other].difference
  }

  /// How likely a plan is the cheapest of some.
  package func probabilityOfBest(_ plan: Int, among plans: [Int]) -> ProbabilityEstimate {
    let set = plans.filter { $0 < rivals }.reduce(0) { $0 | 1 << $1 }
    return ProbabilityEstimate(happened: cheapest[set][plan], count: count)
  }
}
