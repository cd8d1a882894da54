package import Organization
package import Simulation

/// A plan on the way from doing nothing to more than the policy asks for.
package struct FrontierPoint: Sendable {
  /// What the plan was made for; 0 is backfills only, 1 what the policy asks for.
  ///
  /// Coverage relative to the policy's, or where ``mayMiss`` is known the share of what backfills
  /// alone miss that had to be mended.
  package var aim: Double
  package var plan: StaffingPlan
  /// Money that leaves the bank, mean over the futures.
  package var cash: Double
  /// Cash and the price of undone work, mean over the futures.
  package var total: Double
  /// Share of team-months that keep the model's own policy as often as wanted, 0 to 1.
  package var kept: Double
  /// How much of the demands it was allowed to miss, in persons' worth of a month; `nil` where plans
  /// were made in another way.
  package var mayMiss: Double?
  /// Proved distance to the least money for seats and undone work with which no more is missed,
  /// relative to it; `nil` where nothing was proved.
  package var gap: Double?
  /// Whether more money buys less from here on than before.
  package var isKnee = false
}

/// Cost against risk: plans of one strategy for lower and higher demands, judged by one policy.
package enum Frontier {
  /// Demands tried, relative to the policy's own coverage.
  private static let aims = [
    0.6, 0.7, 0.75, 0.8, 0.84, 0.88, 0.91, 0.94, 0.96, 0.98, 1, 1.01, 1.02, 1.03, 1.05, 1.08,
  ]

  /// Plans of which none is both dearer and worse than another, the cheapest first.
  ///
  /// Each is made by the same search as the recommended plan for demands on coverage that are scaled;
  /// demands on seniors follow, those on the pager and on burnout stay. It is the epsilon-constraint
  /// way to a Pareto front. [Haimes et al. 1971]
  /// - Parameters:
  ///   - organization: under one scenario.
  ///   - traffic: what traffic may do.
  ///   - strategy: where people come from; as-is has one point only.
  ///   - watch: follows the search and may end it.
  /// - Returns: one point at least.
  /// - Throws: ``PlanningStopped`` where `watch` ended the search.
  /// - Complexity: that of one strategy for each of sixteen demands.
  package static func points(
    of organization: Organization, traffic: TrafficOutlook, strategy: Strategy,
    watch: PlanningWatch = .none
  ) throws(PlanningStopped) -> [FrontierPoint] {
    let courses = Courses(traffic, demandedBy: organization.policy)
    var judge = PolicyJudge(StaffingModel(organization), courses: courses, watch: watch)
    judge.work = .frontier(number: 0, count: aims.count)
    var points = [try point(.asIs, aim: 0, strategy: .asIs, judge: judge)]
    for (number, aim) in aims.enumerated() where strategy != .asIs {
      var asked = organization
      asked.policy.coverage.threshold = min(1, asked.policy.coverage.threshold * aim)
      asked.policy.seniorCoverage.threshold = min(1, asked.policy.seniorCoverage.threshold * aim)
      var planner = PolicyJudge(StaffingModel(asked), courses: courses, watch: watch)
      planner.work = .frontier(number: number + 1, count: aims.count)
      let plan = try HireUpTo(planner, strategy: strategy).plan()
      guard !points.contains(where: { $0.plan == plan }) else { continue }
      judge.work = planner.work
      points.append(try point(plan, aim: aim, strategy: strategy, judge: judge))
    }
    return marked(undominated(points))
  }

  private static func point(
    _ plan: StaffingPlan, aim: Double, strategy: Strategy, judge: PolicyJudge
  ) throws(PlanningStopped) -> FrontierPoint {
    let outcome = try StrategyComparison.outcome(of: strategy, plan: plan, judge: judge)
    let count = Double(max(1, outcome.costs.count))
    return FrontierPoint(
      aim: aim, plan: plan, cash: outcome.costs.reduce(0) { $0 + $1.cash } / count,
      total: outcome.meanCost, kept: outcome.reliability.kept)
  }

  /// Those that nothing beats in both, from the cheapest to the one that keeps most.
  static func undominated(_ points: [FrontierPoint]) -> [FrontierPoint] {
    let order = points.sorted { ($0.cash, -$0.kept) < ($1.cash, -$1.kept) }
    var front = [FrontierPoint]()
    for point in order where front.last.map({ point.kept > $0.kept + 1e-9 }) ?? true {
      front.append(point)
    }
    return front
  }

  /// Marks the point farthest above the line from the first to the last, both axes as long.
  static func marked(_ points: [FrontierPoint]) -> [FrontierPoint] {
    guard points.count > 2, let first = points.first, let last = points.last,
      last.cash > first.cash, last.kept > first.kept
    else { return points }
    let above = points.map { point in
      (point.kept - first.kept) / (last.kept - first.kept)
        - (point.cash - first.cash) / (last.cash - first.cash)
    }
    guard let most = above.max(), most > 0, let knee = above.firstIndex(of: most) else {
      return points
    }
    var marked = points
    marked[knee].isKnee = true
    return marked
  }
}
