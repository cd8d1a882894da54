/// How a caller follows a long search and ends it.
///
/// Planning itself knows no clock, no terminal and no signals; it only says what it does next.
package struct PlanningWatch: Sendable {
  private let report: @Sendable (PlanningStep) -> Void
  private let isCancelled: @Sendable () -> Bool

  /// - Parameters:
  ///   - report: called before each piece of work, some hundred times in a search.
  ///   - isCancelled: asked as often; once it says yes the search ends.
  package init(
    report: @escaping @Sendable (PlanningStep) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.report = report
    self.isCancelled = isCancelled
  }

  /// Nobody looks on, and nobody stops the search.
  package static let none = PlanningWatch(report: { _ in }, isCancelled: { false })

  /// Whether somebody wants the search to end.
  var isStopping: Bool { isCancelled() }

  /// Announces the next piece of work.
  func willDo(_ work: PlanningStep.Work, runs: Int) throws(PlanningStopped) {
    if isCancelled() { throw PlanningStopped() }
    report(PlanningStep(work: work, runs: runs))
  }
}

/// The next piece of work of a search.
package struct PlanningStep: Hashable, Sendable {
  /// What the search is about, in the order in which it comes to it.
  package enum Work: Hashable, Sendable {
    /// Building and judging the plan of one strategy, counted from 1.
    case strategy(Strategy, number: Int, count: Int)
    /// Solving the programmes of one strategy, rounds counted from 1.
    case optimising(Strategy, round: Int)
    /// Playing futures of a plan to see what it leaves undone.
    case futures
    /// What breaks without each seat.
    case seats
    /// Where the recommendation would change.
    case breakEvens
    /// What could be done beside hiring.
    case levers
    /// Plans for lower and higher demands, counted from 1.
    case frontier(number: Int, count: Int)
  }

  package var work: Work
  /// Runs of the mean-value recursion in this piece.
  package var runs: Int
}

/// The watch asked to end the search.
package struct PlanningStopped: Error {}
