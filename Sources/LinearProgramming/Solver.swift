/// How long and how exactly a program is solved.
package struct SolverLimits: Hashable, Sendable {
  package var seconds: Double
  /// Difference between the cost of what was found and the best possible one, relative to the former,
  /// at which it is good enough.
  package var gap: Double
  /// The same in the unit of the cost; whichever is reached first is enough.
  package var absoluteGap: Double
  package var seed: Int32
  /// Simplex iterations.
  ///
  /// Unlike seconds they end a search at the same point on every machine, however
  /// busy it is; they are looked at every now and then, so that some more may be done.
  package var iterations: Int
  /// Whether smaller programs around choices without whole numbers are searched for better ones (RINS and
  /// RENS), which is half of the work where a choice is known that is hard to better.
  package var explores: Bool
  /// Whether a first choice is jumped for, which is a tenth of the work for nothing where the choice to begin
  /// with is known to fit (feasibility jump).
  package var jumps: Bool

  package init(
    seconds: Double = 60, iterations: Int = .max, gap: Double = 0.005, absoluteGap: Double = 0,
    seed: Int32 = 1, explores: Bool = true, jumps: Bool = true
  ) {
    self.seconds = seconds
    self.iterations = iterations
    self.gap = gap
    self.absoluteGap = absoluteGap
    self.seed = seed
    self.explores = explores
    self.jumps = jumps
  }
}

/// What is known of a program while it is solved.
package struct SolverProgress: Hashable, Sendable {
  package var seconds: Double
  /// Cost of the best choice so far; infinite where there is none.
  package var best: Double
  /// What no choice can cost less than.
  package var bound: Double
  package var nodes: Int
  /// Simplex iterations.
  package var iterations: Int
}

/// A choice of all variables, and how good it is proved to be.
package struct Solution: Hashable, Sendable {
  package var values: [Double]
  package var objective: Double
  /// What no choice can cost less than.
  package var bound: Double
  /// By row, what one more of its right-hand side would cost; zero where there are whole numbers.
  package var duals: [Double]
  /// Where a search among more rows may begin; `nil` where there are whole numbers.
  package var basis: Basis?

  package init(
    values: [Double], objective: Double, bound: Double, duals: [Double], basis: Basis? = nil
  ) {
    self.values = values
    self.objective = objective
    self.bound = bound
    self.duals = duals
    self.basis = basis
  }

  /// Proved distance to the best possible cost, relative to this one; 0 is the best.
  package var gap: Double {
    let size = abs(objective)
    return size > 0 ? max(0, objective - bound) / size : (objective > bound ? .infinity : 0)
  }

  package subscript(variable: LinearProgram.Variable) -> Double { values[variable.index] }
}

/// Which variables and rows are at their limits in the best choice without whole numbers, in the words of
/// the solver that found it.
package struct Basis: Hashable, Sendable {
  var variables: [Int32]
  var rows: [Int32]

  /// The same without some rows that are not at their limits.
  package func keeping(rows kept: some Sequence<Int>) -> Basis {
    Basis(variables: variables, rows: kept.map { rows[$0] })
  }

  /// What is between its limits, in the words of HiGHS.
  static let basic: Int32 = 1
}

/// What a search begins with.
package enum SolverStart: Hashable, Sendable {
  /// Values of all variables; a start that does not fit is worth nothing and harms nothing.
  case values([Double])
  /// The basis of the same program, maybe with fewer rows and without whole numbers; of use only where
  /// there are none.
  case basis(Basis)
}

/// How a search ended.
package enum SolverOutcome: Hashable, Sendable {
  /// Within the gap that was asked for.
  case solved(Solution)
  /// The time was up, or somebody stopped it; with the best so far.
  case stopped(Solution?)
  /// No choice keeps to all rows.
  case infeasible
  /// The cost has no end downwards.
  case unbounded
  /// It gave up, or what it said did not stand up to a check.
  case failed(String)

  /// The best choice that was found, proved or not.
  package var solution: Solution? {
    switch self {
    case .solved(let solution): solution
    case .stopped(let solution): solution
    case .infeasible, .unbounded, .failed: nil
    }
  }
}

/// Something that solves programs.
package protocol Solver: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// Looks for the choice that costs least.
  ///
  /// - Parameters:
  ///   - program: what to solve.
  ///   - limits: when to stop.
  ///   - start: what to begin with, if anything.
  ///   - watch: asked every now and then, and told at the end what it took; true stops the search.
  /// - Returns: what was found, and what is known of how good it is.
  func solve(
    _ program: LinearProgram, limits: SolverLimits, start: SolverStart?,
    watch: (SolverProgress) -> Bool
  ) -> SolverOutcome
}

extension Solver {
  package func solve(_ program: LinearProgram, limits: SolverLimits = SolverLimits())
    -> SolverOutcome
  {
    solve(program, limits: limits, start: nil) { _ in false }
  }
}
