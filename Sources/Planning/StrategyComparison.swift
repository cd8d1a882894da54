import Organization
import Simulation

/// Strategies that are planned and judged.
struct StrategyComparison: Sendable {
  private(set) var outcomes: [StrategyOutcome] = []
  /// Strategies that were not compared, and why.
  private(set) var leftOut: [(strategy: Strategy, reason: String)] = []

  /// Plans with as-is and each of `strategies`.
  ///
  /// - Throws: ``PlanningStopped``; what was compared until then stays.
  mutating func run(
    _ strategies: Set<Strategy>, judge: inout PolicyJudge, keepingTwins: Bool = false
  ) throws(PlanningStopped) {
    let compared = Strategy.allCases.filter { $0 == .asIs || strategies.contains($0) }
    for (index, strategy) in compared.enumerated() {
      if let reason = Self.obstacle(to: strategy, in: judge.model.organization) {
        leftOut.append((strategy, reason))
        continue
      }
      judge.work = .strategy(strategy, number: index + 1, count: compared.count)
      let plan = try HireUpTo(judge, strategy: strategy).plan()
      if !keepingTwins, let twin = outcomes.first(where: { $0.plan == plan }) {
        leave(strategy, outAs: twin)
        continue
      }
      outcomes.append(try Self.outcome(of: strategy, plan: plan, judge: judge))
    }
  }

  private mutating func leave(_ strategy: Strategy, outAs twin: StrategyOutcome) {
    leftOut.append((strategy, "comes to the same plan as \(twin.strategy.rawValue)"))
  }

  /// Puts better plans in the place of the heuristic's; of those that are alike the first stays.
  mutating func replace(with better: [StrategyOutcome]) {
    outcomes = []
    for outcome in better {
      if let twin = outcomes.first(where: { $0.plan == outcome.plan }) {
        leave(outcome.strategy, outAs: twin)
      } else {
        outcomes.append(outcome)
      }
    }
  }

  private static func obstacle(to strategy: Strategy, in organization: Organization) -> String? {
    guard strategy == .partner || strategy == .hybrid else { return nil }
    return organization.partners.isEmpty ? "the model names no partner" : nil
  }

  /// What a plan leads to on all courses.
  static func outcome(of strategy: Strategy, plan: StaffingPlan, judge: PolicyJudge)
    throws(PlanningStopped) -> StrategyOutcome
  {
    let trial = try judge.trial(of: plan)
    let futures = judge.courses.futures
    var breaches = judge.breaches(in: trial)
    var broken = [Double](repeating: 0, count: breaches.count)
    var costs = [CostByKind]()
    var reliability = PolicyReliability(
      teams: judge.model.teams.count, months: judge.model.months, firstMonth: judge.firstMonth,
      wanted: PolicyJudge.demands.map { judge.limits.probability($0) }, futures: futures.count)
    for future in futures {
      let course = try judge.play(plan, on: future)
      costs.append(course.cost)
      let found = Breach.all(in: course, limits: judge.limits, from: judge.firstMonth)
      for (demand, limit) in PolicyJudge.demands.enumerated() {
        for team in judge.model.teams.indices {
          for month in judge.firstMonth..<judge.model.months
          where judge.limits.excess(limit, of: course[team: team, month: month], team: team) <= 0 {
            reliability.count(demand: demand, team: team, month: month)
          }
        }
      }
      for index in breaches.indices
      where found.contains(where: {
        $0.team == breaches[index].team && $0.limit == breaches[index].limit
      }) {
        broken[index] += 1
      }
    }
    for index in breaches.indices {
      breaches[index].probability = broken[index] / Double(max(1, futures.count))
    }
    return try StrategyOutcome(
      strategy: strategy, plan: plan, expected: judge.play(plan, on: judge.courses.mean),
      trial: trial.courses, costs: costs, cost: mean(costs), breaches: breaches,
      reliability: reliability, violation: trial.violation, heuristic: plan)
  }

  private static func mean(_ costs: [CostByKind]) -> CostByKind {
    let count = Double(max(1, costs.count))
    var sum = costs.reduce(into: CostByKind()) { $0 += $1 }
    sum.payroll /= count
    sum.hiring /= count
    sum.partner /= count
    sum.shortage /= count
    sum.slip /= count
    return sum
  }
}
