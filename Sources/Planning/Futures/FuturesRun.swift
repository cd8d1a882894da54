import Organization

/// Plays futures in rounds until enough is known.
///
/// It neither starts threads nor looks at a clock: the caller plays the batches of a round where it
/// likes and hands them back in order.
package struct FuturesRun: Sendable {
  /// When to stop.
  package struct Goal: Hashable, Sendable {
    /// Futures to play at most.
    package var futures: Int
    /// Stop earlier where ``FuturesEstimate/precision`` is as small; `nil` plays all.
    package var precision: Double?

    package init(futures: Int, precision: Double? = nil) {
      self.futures = futures
      self.precision = precision
    }
  }

  package let judge: FutureJudge
  package let goal: Goal
  package private(set) var estimate: FuturesEstimate

  package init(_ judge: FutureJudge, goal: Goal) {
    self.judge = judge
    self.goal = goal
    estimate = FuturesEstimate(judge)
  }

  /// Futures after which the precision is looked at, whatever the number of threads.
  private static let round = 256
  /// Futures that one thread plays at once: as many as are fast, unless threads had to wait for them.
  private var most: Int { goal.precision == nil && goal.futures >= 2_048 ? 32 : 16 }
  /// Numbers that a batch may hold, 8 bytes each.
  private static let room = 2_000_000
  /// Batches that are played before any is taken in, so that memory has a bound.
  private static let ahead = 16

  package var isDone: Bool {
    if estimate.count >= goal.futures { return true }
    guard let wanted = goal.precision, estimate.count % Self.round == 0 else { return false }
    return estimate.precision <= wanted
  }

  /// The batches to play next, empty where enough is known.
  package var next: [Range<Int>] {
    guard !isDone else { return [] }
    let cells = judge.organization.teams.count * judge.organization.months
    let each = max(1, cells * TeamFigure.allCases.count)
    let size = max(1, min(most, Self.room / each))
    let start = estimate.count
    let end =
      goal.precision == nil
      ? goal.futures : min(goal.futures, (start / Self.round + 1) * Self.round)
    return stride(from: start, to: end, by: size).prefix(Self.ahead).map {
      $0..<min(end, $0 + size)
    }
  }

  /// Takes in what was played, in the order of ``next``.
  package mutating func add(_ batches: [FutureBatch], perform: Pieces = onePieceAfterAnother) {
    estimate.add(batches, perform: perform)
  }
}
