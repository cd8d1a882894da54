import LinearProgramming

/// A solver that somebody follows, and that begins where it is told to.
struct WatchedSolver: Sendable {
  let solver: any Solver
  let strategy: Strategy
  let watch: PlanningWatch

  /// Solves a programme, beginning with the seats of a solution if there is one.
  ///
  /// The solver may not find its way back to where it begins, so that the rest of that solution is
  /// worked out for it; what comes out is never worse.
  func run(
    _ linear: LinearProgram, start: [Double]?, gap: Double, _ seconds: inout Double
  ) throws(PlanningStopped) -> Solution? {
    let first = try start.flatMap { values throws(PlanningStopped) in
      try solve(linear.fixing(values), start: nil, gap: 0, &seconds)
    }
    let found = try solve(linear, start: first?.values ?? start, gap: gap, &seconds)
    guard let first, first.objective < found?.objective ?? .infinity else { return found }
    var better = first
    better.bound = min(first.objective, found?.bound ?? -.infinity)
    return better
  }

  private func solve(
    _ linear: LinearProgram, start: [Double]?, gap: Double, _ seconds: inout Double
  ) throws(PlanningStopped) -> Solution? {
    try watch.willDo(.optimising(strategy, round: 1), runs: 1)
    var taken = 0.0
    let outcome = solver.solve(
      linear, limits: SolverLimits(seconds: max(0.05, seconds), gap: 0, absoluteGap: gap),
      start: start
    ) { progress in
      taken = max(taken, progress.seconds)
      return watch.isStopping
    }
    seconds -= taken
    if watch.isStopping { throw PlanningStopped() }
    return outcome.solution
  }
}

extension LinearProgram {
  /// The program that is left where all whole numbers are given.
  fileprivate func fixing(_ values: [Double]) -> LinearProgram {
    var copy = relaxed
    for (index, variable) in variables.enumerated() where isWhole[index] {
      copy.bound(variable, to: (values[index], values[index]))
    }
    return copy
  }
}
