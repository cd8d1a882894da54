package import LinearProgramming
import Organization
package import Simulation

/// Plans for several scenarios of which nobody knows which will come.
///
/// Each scenario is planned for by itself first. Where that plan leaves things, programmes of the
/// scenario are made; the first quarters of these plans, and that of one programme over all
/// scenarios, are then carried on in every scenario as well as can be. The first quarter that costs
/// least on average is the one to decide.
package struct RobustSearch: Sendable {
  private let scenarios: [RobustScenario]
  private let moved: [String]
  private let strategy: Strategy
  private let seed: UInt64
  private let solver: WatchedSolver
  private let settings: RobustSettings
  private let work: PieceWork

  /// - Parameters:
  ///   - scenarios: equally likely; see ``RobustScenario/obstacle(to:)``.
  ///   - strategy: not as-is, which has nothing to decide.
  ///   - seed: of the futures that scenarios are played in, the same luck in all of them.
  ///   - solver: of the programmes.
  ///   - settings: how long and how exactly.
  ///   - watch: follows the search and may end it.
  ///   - perform: does work whose pieces may be done at once.
  /// - Precondition: there is no obstacle to planning for all of them.
  package init(
    _ scenarios: [RobustScenario], strategy: Strategy, seed: UInt64, solver: any Solver,
    settings: RobustSettings = RobustSettings(), watch: PlanningWatch = .none,
    perform: @escaping Pieces = onePieceAfterAnother
  ) {
    precondition(RobustScenario.obstacle(to: scenarios) == nil, "no plan can be for all of these")
    precondition(strategy != .asIs, "as-is decides nothing")
    var settings = settings
    settings.decidedBefore = min(settings.decidedBefore, scenarios[0].organization.months)
    (self.scenarios, moved) = RobustScenario.knowingNothing(
      scenarios, before: settings.decidedBefore)
    self.strategy = strategy
    self.seed = seed
    self.solver = WatchedSolver(solver: solver, strategy: strategy, watch: watch)
    self.settings = settings
    work = PieceWork(perform: perform)
  }

  /// One scenario by itself.
  private struct Course: Sendable {
    var programme: ScenarioProgramme
    /// What the programme is made around.
    var plan: StaffingPlan
  }

  /// A plan for one scenario.
  private struct Solved: Sendable {
    var plan: StaffingPlan
    var amount: RobustPlan.Amount
  }

  /// What is looked for side by side.
  private struct Beside: Sendable {
    var joint: (first: [Seat]?, bound: Double) = (nil, 0)
    var trials: [Trial] = []
  }

  /// A first quarter carried on in every scenario.
  private struct Trial: Sendable {
    var candidate: RobustPlan.Candidate
    var plans: [StaffingPlan?]
  }

  /// Looks for the first quarter to decide.
  ///
  /// - Parameters:
  ///   - reference: the scenario that one would plan for who plans for one.
  ///   - given: a plan whose first quarter is compared with the others.
  /// - Returns: `nil` where the solver found no plan for some scenario.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  package func plan(reference: Int, given: StaffingPlan? = nil) throws(PlanningStopped)
    -> RobustPlan?
  {
    let all = try work.each(scenarios.indices) { scenario throws(PlanningStopped) in
      try course(of: scenarios[scenario])
    }
    // Who opens nothing yet can go on in every scenario, so that something always can.
    var firsts: [(RobustPlan.Candidate.Source, [Seat])] = [(.nothing, [])]
    if let given { firsts.append((.given, first(of: given))) }
    guard let courses = try narrowed(all, tried: firsts.flatMap(\.1)) else { return nil }
    let knowing = try work.each(courses.indices) { scenario throws(PlanningStopped) in
      try best(
        of: courses[scenario], near: courses[scenario].plan)
    }.compactMap(\.self)
    guard knowing.count == courses.count else { return nil }
    let own = knowing.indices.map {
      (RobustPlan.Candidate.Source.scenario($0), first(of: knowing[$0].plan))
    }
    var trials = [Trial]()
    try add(own, to: &trials, courses, knowing)
    // One programme takes as long as all that is tried beside it.
    let (begun, others) = (trials, firsts)
    let beside = try work.each(0..<2) { piece throws(PlanningStopped) in
      guard piece == 1 else { return try Beside(joint: solveTogether(courses, trials: begun)) }
      var trials = begun
      try add(others, to: &trials, courses, knowing)
      let better = try bettered(
        cheapest(begun).plans, of: courses, within: settings.workTogether)
      try add([(.all, first(of: better[0]))], to: &trials, courses, knowing)
      return Beside(trials: trials)
    }
    trials = beside[1].trials
    let joint = beside[0].joint
    if let seats = joint.first, !trials.contains(where: { $0.candidate.seats == seats }) {
      try add([(.all, seats)], to: &trials, courses, knowing)
    }
    let known = settled(knowing, &trials)
    return answer(trials, known, reference: reference, bound: joint.bound)
  }

  /// Lets each scenario be the source of the first quarter that leads to its best plan, where another
  /// one's turned out to be better than its own.
  private func settled(_ knowing: [Solved], _ trials: inout [Trial]) -> [Solved] {
    var knowing = knowing
    for scenario in knowing.indices {
      let bound = knowing[scenario].amount.bound
      for place in trials.indices {
        guard let amount = trials[place].candidate.amounts[scenario],
          let plan = trials[place].plans[scenario], amount.total < knowing[scenario].amount.total
        else { continue }
        knowing[scenario] = Solved(plan: plan, amount: amount)
        for other in trials.indices {
          trials[other].candidate.sources.removeAll { $0 == .scenario(scenario) }
        }
        trials[place].candidate.sources.append(.scenario(scenario))
      }
      knowing[scenario].amount.bound = min(bound, knowing[scenario].amount.total)
    }
    // Of what was found for all of them the best is enough.
    let best = trials.indices.filter { trials[$0].candidate.sources.contains(.all) }.min {
      trials[$0].candidate.mean < trials[$1].candidate.mean
    }
    for place in trials.indices where place != best {
      trials[place].candidate.sources.removeAll { $0 == .all }
    }
    trials.removeAll(where: \.candidate.sources.isEmpty)
    return knowing
  }

  /// Teams that are thought over at once, and how far apart they are in the model file.
  private static let rethought = 3
  private static let distances = [1, 3, 2]

  /// Betters plans of scenarios that begin alike by thinking a few teams over at a time, which takes a
  /// moment where all of them take minutes.
  ///
  /// [large neighbourhood search; Shaw 1998]
  private func bettered(
    _ plans: [StaffingPlan], of courses: [Course], within budget: SearchBudget
  ) throws(PlanningStopped) -> [StaffingPlan] {
    var (plans, left) = (plans, budget)
    let teams = scenarios[0].organization.teams.count
    let weight = 1 / Double(courses.count)
    let whole = courses.map { $0.programme.programme(weight: weight) }
    let gap = settings.gap * Self.size(of: plans, courses)
    for distance in Self.distances {
      for team in stride(from: 0, to: teams, by: Self.rethought - 1) where !left.isSpent {
        let open = Set((0..<Self.rethought).map { (team + $0 * distance) % teams })
        let programme = TwoStageProgramme(
          zip(whole, plans).map { programme, plan in
            var programme = programme
            programme.fix(plan, butAt: open)
            return programme
          }, decidedBefore: settings.decidedBefore)
        var share = SearchBudget.least(left, budget.scaled(by: 1 / 3))
        let before = share
        let found = try solver.run(
          programme.linear, start: programme.start(plans), gap: gap / 2, &share)
        left -= before - share
        // It begins with what there is, so that it is never worse.
        if let found { plans = programme.plans(of: found.values) }
      }
      guard teams > Self.rethought else { break }
    }
    return plans
  }

  /// Money that plans decide on, on average.
  private static func size(of plans: [StaffingPlan], _ courses: [Course]) -> Double {
    let sum = zip(plans, courses).reduce(0) { sum, pair in
      pair.0.seats.reduce(sum) { $0 + PlanCost.total(of: $1, in: pair.1.programme.model) }
    }
    return max(1, sum / Double(max(1, courses.count)))
  }

  private func answer(
    _ trials: [Trial], _ knowing: [Solved], reference: Int, bound: Double
  ) -> RobustPlan? {
    // Where one costs as much as another, the one for the reference changes least.
    let order = trials.indices.sorted {
      (trials[$0].candidate.mean, preference(trials[$0], reference), $0)
        < (trials[$1].candidate.mean, preference(trials[$1], reference), $1)
    }
    guard let chosen = order.first.map({ trials[$0] }), chosen.candidate.mean < .infinity
    else { return nil }
    let plans = chosen.plans.map { $0 ?? .asIs }
    let missPrice = StaffingProgramme.World.missPrice(StaffingModel(scenarios[0].organization))
    let finder = TriggerFinder(scenarios, plans: plans, decidedBefore: settings.decidedBefore)
    return RobustPlan(
      scenarios: scenarios, strategy: strategy, reference: reference,
      decidedBefore: settings.decidedBefore, movedFreezes: moved,
      candidates: order.map { trials[$0].candidate }, knowing: knowing.map(\.amount), plans: plans,
      triggers: finder.triggers(), missPrice: missPrice, bound: bound,
      knowingBound: knowing.reduce(0) { $0 + $1.amount.bound } / Double(max(1, knowing.count)),
      solver: solver.solver.name)
  }

  private func preference(_ trial: Trial, _ reference: Int) -> Int {
    trial.candidate.sources.contains(.scenario(reference)) ? 0 : 1
  }

  /// The plans of what costs least on average.
  private func cheapest(_ trials: [Trial]) -> (plans: [StaffingPlan], money: Double) {
    let best = trials.min { $0.candidate.mean < $1.candidate.mean }
    let money = (best?.candidate.amounts ?? []).reduce(0) { $0 + ($1?.money ?? 0) }
    return (
      scenarios.indices.map { best?.plans[$0] ?? .asIs },
      max(1, money / Double(scenarios.count))
    )
  }

  // MARK: One scenario

  /// Finds out what a scenario asks for, by plans for it alone.
  private func course(of scenario: RobustScenario) throws(PlanningStopped) -> Course {
    let model = StaffingModel(scenario.organization)
    let judge = PolicyJudge(
      model, courses: Courses(scenario.traffic, demandedBy: scenario.organization.policy),
      watch: solver.watch)
    var plan = try HireUpTo(judge, strategy: strategy).plan()
    let optimiser = Optimiser(
      FuturePlan(scenario.organization, traffic: scenario.traffic, seed: seed),
      traffic: scenario.traffic.mean, solver: solver.solver, settings: settings.optimiser,
      watch: solver.watch, perform: work.perform)
    var programme = ScenarioProgramme(
      optimiser, strategy: strategy, decidedBefore: settings.decidedBefore)
    let options = SeatOptions(model: model, strategy: strategy)
    var chase = Chase(teams: model.teams.count, months: model.months)
    var sample = try optimiser.played(plan)
    programme.needs = optimiser.needs(beyond: plan, sample, options, &chase).map(\.rougher)
    var course = Course(programme: programme, plan: plan)
    var least = price(sample, optimiser)
    for _ in 0..<settings.rounds {
      let rough = try best(
        of: Course(programme: programme, plan: plan), near: plan,
        gap: settings.roughGap, within: settings.roughWork, isNarrowed: false)
      guard let rough, rough.plan != plan else { break }
      plan = rough.plan
      sample = try optimiser.played(plan)
      programme.needs = optimiser.needs(beyond: plan, sample, options, &chase).map(\.rougher)
      let price = price(sample, optimiser)
      if price < least {
        least = price
        course.programme.needs = programme.needs
        course.plan = plan
      }
    }
    return course
  }

  /// Money, with the price on missing the policy, as futures have it.
  private func price(_ sample: FutureSample, _ optimiser: Optimiser) -> Double {
    sample.meanCost + optimiser.world.missPrice * optimiser.missed(in: sample).reduce(0, +)
  }

  private func first(of plan: StaffingPlan) -> [Seat] {
    plan.seats.filter { $0.openMonth < settings.decidedBefore }.map(\.opening)
      .sorted(by: SeatOrder.isBefore)
  }

  /// The best plan of a scenario, or the best that begins in a given way.
  private func best(
    of course: Course, beginning seats: [Seat]? = nil, near plan: StaffingPlan,
    gap: Double? = nil, within budget: SearchBudget? = nil, isNarrowed: Bool = true
  ) throws(PlanningStopped) -> Solved? {
    var scenario = course.programme
    var left = budget ?? settings.work
    if !isNarrowed {
      let whole = scenario.programme()
      guard let relaxed = try solver.run(whole.linear.relaxed, start: nil, gap: 0, &left)
      else { return nil }
      scenario = scenario.keeping(like: whole.taken(in: relaxed.values).union(plan.seats))
    }
    var programme = scenario.programme()
    if let seats { programme.decide(seats, before: settings.decidedBefore) }
    // Plans of a programme are about as dear as the one that it is made around.
    let size = Self.size(of: [plan], [course])
    let found = try solver.run(
      programme.linear, start: programme.start(plan), gap: (gap ?? settings.gap) * size, &left)
    guard let found else { return nil }
    let options = programme.options(of: found.values)
    guard let amount = scenario.amount(of: options, found) else { return nil }
    return Solved(plan: StaffingPlan(seats: options.map(\.seat)), amount: amount)
  }

  // MARK: All scenarios

  /// The scenarios with those seats only that look good in some of them, the same first ones in all.
  ///
  /// Good are those of the programme over all scenarios without whole numbers, of the plans at hand,
  /// and those beside them.
  private func narrowed(_ courses: [Course], tried: [Seat]) throws(PlanningStopped) -> [Course]? {
    let courses = sharingFirstOptions(courses)
    let whole = TwoStageProgramme(
      courses.map { $0.programme.programme(weight: 1 / Double(courses.count)) },
      decidedBefore: settings.decidedBefore)
    var left = settings.workTogether
    guard let relaxed = try solver.run(whole.linear.relaxed, start: nil, gap: 0, &left)
    else { return nil }
    let taken = courses.indices.map { scenario in
      whole.stages[scenario].taken(in: whole.values(relaxed.values, of: scenario))
        .union(courses[scenario].plan.seats)
    }
    let first = taken.reduce(Set(tried)) { all, one in
      all.union(one.filter { $0.openMonth <= settings.decidedBefore })
    }
    return zip(courses, taken).map { course, taken in
      var course = course
      course.programme = course.programme.keeping(like: taken.union(first))
      return course
    }
  }

  /// Offers in every scenario what opens first in any, so that none is told apart by it.
  private func sharingFirstOptions(_ courses: [Course]) -> [Course] {
    var courses = courses
    for team in scenarios[0].organization.teams.indices {
      var known = Set<Seat>()
      var openings = [Seat]()
      for option in courses.flatMap({ $0.programme.options[team] })
      where option.seat.openMonth < settings.decidedBefore
        && known.insert(option.seat.opening).inserted
      {
        openings.append(option.seat.opening)
      }
      for place in courses.indices {
        let offered = Set(courses[place].programme.options[team].map(\.seat.opening))
        let options = SeatOptions(model: courses[place].programme.model, strategy: strategy)
        courses[place].programme.options[team] += openings.filter { !offered.contains($0) }
          .map(options.option)
      }
    }
    return courses
  }

  /// Carries first quarters on in every scenario; those that are tried already get one more name.
  private func add(
    _ firsts: [(source: RobustPlan.Candidate.Source, seats: [Seat])], to trials: inout [Trial],
    _ courses: [Course], _ knowing: [Solved]
  ) throws(PlanningStopped) {
    var fresh = [Trial]()
    for (source, seats) in firsts {
      if let place = trials.firstIndex(where: { $0.candidate.seats == seats }) {
        if !trials[place].candidate.sources.contains(source) {
          trials[place].candidate.sources.append(source)
        }
      } else if let place = fresh.firstIndex(where: { $0.candidate.seats == seats }) {
        fresh[place].candidate.sources.append(source)
      } else {
        fresh.append(
          Trial(
            candidate: RobustPlan.Candidate(sources: [source], seats: seats, amounts: []),
            plans: []))
      }
    }
    let count = courses.count
    let tried = fresh
    let solved = try work.each(0..<tried.count * count) { piece throws(PlanningStopped) in
      try carried(on: tried[piece / count].candidate, in: piece % count, courses, knowing)
    }
    for place in fresh.indices {
      let own = solved[place * count..<(place + 1) * count]
      fresh[place].candidate.amounts = own.map { $0?.amount }
      fresh[place].plans = own.map { $0?.plan }
    }
    trials += fresh
  }

  /// The best of a scenario after a first quarter.
  private func carried(
    on candidate: RobustPlan.Candidate, in scenario: Int, _ courses: [Course], _ knowing: [Solved]
  ) throws(PlanningStopped) -> Solved? {
    if candidate.sources.contains(.scenario(scenario)) { return knowing[scenario] }
    let best = knowing[scenario].plan.seats
    let later = best.filter { $0.openMonth >= settings.decidedBefore }
    let begun = candidate.seats.map { seat in best.first { $0.opening == seat } ?? seat }
    // What was made without the programme is far from its best, so that it need not be exact.
    let isRough = candidate.sources.allSatisfy { $0 == .nothing || $0 == .given }
    return try self.best(
      of: courses[scenario], beginning: candidate.seats, near: StaffingPlan(seats: begun + later),
      gap: isRough ? settings.roughGap : nil)
  }

  /// Solves one programme for all scenarios.
  private func solveTogether(
    _ courses: [Course], trials: [Trial]
  ) throws(PlanningStopped) -> (first: [Seat]?, bound: Double) {
    let programme = TwoStageProgramme(
      courses.map { $0.programme.programme(weight: 1 / Double(courses.count)) },
      decidedBefore: settings.decidedBefore)
    var left = settings.workTogether
    let (plans, money) = cheapest(trials)
    let found = try solver.run(
      programme.linear, start: programme.start(plans), gap: settings.gap * money, &left)
    guard let found else { return (nil, 0) }
    return (programme.first(of: found.values), found.bound)
  }
}
