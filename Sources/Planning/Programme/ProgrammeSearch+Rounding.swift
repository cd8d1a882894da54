import LinearProgramming

extension ProgrammeSearch {
  /// Rounds after which little more is found.
  private static let roundings = 6
  /// A round that raises the bound by less of it than this is the last.
  private static let leastRise = 1e-4

  /// Adds rows that whole numbers keep to and the best choice without them does not, round by round.
  ///
  /// The bound is then where the solver's own cuts would bring it, in a twentieth of the time
  /// [Benchmarks/solver/README.md], and reduced costs rule out more. Any other prices or narrower
  /// bounds leave the rows true.
  ///
  /// - Returns: the best choice without whole numbers, of the program with these rows.
  func tighten(
    _ linear: inout LinearProgram, from relaxed: Solution, _ task: inout Task
  ) throws(PlanningStopped) -> Solution {
    let (base, rows) = (linear, RoundingRows(linear))
    var (best, kept) = (relaxed, [LinearProgram.Inequality]())
    // An iteration without whole numbers is a hundredth of the work of one with them, so that the budget
    // of these is left alone.
    var free = task
    free.left.iterations = .max
    defer { task.left.seconds = free.left.seconds }
    for _ in 0..<Self.roundings {
      let found = rows.violated(by: best.values)
      guard !found.isEmpty else { break }
      kept = kept.filter { $0.slack(best.values) < 1e-6 } + found
      var next = base
      next.require(kept)
      guard let solution = try run(next.relaxed, &free, start: nil, gap: 0).solution else { break }
      let rise = solution.objective - best.objective
      (best, linear) = (solution, next)
      if rise < Self.leastRise * abs(best.objective) { break }
    }
    return best
  }
}
