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
    let model = StaffingModel(organization)
    let courses = Courses(traffic, demandedBy: organization.policy)
    let judge = PolicyJudge(model, courses: courses)
    var leftOut = [(strategy: Strategy, reason: String)]()
    var outcomes = [StrategyOutcome]()
    for strategy in Strategy.allCases where strategy == .asIs || strategies.contains(strategy) {
      if let reason = obstacle(to: strategy, in: organization) {
        leftOut.append((strategy, reason))
        continue
      }
      let plan = HireUpTo(judge, strategy: strategy).plan()
      if let twin = outcomes.first(where: { $0.plan == plan }) {
        leftOut.append((strategy, "comes to the same plan as \(twin.strategy.rawValue)"))
        continue
      }
      outcomes.append(outcome(of: strategy, plan: plan, judge: judge))
    }
    let policy = organization.policy
    let best = index(ofBest: outcomes, policy: policy)
    let seats = SeatFacts(judge: judge, plan: outcomes[best].plan).seats()
    let search = BreakEvenSearch(model: model, outcomes: outcomes, best: best, courses: courses)
    return Recommendation(
      model: model, outcomes: outcomes, leftOut: leftOut, best: best,
      probabilityOfBest: shares(ofBest: outcomes, policy: policy), seats: seats,
      breakEvens: search.all(),
      asIsMargin: search.asIsMargin(judge),
      unowned: model.services.indices.filter { model.services[$0].owners.isEmpty },
      futures: courses.futures.count)
  }

  private static func obstacle(to strategy: Strategy, in organization: Organization) -> String? {
    guard strategy == .partner || strategy == .hybrid else { return nil }
    return organization.partners.isEmpty ? "the model names no partner" : nil
  }

  private static func outcome(of strategy: Strategy, plan: StaffingPlan, judge: PolicyJudge)
    -> StrategyOutcome
  {
    let trial = judge.trial(of: plan)
    let futures = judge.courses.futures
    var breaches = judge.breaches(in: trial)
    var broken = [Double](repeating: 0, count: breaches.count)
    var costs = [CostByKind]()
    var holds = [Int](repeating: 0, count: judge.model.teams.count)
    for future in futures {
      let course = judge.play(plan, on: future)
      costs.append(course.cost)
      let found = Breach.all(in: course, limits: judge.limits, from: judge.firstMonth)
      let failing = Set(found.filter { $0.limit.weight == .policy }.map(\.team))
      for team in holds.indices where !failing.contains(team) { holds[team] += 1 }
      for index in breaches.indices
      where found.contains(where: {
        $0.team == breaches[index].team && $0.limit == breaches[index].limit
      }) {
        broken[index] += 1
      }
    }
    let count = Double(max(1, futures.count))
    for index in breaches.indices { breaches[index].probability = broken[index] / count }
    return StrategyOutcome(
      strategy: strategy, plan: plan, expected: judge.play(plan, on: judge.courses.mean),
      trial: trial.courses, costs: costs, breaches: breaches,
      policyHolds: holds.map { Double($0) / count },
      violation: trial.violation)
  }

  /// The cheapest of those that come nearest to the policy.
  static func index(ofBest outcomes: [StrategyOutcome], policy: Policy) -> Int {
    let candidates = comparable(outcomes, policy: policy)
    return candidates.min { outcomes[$0].meanCost < outcomes[$1].meanCost } ?? 0
  }

  /// Outcomes that hold the policy as often as wanted, or else nearly as often as the best one.
  ///
  /// Where no plan holds it at all, those that miss it by about as little as the nearest.
  static func comparable(_ outcomes: [StrategyOutcome], policy: Policy) -> [Int] {
    let wanted = policy.coverage.probability
    let reached = outcomes.map { min(wanted, $0.leastPolicyHolds) }
    let most = reached.max() ?? 0
    guard most < wanted / 2 else {
      return outcomes.indices.filter { reached[$0] >= most - 1.5 / Double(Courses.count) }
    }
    let least = outcomes.map(\.violation).min() ?? 0
    return outcomes.indices.filter { outcomes[$0].violation <= least * 1.1 + 1e-6 }
  }

  private static func shares(ofBest outcomes: [StrategyOutcome], policy: Policy) -> [Double] {
    let candidates = comparable(outcomes, policy: policy)
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
