import LinearProgramming

extension ProgrammeSearch {
  /// Rounds after which little more is found.
  private static let roundings = 6
  /// A round that raises the bound by less of it than this is the last.
  private static let leastRise = 1e-4

  /// The best choice without whole numbers, and rows that it keeps to as whole numbers do.
  typealias Tightened = (rows: [LinearProgram.Inequality], relaxed: Solution)

  /// Finds rows that whole numbers keep to and the best choice without them does not, round by round.
  ///
  /// The bound is then where the solver's own cuts would bring it, in a twentieth of the time
  /// [Benchmarks/solver/README.md], and reduced costs rule out more. Any other prices or narrower
  /// bounds leave the rows true.
  ///
  /// `start` is a basis to begin with.
  ///
  /// - Returns: those rows that are at their limits, which do what all of them would, and the best choice
  ///   of the program that has them; `nil` where the solver has none.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func tightened(
    _ program: LinearProgram, from start: Basis? = nil, _ task: inout Task
  ) throws(PlanningStopped) -> Tightened? {
    var relaxed = program.relaxed
    let outcome = try run(relaxed, &task, start: start.map(SolverStart.basis), gap: 0)
    guard var best = outcome.solution else { return nil }
    guard program.hasWholeNumbers else { return ([], best) }
    let rounding = RoundingRows(program)
    var added = [LinearProgram.Inequality]()
    for _ in 0..<Self.roundings {
      let found = rounding.violated(by: best.values)
      guard !found.isEmpty else { break }
      relaxed.require(found)
      let outcome = try run(
        relaxed, &task, start: best.basis.map(SolverStart.basis), gap: 0)
      guard let solution = outcome.solution else { break }
      added += found
      let rise = solution.objective - best.objective
      best = solution
      if rise < Self.leastRise * abs(best.objective) { break }
    }
    let kept = added.indices.filter { added[$0].slack(best.values) < 1e-6 }
    let rows = Array(0..<program.rowCount) + kept.map { program.rowCount + $0 }
    best.duals = rows.map { best.duals[$0] }
    best.basis = best.basis?.keeping(rows: rows)
    return (kept.map { added[$0] }, best)
  }

  /// The same where parts are joined by few rows: each part by itself first, as if there were enough for all,
  /// from where the whole is soon solved.
  ///
  /// Of more than ``mostTogether`` parts that do not fit together, the best mixture of what each does at some prices.
  ///
  /// - Returns: the best choice without whole numbers of the program with these rows, which are added to it.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func tighten(
    _ program: inout LinearProgram, joinedBy joining: Set<LinearProgram.Row>, _ task: inout Task
  ) throws(PlanningStopped) -> Solution? {
    let none = [Double](repeating: 0, count: program.rowCount)
    let cut = SeparateParts(program, joinedBy: joining, duals: none)
    let found = try each(cut.parts.indices, spending: 1, &task) {
      place, task throws(PlanningStopped) in
      try tightened(cut.parts[place].program, &task)
    }
    let all = found.compactMap(\.self)
    guard all.count == found.count else { return nil }
    let basis = cut.join(&program, all)
    if all.count > Self.mostTogether {
      return try mixed(program, cut, all, &task)
    }
    guard let (rows, relaxed) = try tightened(program, from: basis, &task) else { return nil }
    program.require(rows)
    return relaxed
  }
}
