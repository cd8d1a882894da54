import LinearProgramming
import Organization
import Simulation

/// Solves the programme of all teams: each by itself, at prices on what is shared, and together.
///
/// Teams touch each other only through recruiters, partners' seats, money, the number of seats, and people who
/// change teams. Where their own best plans fit into that, they are the best of all. Where they do not, up to
/// ``mostTogether`` of them are joined in one programme of the seats that looked good; of more, some at a time.
struct ProgrammeSearch: Sendable {
  let world: StaffingProgramme.World
  let shared: SharedMeans
  let solver: any Solver
  let watch: PlanningWatch
  let pieces: PieceWork
  /// By team.
  var options: [[SeatOption]] = []
  /// Transfers that may be decided, none of more than ``mostTogether`` teams.
  var transfers: [TransferOption] = []
  var transferLimits: [TransferLimit] = []
  /// Seats that the plan has to have.
  var locked: [Seat] = []
  /// For those who watch.
  var strategy = Strategy.hybrid
  var round = 0

  init(
    world: StaffingProgramme.World, shared: SharedMeans, solver: any Solver, watch: PlanningWatch,
    perform: @escaping Pieces
  ) {
    self.world = world
    self.shared = shared
    self.solver = solver
    self.watch = watch
    pieces = PieceWork(perform: perform)
  }

  /// What was found.
  struct Solved {
    var plan: StaffingPlan
    var money: Double
    /// Money and the price on missing the policy.
    var objective: Double
    /// What no plan can have less of.
    var bound: Double
    /// What the solver took.
    var taken: SearchBudget
    /// What a proof begins with; `nil` where there is nothing left to prove.
    var sought: Sought?

    /// Proved distance from the best, relative to ``money``.
    func gap(above bound: Double) -> Double { max(0, objective - bound) / max(1, money) }
  }

  /// What a team has to add, and how.
  struct Task: Sendable {
    var needs: [TeamNeeds]
    var settings: [TeamSetting]
    var near: StaffingPlan
    var gap: Double
    var left: SearchBudget
    var rows: [SharedMeans.Row]

    /// Does something with a share of the work that is left, and takes what it took from that.
    mutating func spending<Value>(
      _ share: Double, _ work: (inout Task) throws(PlanningStopped) -> Value
    ) throws(PlanningStopped) -> Value {
      var own = self
      own.left = left.scaled(by: min(1, share))
      let before = own.left
      defer { left -= before - own.left }
      return try work(&own)
    }
  }

  /// Does pieces of work at once, each with a share of what is left, and takes what they took from that.
  func each<Value: Sendable>(
    _ pieces: Range<Int>, spending share: Double, _ task: inout Task,
    _ work: @Sendable (Int, inout Task) throws(PlanningStopped) -> Value
  ) throws(PlanningStopped) -> [Value] {
    let before = task
    let done = try self.pieces.each(pieces) {
      piece throws(PlanningStopped) -> (Value, SearchBudget) in
      var own = before
      let value = try own.spending(share) {
        task throws(PlanningStopped) in try work(piece, &task)
      }
      return (value, before.left - own.left)
    }
    for (_, taken) in done { task.left -= taken }
    return done.map(\.0)
  }

  /// The part of one team.
  struct Part: Sendable {
    var seats: [SeatOption] = []
    var money = 0.0
    /// Money and the price on missing the policy.
    var objective = 0.0
  }

