import LinearProgramming

/// What a search may still take of a solver.
///
/// Iterations of the simplex method end it at the same plan on every machine; seconds are for who
/// cannot wait.
package struct SearchBudget: Hashable, Sendable {
  package var seconds: Double
  package var iterations: Int

  package init(seconds: Double, iterations: Int) {
    self.seconds = seconds
    self.iterations = iterations
  }

  /// So much work, however long it takes; an hour is longer than any of it.
  package init(iterations: Int) { self.init(seconds: 3_600, iterations: iterations) }

  var isSpent: Bool { seconds <= 0 || iterations <= 0 }

  /// The less of each.
  static func least(_ one: SearchBudget, _ other: SearchBudget) -> SearchBudget {
    SearchBudget(
      seconds: min(one.seconds, other.seconds),
      iterations: min(one.iterations, other.iterations))
  }

  func scaled(by share: Double) -> SearchBudget {
    SearchBudget(seconds: seconds * share, iterations: Int(Double(iterations) * share))
  }

  /// What a solver gets; a little even where nothing is left, as it may have a plan at once.
  func limits(
    absoluteGap: Double, explores: Bool = true, jumps: Bool = true
  ) -> SolverLimits {
    SolverLimits(
      seconds: max(0.05, seconds), iterations: max(1, iterations), gap: 0,
      absoluteGap: absoluteGap, explores: explores, jumps: jumps)
  }

  static func - (left: SearchBudget, taken: SearchBudget) -> SearchBudget {
    SearchBudget(
      seconds: left.seconds - taken.seconds, iterations: left.iterations - taken.iterations)
  }

  static func -= (left: inout SearchBudget, taken: SearchBudget) { left = left - taken }
}
