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
    _ linear: LinearProgram, start: [Double]?, gap: Double, _ left: inout SearchBudget
  ) throws(PlanningStopped) -> Solution? {
    let first = try start.flatMap { values throws(PlanningStopped) in
      try solve(linear.fixing(values), start: nil, gap: 0, &left)
    }
    let found = try solve(linear, start: first?.values ?? start, gap: gap, &left)
    guard let first, first.objective < found?.objective ?? .infinity else { return found }
    var better = first
    better.bound = min(first.objective, found?.bound ?? -.infinity)
    return better
  }

  private func solve(
    _ linear: LinearProgram, start: [Double]?, gap: Double, _ left: inout SearchBudget
  ) throws(PlanningStopped) -> Solution? {
    try watch.willDo(.optimising(strategy, round: 1), runs: 1)
    var taken = SearchBudget(seconds: 0, iterations: 0)
    let outcome = solver.solve(
      linear, limits: left.limits(absoluteGap: gap), start: start.map(SolverStart.values)
    ) {
      taken.seconds = max(taken.seconds, $0.seconds)
      taken.iterations = max(taken.iterations, $0.iterations)
      return watch.isStopping
    }
    left -= taken
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