  /// Finds a plan.
  ///
  /// - Returns: `nil` where the solver found nothing that stands up to a check.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func solve(
    _ needs: [TeamNeeds], settings: [TeamSetting], near plan: StaffingPlan, gap: Double,
    budget: SearchBudget
  ) throws(PlanningStopped) -> Solved? {
    var task = task(needs, settings, near: plan, gap: gap, budget)
    guard let sought = try seek(&task), let parts = parts(of: sought, task) else { return nil }
    var solved = solved(parts, bound: sought.bound, budget - task.left)
    solved.sought = sought
    return solved
  }

  /// Proves how good a plan is for the needs that it was made for, and betters it where it can.
  ///
  /// - Returns: `nil` where it found nothing that stands up to a check.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func prove(
    _ solved: Solved, _ needs: [TeamNeeds], settings: [TeamSetting], gap: Double,
    budget: SearchBudget
  ) throws(PlanningStopped) -> Solved? {
    guard var sought = solved.sought else { return solved }
    var task = task(needs, settings, near: solved.plan, gap: gap, budget)
    try prove(&sought, &task)
    guard let parts = parts(of: sought, task) else { return nil }
    return self.solved(parts, bound: sought.bound, budget - task.left)
  }

  private func task(
    _ needs: [TeamNeeds], _ settings: [TeamSetting], near plan: StaffingPlan, gap: Double,
    _ budget: SearchBudget
  ) -> Task {
    Task(needs: needs, settings: settings, near: plan, gap: gap, left: budget, rows: rows)
  }

  /// What is shared, or what locked seats take of it where that is more.
  private var rows: [SharedMeans.Row] {
    let insisted = options.flatMap { options in
      options.flatMap { option in
        [SeatOption](repeating: option, count: locked.count { $0 == option.seat })
      }
    }
    return shared.rows(in: world.model).map { row in
      var row = row
      row.limit = max(row.limit, insisted.reduce(0) { $0 + row.taken($1) })
      return row
    }
  }

  private func solved(_ parts: [Part], bound: Double, _ taken: SearchBudget) -> Solved {
    let money = parts.reduce(0) { $0 + $1.money }
    return Solved(
      plan: StaffingPlan(parts.flatMap(\.seats)), money: money,
      objective: parts.reduce(0) { $0 + $1.objective }, bound: bound, taken: taken)
  }

  /// Teams that are solved in one programme where they share what is scarce.
  static let mostTogether = 30

  func fits(_ parts: [Part], _ rows: [SharedMeans.Row]) -> Bool {
    zip(use(of: parts.flatMap(\.seats), rows), rows).allSatisfy { $0 <= $1.limit + 1e-6 }
  }

  /// What seats take of what is shared, row by row.
  func use(of seats: [SeatOption], _ rows: [SharedMeans.Row]) -> [Double] {
    rows.map { row in seats.reduce(0) { $0 + row.taken($1) } }
  }

  /// The programme of all teams.
  ///
  /// - Returns: it, and its rows for what is shared, in the order given.
  func programme(
    _ needs: [TeamNeeds], settings: [TeamSetting], sharing rows: [SharedMeans.Row]
  ) -> (StaffingProgramme, [LinearProgram.Row]) {
    var programme = StaffingProgramme(world)
    for team in settings.indices {
      let halves = transfers.compactMap { $0.half(at: team) }
      programme.add(settings[team], needs: needs[team], options: options[team] + halves) {
        $0.cost(in: world.model)
      }
    }
    programme.limit(transferLimits)
    let shared = programme.share(rows)
    programme.lock(locked)
    return (programme, shared)
  }

  /// Solves a program with what is left of a task.
  ///
  /// `best` ends the search as soon as a choice costs no more; a choice that only has to be proved is not
  /// explored around, and where the one to begin with `fits` no other is jumped for. An iteration without
  /// whole numbers is a hundredth of the work of one with them, so that the budget of these is left alone
  /// where there are none.
  func run(
    _ linear: LinearProgram, _ task: inout Task, start: SolverStart?, gap: Double,
    until best: Double = -.infinity, explores: Bool = true, fits: Bool = false
  ) throws(PlanningStopped) -> SolverOutcome {
    let work = PlanningStep.Work.optimising(strategy, round: round + 1)
    try watch.willDo(work, runs: 1)
    let watch = watch
    var (left, taken) = (task.left, SearchBudget(seconds: 0, iterations: 0))
    let isCounted = linear.hasWholeNumbers
    if !isCounted { left.iterations = .max }
    let outcome = solver.solve(
      linear,
      limits: left.limits(absoluteGap: gap, explores: explores, jumps: !fits),
      start: start
    ) {
      taken.seconds = max(taken.seconds, $0.seconds)
      if isCounted { taken.iterations = max(taken.iterations, $0.iterations) }
      return watch.isStopping || $0.best <= best
    }
    task.left -= taken
    if watch.isStopping { throw PlanningStopped() }
    return outcome
  }
}
