import LinearProgramming
import Organization
import Simulation

/// Teams by themselves.
extension ProgrammeSearch {
  /// Every team by itself, as if the others took nothing.
  func each(
    _ task: inout Task, within limits: [Double]
  ) throws(PlanningStopped) -> [Part]? {
    let shared = task
    let found = try pieces.each(shared.settings.indices) {
      team throws(PlanningStopped) -> (part: Part?, taken: SearchBudget) in
      var own = shared
      let part = try part(of: team, &own, within: limits)
      return (part, shared.left - own.left)
    }
    var parts = [Part]()
    for (part, taken) in found {
      task.left -= taken
      guard let part else { return nil }
      parts.append(part)
    }
    return parts
  }

  func part(
    of team: Int, _ task: inout Task, within limits: [Double]
  ) throws(PlanningStopped) -> Part? {
    let (model, prices) = (world.model, task.prices)
    var programme = StaffingProgramme(world)
    let rows = zip(task.rows, limits).map { row, limit in
      SharedMeans.Row(name: row.name, limit: limit, share: row.share)
    }
    let priced = prices.indices.filter { prices[$0] > 0 }
    programme.add(task.settings[team], needs: task.needs[team], options: options[team]) { option in
      priced.reduce(option.cost(in: model)) { $0 + prices[$1] * rows[$1].taken(option) }
    }
    programme.share(rows.filter { $0.limit < .infinity })
    programme.lock(locked.filter { $0.team == team })
    guard let best = try best(of: &programme, &task),
      var part = checked(programme.options(of: best.values), of: team, task)
    else { return nil }
    let taken = priced.reduce(0) { sum, row in
      part.seats.reduce(sum) { $0 + prices[row] * rows[row].taken($1) }
    }
    guard abs(part.objective + taken - best.objective) <= 1e-5 * max(1, best.objective)
    else { return nil }
    part.bound = best.bound
    part.distance = best.objective - best.bound
    return part
  }

  /// The best choice for one team, and how near to the best it is proved to be.
  ///
  /// First among seats that look good: in the plan at hand, in the programme without whole numbers, or
  /// beside one of these. What comes of it rules out all seats that cost too much to be in a plan better
  /// by more than the gap, by their reduced costs [Dantzig, Fulkerson & Johnson 1954]; often half of
  /// them are gone when it comes to the proof.
  ///
  /// Rows of a team are dense, so that presolving the whole programme makes it slower, not smaller
  /// [Benchmarks/solver/README.md].
  private func best(
    of programme: inout StaffingProgramme, _ task: inout Task
  ) throws(PlanningStopped) -> Solution? {
    guard var relaxed = try run(programme.linear.relaxed, &task, start: nil, gap: 0).solution
    else { return nil }
    let gap = task.gap * max(1, programme.money(of: relaxed.values))
    relaxed = try tighten(&programme.linear, from: relaxed, &task)
    let good = programme.taken(in: relaxed.values).union(task.near.seats)
    var first = task
    first.left = task.left.scaled(by: Self.shareOfGood)
    let before = first.left
    var found = try run(
      programme.keeping(like: good).linear, &first, start: programme.start(task.near), gap: gap / 2,
      presolves: false
    ).solution
    task.left -= before - first.left
    let cutoff = (found?.objective ?? .infinity) - gap
    found?.bound = relaxed.objective
    guard cutoff > relaxed.objective else { return found }
    let proof = try run(
      programme.linear.without(above: cutoff, relaxed), &task, start: found?.values, gap: gap,
      presolves: false
    ).solution
    guard let proof else { return found }
    let bound = max(relaxed.objective, min(proof.bound, cutoff))
    if found.map({ proof.objective < $0.objective }) ?? true { found = proof }
    found?.bound = bound
    return found
  }

  /// Of the work for one team, what the first look may take.
  private static let shareOfGood = 0.6

  /// What the seats of a team come to by a reckoning of its own; `nil` where they may not be.
  func checked(_ seats: [SeatOption], of team: Int, _ task: Task) -> Part? {
    let check = ProgrammeCheck(
      world: world, setting: task.settings[team], needs: task.needs[team]
    ).result(of: seats)
    guard RiseOptions(model: world.model).allows(StaffingPlan(seats).rises) else { return nil }
    // Whoever locks a seat may break what it breaks.
    guard check.broken.isEmpty || locked.contains(where: { $0.team == team }) else { return nil }
    return Part(
      seats: seats, money: check.money, objective: check.money + check.missed)
  }
}
