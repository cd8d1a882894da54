import LinearProgramming
import Organization
import Simulation

/// The plan of all teams: looked for, joined and proved.
extension ProgrammeSearch {
  /// The programme of all teams, and what is known of its best choice.
  struct Sought: Sendable {
    /// With rows that whole numbers keep to.
    var programme: StaffingProgramme
    /// Its best without whole numbers.
    let relaxed: Solution
    /// How near to the best is near enough, relative to ``money``.
    let share: Double
    /// Its parts at prices on what joins them.
    var priced: PricedParts
    /// The best so far, or what it may begin with where ``objective`` is `nil`.
    var values: [Double]
    var objective: Double?
    var bound: Double

    /// Money of the best so far, or of the best without whole numbers.
    private var money: Double {
      programme.money(of: objective == nil ? relaxed.values : values)
    }

    /// How near to the best is near enough, in money.
    var gap: Double { share * max(1, money) }

    var isOpen: Bool { objective.map { $0 > bound + gap } ?? true }

    /// What the plan costs more than the best of all parts at their prices.
    var joining: Double { (objective ?? .infinity) - priced.objective }

    mutating func take(_ solution: Solution?) {
      if let solution { take(solution.values, solution.objective) }
    }

    mutating func take(_ choice: [Double], _ cost: Double) {
      guard cost < objective ?? .infinity else { return }
      (values, objective) = (choice, cost)
    }
  }

  /// Looks for a plan of all teams.
  ///
  /// Rows are added that whole numbers keep to, and what joins teams gets the prices at which the programme
  /// without whole numbers takes what there is. At these each part gives its best, and all together what no
  /// plan can be better than. Where the best of all parts do not fit together, seats like theirs and those a
  /// month beside make a plan that does.
  func seek(_ task: inout Task) throws(PlanningStopped) -> Sought? {
    var (programme, rows) = programme(task.needs, settings: task.settings, sharing: task.rows)
    let inner = programme.linear.rowCount
    let relaxed = try tighten(&programme.linear, joinedBy: Set(rows), &task)
    guard let relaxed else { return nil }
    rows += programme.linear.rows[inner...]
    let start = programme.start(task.near)
    let priced = try parts(
      of: programme, joinedBy: Set(rows), at: relaxed, from: start,
      within: task.gap * max(1, programme.money(of: relaxed.values)) * Self.shareOfParts, &task)
    guard let priced else { return nil }
    var sought = Sought(
      programme: programme, relaxed: relaxed, share: task.gap, priced: priced, values: start,
      bound: max(relaxed.objective, priced.bound))
    try join(&sought, &task)
    return sought
  }

  /// A plan team by team; `nil` where a team may not have its part.
  private func checked(_ plan: StaffingPlan, _ task: Task) -> [Part]? {
    let parts = task.settings.indices.map {
      checked(plan.options(at: $0, in: world.model), of: $0, task)
    }
    let all = parts.compactMap(\.self)
    return all.count == parts.count ? all : nil
  }

  /// Of what is near enough, what parts may leave open before it is known what the joining of them costs.
  private static let shareOfParts = 0.5

  /// Of what is near enough, what parts are asked for at most, whatever the joining of them costs.
  private static let leastShareOfParts = 0.1

  /// Rounding aside, all of it.
  private static let nearlyAll = 0.99

  /// Makes a plan of seats like those that are the best of each part.
  private func join(_ sought: inout Sought, _ task: inout Task) throws(PlanningStopped) {
    let programme = sought.programme
    var (seats, transfers) = (Set(task.near.seats), Set(task.near.transfers))
    if let apart = sought.priced.values(of: programme.linear.variableCount) {
      if programme.linear.violations(of: apart).isEmpty {
        sought.take(apart, programme.linear.objective(of: apart))
        // Where they pay for little that is left over, no plan of the same seats is much better.
        if let objective = sought.objective,
          objective <= sought.priced.objective + sought.gap * Self.littleJoining
        {
          return
        }
      }
      seats.formUnion(programme.taken(in: apart))
      transfers.formUnion(programme.transfers(in: apart))
    } else {
      seats.formUnion(programme.taken(in: sought.relaxed.values))
      transfers.formUnion(programme.transfers(in: sought.relaxed.values))
    }
    guard sought.isOpen else { return }
    let isMany = sought.priced.parts.count > Self.mostTogether
    if isMany, sought.objective != nil { seats.formUnion(programme.taken(in: sought.values)) }
    let near = NearSeats(seats, transfers: transfers, teams: task.settings.count)
    guard !isMany else {
      if let values = try picking(sought, keeping: near, &task) {
        sought.take(values, programme.linear.objective(of: values))
      }
      return
    }
    let found = try run(
      programme.keeping(near).linear, &task, start: .values(sought.values),
      gap: sought.gap * Self.shareOfJoining, until: sought.bound + sought.gap,
      fits: sought.objective != nil)
    sought.take(found.solution)
  }

  /// Proves how good a plan is, or finds a better one: part by part, then among all seats that a better plan can
  /// have.
  func prove(_ sought: inout Sought, _ task: inout Task) throws(PlanningStopped) {
    guard sought.isOpen else { return }
    let isMany = sought.priced.parts.count > Self.mostTogether
    try proveParts(&sought, &task)
    guard sought.isOpen else { return }
    try task.spending(Self.shareOfFirst) { task throws(PlanningStopped) in
      try join(&sought, &task)
    }
    if sought.isOpen { try proveParts(&sought, &task) }
    guard sought.isOpen, !isMany else { return }
    let cutoff = (sought.objective ?? .infinity) - sought.gap
    var linear = sought.programme.linear.without(above: cutoff, sought.relaxed)
    sought.priced.ruleOut(from: &linear, above: cutoff)
    let found = try run(
      linear, &task, start: .values(sought.values), gap: sought.gap,
      until: sought.bound + sought.gap, fits: sought.objective != nil)
    sought.take(found.solution)
    if let solution = found.solution {
      sought.bound = max(sought.bound, min(solution.bound, cutoff))
    }
  }

  /// Proves parts until the plan is near enough to what they come to.
  private func proveParts(_ sought: inout Sought, _ task: inout Task) throws(PlanningStopped) {
    let joining = sought.joining
    let open =
      joining.isFinite
      ? max(Self.leastShareOfParts * sought.gap, Self.nearlyAll * sought.gap - joining)
      : Self.shareOfParts * sought.gap
    try prove(&sought.priced, within: open, &task)
    sought.bound = max(sought.bound, sought.priced.bound)
  }

  /// Of the work that is left, what a look among good seats may take before the proof.
  private static let shareOfFirst = 0.5

  /// Of what is near enough, what the best of all parts may pay for what nobody takes: a proof has the rest
  /// for the parts.
  private static let littleJoining = 2.0 / 3

  /// Of what is near enough, how exactly a plan is made of what is the best of each part.
  static let shareOfJoining = 0.25

  /// The plan that was found, team by team; `nil` where it does not stand up to a check.
  func parts(of sought: Sought, _ task: Task) -> [Part]? {
    let plan = StaffingPlan(sought.programme.options(of: sought.values))
    guard transferLimits.allSatisfy({ $0.count(plan.transfers) <= $0.most }),
      let parts = checked(plan, task)
    else { return nil }
    // Where the time was up before anything was found, the plan at hand is as good as any.
    let reckoned = parts.reduce(0) { $0 + $1.objective }
    if let objective = sought.objective,
      abs(reckoned - objective) > 1e-5 * max(1, abs(objective))
    {
      return nil
    }
    return fits(parts, task.rows) ? parts : nil
  }
}
