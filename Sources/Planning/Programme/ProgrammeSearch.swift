import LinearProgramming
import Organization
import Simulation

/// Solves the programmes of all teams: each by itself, and together where they share what is scarce.
///
/// Teams touch each other only through recruiters, partners' seats, money and the number of seats.
/// Where their own best plans fit into that, they are the best of all. Where they do not, up to
/// ``mostTogether`` of them are solved in one programme; of more, see ``priced(_:)``.
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
    /// What one unit of each shared row costs.
    var prices: [Double]
    var rows: [SharedMeans.Row]
  }

  /// The part of one team.
  struct Part: Sendable {
    var seats: [SeatOption] = []
    var money = 0.0
    /// Money and the price on missing the policy.
    var objective = 0.0
    /// What no plan of this team can have less of, prices on shared means included.
    var bound = 0.0
    /// How far above the best it may be, prices included.
    var distance = Double.infinity
  }

  /// Finds a plan; proves how good it is only where `isProof` asks for it, as that takes longest.
  ///
  /// - Returns: `nil` where the solver found nothing that stands up to a check.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func solve(
    _ needs: [TeamNeeds], settings: [TeamSetting], near plan: StaffingPlan, gap: Double,
    budget: SearchBudget, isProof: Bool
  ) throws(PlanningStopped) -> Solved? {
    let rows = self.rows
    var task = Task(
      needs: needs, settings: settings, near: plan, gap: gap, left: budget,
      prices: rows.map { _ in 0 }, rows: rows)
    let found =
      settings.count <= Self.mostTogether
      ? try together(&task, isProof: isProof) : try priced(&task)
    guard let found else { return nil }
    return solved(found.parts, bound: found.bound, budget - task.left)
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

  // MARK: All teams in one programme

  /// Solves one programme for all teams.
  ///
  /// Where there are many seats to choose from, with those only that look good: in the plan at hand, in
  /// the programme without whole numbers, or a month beside one of these; from there on, where a proof
  /// is wanted, with all.
  private func together(
    _ task: inout Task, isProof: Bool
  ) throws(PlanningStopped) -> (parts: [Part], bound: Double)? {
    var (programme, rows) = programme(task.needs, settings: task.settings, sharing: task.rows)
    guard var relaxed = try run(programme.linear.relaxed, &task, start: nil, gap: 0).solution
    else { return nil }
    // Where nothing that is shared is scarce, teams by themselves are solved sooner.
    if transfers.isEmpty, rows.allSatisfy({ abs(relaxed.duals[$0.index]) < 1e-6 }),
      let parts = try each(&task, within: task.rows.map(\.limit)), fits(parts, task.rows)
    {
      return (parts, parts.reduce(0) { $0 + $1.bound })
    }
    let least = max(1, programme.money(of: relaxed.values))
    relaxed = try tighten(&programme.linear, from: relaxed, &task)
    var start = programme.start(task.near)
    var bound = relaxed.objective
    var objective: Double?
    let isLarge = options.reduce(0, { $0 + $1.count }) > Self.fewColumns
    if isLarge {
      let good = programme.taken(in: relaxed.values).union(task.near.seats)
      let moves = programme.transfers(in: relaxed.values).union(task.near.transfers)
      var first = task
      if isProof { first.left = task.left.scaled(by: 0.25) }
      let before = first.left
      let found = try run(
        programme.keeping(like: good, transfers: moves).linear, &first, start: start,
        gap: (isProof ? task.gap / 2 : task.gap) * least)
      task.left -= before - first.left
      objective = found.solution?.objective
      if let solution = found.solution { start = solution.values }
    }
    if isProof || !isLarge {
      let cutoff = (objective ?? .infinity) - task.gap * least
      let found = try run(
        programme.linear.without(above: cutoff, relaxed), &task, start: start,
        gap: task.gap * least)
      if let solution = found.solution {
        if solution.objective < objective ?? .infinity {
          (start, objective) = (solution.values, solution.objective)
        }
        bound = max(bound, min(solution.bound, cutoff))
      }
    }
    let plan = StaffingPlan(programme.options(of: start))
    guard transferLimits.allSatisfy({ $0.count(plan.transfers) <= $0.most }) else { return nil }
    var parts = [Part]()
    for team in task.settings.indices {
      let own = plan.options(at: team, in: world.model)
      guard let part = checked(own, of: team, task) else { return nil }
      parts.append(part)
    }
    // Where the time was up before anything was found, the plan at hand is as good as any.
    let reckoned = parts.reduce(0) { $0 + $1.objective }
    if let objective, abs(reckoned - objective) > 1e-5 * max(1, abs(objective)) { return nil }
    guard fits(parts, task.rows) else { return nil }
    return (parts, bound)
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

  /// The programme of one team, as if the others took nothing.
  func programme(
    of team: Int, _ needs: TeamNeeds, setting: TeamSetting
  ) -> StaffingProgramme {
    var programme = StaffingProgramme(world)
    programme.add(setting, needs: needs, options: options[team]) { $0.cost(in: world.model) }
    return programme
  }

  /// Columns from which on it pays to look at good ones first.
  private static let fewColumns = 1_500

  func run(
    _ linear: LinearProgram, _ task: inout Task, start: [Double]?, gap: Double,
    presolves: Bool = true
  ) throws(PlanningStopped) -> SolverOutcome {
    let work = PlanningStep.Work.optimising(strategy, round: round + 1)
    try watch.willDo(work, runs: 1)
    let watch = watch
    var taken = SearchBudget(seconds: 0, iterations: 0)
    let outcome = solver.solve(
      linear, limits: task.left.limits(absoluteGap: gap, presolves: presolves), start: start
    ) {
      taken.seconds = max(taken.seconds, $0.seconds)
      taken.iterations = max(taken.iterations, $0.iterations)
      return watch.isStopping
    }
    task.left -= taken
    if watch.isStopping { throw PlanningStopped() }
    return outcome
  }
}
