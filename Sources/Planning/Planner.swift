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
  /// - Throws: ``PlanningStopped`` soon after `watch` asked for it, at the latest after one run of
  ///   the recursion.
  package static func recommend(
    for organization: Organization, traffic: TrafficOutlook, strategies: Set<Strategy>,
    watch: PlanningWatch
  ) throws(PlanningStopped) -> Recommendation {
    let model = StaffingModel(organization)
    let courses = Courses(traffic, demandedBy: organization.policy)
    var judge = PolicyJudge(model, courses: courses, watch: watch)
    let compared = Strategy.allCases.filter { $0 == .asIs || strategies.contains($0) }
    var leftOut = [(strategy: Strategy, reason: String)]()
    var outcomes = [StrategyOutcome]()
    for (index, strategy) in compared.enumerated() {
      if let reason = obstacle(to: strategy, in: organization) {
        leftOut.append((strategy, reason))
        continue
      }
      judge.work = .strategy(strategy, number: index + 1, count: compared.count)
      let plan = try HireUpTo(judge, strategy: strategy).plan()
      if let twin = outcomes.first(where: { $0.plan == plan }) {
        leftOut.append((strategy, "comes to the same plan as \(twin.strategy.rawValue)"))
        continue
      }
      outcomes.append(try outcome(of: strategy, plan: plan, judge: judge))
    }
    let best = index(ofBest: outcomes)
    judge.work = .seats
    let seats = try SeatFacts(judge: judge, plan: outcomes[best].plan).seats()
    judge.work = .breakEvens
    let search = BreakEvenSearch(
      model: model, outcomes: outcomes, best: best, courses: courses, watch: watch)
    return try Recommendation(
      model: model, outcomes: outcomes, leftOut: leftOut, best: best,
      probabilityOfBest: shares(ofBest: outcomes), seats: seats,
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
      trial: trial.courses, costs: costs, breaches: breaches, reliability: reliability,
      violation: trial.violation)
  }

  /// The cheapest of those that come nearest to the policy.
  static func index(ofBest outcomes: [StrategyOutcome]) -> Int {
    let candidates = comparable(outcomes)
    return candidates.min { outcomes[$0].meanCost < outcomes[$1].meanCost } ?? 0
  }

  /// Outcomes that keep the policy in about as many team-months as the best one, and miss it by
  /// about as little in the others.
  static func comparable(_ outcomes: [StrategyOutcome]) -> [Int] {
    let most = outcomes.map(\.reliability.kept).max() ?? 0
    let nearest = outcomes.indices.filter { outcomes[$0].reliability.kept >= most - aboutAsMuch }
    let least = nearest.map { outcomes[$0].violation }.min() ?? 0
    let worst = outcomes.map(\.violation).max() ?? 0
    return nearest.filter { outcomes[$0].violation <= least + worst * aboutAsLittle }
  }

  /// Two team-months in a hundred are not worth paying any price for.
  private static let aboutAsMuch = 0.02
  /// Nor is a tenth of what the worst plan misses.
  private static let aboutAsLittle = 0.1

  private static func shares(ofBest outcomes: [StrategyOutcome]) -> [Double] {
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
