package import LinearProgramming
package import Organization
package import Simulation

/// The search for a recommendation, step by step, so that whoever asked for it can stop in between.
///
/// First come plans of the hire-up-to heuristic, which take a moment; then the optimiser's; then all
/// of them are judged in futures that neither has seen; then one is recommended and explained.
package struct PlanSearch: Sendable {
  package let traffic: TrafficOutlook
  private(set) var judge: PolicyJudge
  private var comparison = StrategyComparison()
  private(set) var futures: StrategyFutures?
  private var stopped: Recommendation.Stop?
  private(set) var optimiser: Optimiser?
  let perform: Pieces

  /// - Parameters:
  ///   - organization: under one scenario.
  ///   - traffic: what it may do.
  ///   - committed: seats that are decided already, and so part of every plan.
  ///   - watch: follows the search and may end it.
  ///   - perform: does work whose pieces may be done at once.
  package init(
    _ organization: Organization, traffic: TrafficOutlook, committed: [Seat] = [],
    watch: PlanningWatch, perform: @escaping Pieces = onePieceAfterAnother
  ) {
    self.traffic = traffic
    self.perform = perform
    judge = PolicyJudge(
      StaffingModel(organization),
      courses: Courses(traffic, demandedBy: organization.policy),
      committed: StaffingPlan(seats: committed), watch: watch)
  }

  /// Plans with the hire-up-to heuristic.
  ///
  /// - Parameters:
  ///   - strategies: those to compare; as-is is always played.
  ///   - keepingTwins: whether strategies with the same plan are kept, for they may part later.
  /// - Throws: ``PlanningStopped`` where the watch ended the search before anything beside as-is was
  ///   compared; later it leaves a partial answer.
  package mutating func compare(
    _ strategies: Set<Strategy>, keepingTwins: Bool = false
  ) throws(PlanningStopped) {
    do {
      try comparison.run(strategies, judge: &judge, keepingTwins: keepingTwins)
    } catch {
      let built = comparison.outcomes.contains { $0.strategy != .asIs }
      guard built, case .strategy(let strategy, _, _) = judge.work else { throw error }
      stopped = .comparing(strategy)
    }
  }

  /// Looks for better plans than the heuristic's, of all strategies side by side.
  ///
  /// - Parameters:
  ///   - base: the organisation with backfills only, in its futures.
  ///   - solver: of the programmes.
  ///   - settings: how long and how exactly.
  ///   - locked: seats that every plan has to have.
  package mutating func optimise(
    _ base: FuturePlan, solver: any Solver, settings: OptimiserSettings, locked: [Seat] = []
  ) {
    guard stopped == nil else { return }
    let optimiser = Optimiser(
      base, traffic: traffic.mean, solver: solver, settings: settings, watch: judge.watch,
      perform: perform)
    self.optimiser = optimiser
    let (given, judge) = (comparison.outcomes, judge)
    let locked = judge.committed.seats + locked
    // One strategy by itself, or many teams, leave no core idle.
    let isSideBySide =
      given.count { $0.strategy != .asIs } > 1
      && optimiser.teams.count <= ProgrammeSearch.mostTogether
    let pieces = PieceWork(perform: isSideBySide ? perform : onePieceAfterAnother)
    // The mixed strategy takes longest, so that it begins first.
    let better = Array(
      pieces.results(given.indices) { piece throws(PlanningStopped) in
        try Self.improved(given[given.count - 1 - piece], optimiser, judge, locked: locked)
      }.reversed())
    comparison.replace(
      with: zip(given, better).map { given, better in
        if case .success(let outcome) = better { outcome } else { given }
      })
    let isStopped = better.contains { if case .success = $0 { false } else { true } }
    if isStopped { stopped = .optimising }
  }

  private static func improved(
    _ given: StrategyOutcome, _ optimiser: Optimiser, _ judge: PolicyJudge, locked: [Seat]
  ) throws(PlanningStopped) -> StrategyOutcome {
    guard given.strategy != .asIs else { return given }
    let found = try optimiser.solve(given.strategy, from: given.plan, locked: locked)
    guard let best = found.best else { return given }
    var outcome = try StrategyComparison.outcome(
      of: given.strategy, plan: best.plan, judge: judge)
    outcome.search = found
    outcome.heuristic = given.plan
    return outcome
  }

  /// The programme that the plan of a strategy leads to, in MPS; empty where nothing was optimised.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  package func programme(of strategy: Strategy) throws(PlanningStopped) -> String {
    guard let optimiser,
      let outcome = comparison.outcomes.first(where: { $0.strategy == strategy })
    else { return "" }
    return try optimiser.programme(of: strategy, near: outcome.plan).linear.mps(
      name: "cadre-\(strategy.rawValue)")
  }

  /// The plans to judge in futures of their own: of every strategy, then what the heuristic would do.
  package func trials(_ base: FuturePlan, futures: Int) -> StrategyFutures {
    let outcomes = comparison.outcomes
    let heuristics = outcomes.filter { $0.search != nil }.map(\.heuristic)
    return StrategyFutures(
      outcomes.map(\.plan) + heuristics, rivals: outcomes.count, base: base, futures: futures)
  }

  /// Takes in how the plans did.
  package mutating func take(_ judged: StrategyFutures) {
    guard judged.count > 1 else { return }
    futures = judged
    comparison.replace(
      with: comparison.outcomes.enumerated().map { $1.judged(by: judged.runs[$0]) })
  }

  /// Leaves it at what is known.
  package mutating func stop() { stopped = stopped ?? .explaining }

  // MARK: Around the answer

  /// Cost against risk: plans that miss less and less of the policy, of the recommended strategy, or
  /// of hires where doing nothing is best; none of a partial answer.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  package func frontier(
    of recommendation: Recommendation
  ) throws(PlanningStopped) -> [FrontierPoint] {
    guard recommendation.stopped == nil else { return [] }
    let best = recommendation.recommended
    let strategy = best.strategy == .asIs ? .inHouse : best.strategy
    guard let optimiser else {
      return try Frontier.points(
        of: judge.model.organization, traffic: traffic, strategy: strategy, watch: judge.watch)
    }
    var plan = best.plan
    if best.strategy == .asIs {
      plan = try optimiser.solve(strategy, from: .asIs).best?.plan ?? plan
    }
    return try Frontier.optimised(optimiser, strategy: strategy, plan: plan)
  }

  // MARK: The answer

  /// One of the plans, and why; partial where the watch ended the search.
  package func recommendation() -> Recommendation {
    var answer = unexplained()
    guard stopped == nil else { return answer }
    do {
      try explain(&answer)
    } catch {
      answer.stopped = .explaining
    }
    return answer
  }

  /// One of the plans, without what each seat is for and what would change the answer.
  package func unexplained() -> Recommendation {
    let outcomes = comparison.outcomes
    let best = index(ofBest: outcomes)
    var answer = Recommendation(
      model: judge.model, outcomes: outcomes, leftOut: comparison.leftOut, best: best,
      probabilityOfBest: probabilities(outcomes),
      seats: SeatFacts(judge: judge, plan: outcomes[best].plan).unexplained(), breakEvens: [],
      asIsMargin: nil, unowned: Planner.unowned(judge.model),
      courses: judge.courses.futures.count, traffic: judge.courses.mean,
      solver: optimiser?.search.solver.name,
      futures: futures, stopped: stopped)
    let steps = StepFacts(model: judge.model, plan: outcomes[best].plan)
    (answer.transfers, answer.rises) = (steps.transfers(), steps.rises())
    return answer
  }

  /// The cheapest of those that come nearest to the policy.
  ///
  /// Where a mix is cheaper than employees alone or partners alone by no more than chance may make
  /// it, the simpler plan is best.
  private func index(ofBest outcomes: [StrategyOutcome]) -> Int {
    let best = Planner.index(ofBest: outcomes)
    guard let futures, outcomes[best].strategy == .hybrid else { return best }
    let simpler = Planner.comparable(outcomes).filter { other in
      guard other != best, outcomes[other].strategy != .asIs else { return false }
      let dearer = futures.extraCost(other, than: best)
      return dearer.mean <= 2 * (dearer.standardError ?? .infinity)
    }
    return simpler.min { outcomes[$0].meanCost < outcomes[$1].meanCost } ?? best
  }

  private func probabilities(_ outcomes: [StrategyOutcome]) -> [Double] {
    guard let futures else { return Planner.shares(ofBest: outcomes) }
    let comparable = Planner.comparable(outcomes)
    return outcomes.indices.map {
      futures.probabilityOfBest($0, among: comparable).value ?? 0
    }
  }
}
