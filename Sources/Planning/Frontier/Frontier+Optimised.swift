import LinearProgramming
import Organization
import Simulation

extension Frontier {
  /// Shares of what backfills alone miss, and need not, that a plan may miss, dense
  /// where the policy is nearly kept.
  private static let shares = [0, 0.01, 0.03, 0.06, 0.1, 0.17, 0.26, 0.38, 0.52, 0.7, 0.85]
  /// Of the solver for each share.
  private static let capWork = SearchBudget(iterations: 4_000)
  /// Futures that all points are judged in; their numbers are used for nothing else.
  static let futures = 1 << 26..<1 << 26 + judgedIn
  /// How many these are.
  package static let judgedIn = 400

  /// Plans of which none is both dearer and worse than another, the cheapest first.
  ///
  /// Each costs least for what it may miss of the policy's demands, between what backfills alone miss
  /// and what `plan` does; all are judged in the same fresh futures.
  /// - Parameters:
  ///   - optimiser: of the organisation.
  ///   - strategy: where people come from; as-is has one point only.
  ///   - plan: the best of the strategy.
  /// - Returns: one point at least.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: a programme for each price and each cap, and four hundred futures for each point.
  static func optimised(
    _ optimiser: Optimiser, strategy: Strategy, plan: StaffingPlan
  ) throws(PlanningStopped) -> [FrontierPoint] {
    marked(undominated(try all(optimiser, strategy: strategy, plan: plan)))
  }

  /// The same with those that others beat.
  static func all(
    _ optimiser: Optimiser, strategy: Strategy, plan: StaffingPlan
  ) throws(PlanningStopped) -> [FrontierPoint] {
    guard strategy != .asIs else { return [point(.asIs, aim: 0, optimiser)] }
    let count = shares.count + 1
    try optimiser.watch.willDo(.frontier(number: 1, count: count), runs: optimiser.settings.futures)
    let search = try FrontierSearch(optimiser, strategy: strategy, at: plan)
    let most = search.known(.asIs).missed
    let least = search.known.map(\.missed).min() ?? most
    func aim(_ missed: Double) -> Double {
      most > least ? (most - missed) / (most - least) : 1
    }
    let caps = shares.map { least + max(0, most - least) * $0 }
    var found = try search.plans(missingAtMost: caps, within: capWork)
    found.removeAll { $0.plan.isEmpty || $0.plan == plan }
    var points = [
      point(.asIs, aim: 0, mayMiss: most, optimiser),
      point(
        plan, aim: aim(search.known(plan).missed), mayMiss: search.known(plan).missed, optimiser),
    ]
    for (number, one) in found.enumerated() {
      try optimiser.watch.willDo(.frontier(number: number + 2, count: count), runs: futures.count)
      guard !points.contains(where: { $0.plan == one.plan }) else { continue }
      points.append(
        point(one.plan, aim: aim(one.mayMiss), mayMiss: one.mayMiss, gap: one.gap, optimiser))
    }
    return points
  }

  private static func point(
    _ plan: StaffingPlan, aim: Double, mayMiss: Double? = nil, gap: Double? = nil,
    _ optimiser: Optimiser
  ) -> FrontierPoint {
    let verdict = PlanVerdict(
      optimiser.base.changed(staffing: plan), futures: futures, perform: optimiser.perform)
    return FrontierPoint(
      aim: aim, plan: plan, cash: verdict.cash, total: verdict.total, kept: verdict.kept,
      mayMiss: mayMiss, gap: gap)
  }
}
