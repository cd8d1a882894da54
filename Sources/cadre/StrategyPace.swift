import Planning

/// Guesses how long a search still takes from how long strategies took so far.
///
/// Backfills alone need no search, so the guess begins when the first searched strategy is done.
/// What follows the strategies is short beside them.
struct StrategyPace {
  private var firstNumber: Int?
  private var begun: (number: Int, at: Duration)?
  private var firstAt = Duration.zero

  /// Time left, or `nil` while there is nothing to go by.
  mutating func left(at work: PlanningStep.Work, now: Duration) -> Duration? {
    guard case .strategy(let strategy, let number, let count) = work, strategy != .asIs else {
      return nil
    }
    if firstNumber == nil {
      firstNumber = number
      firstAt = now
    }
    if begun?.number != number { begun = (number, now) }
    guard let firstNumber, let begun, number > firstNumber else { return nil }
    let each = (begun.at - firstAt) / Double(number - firstNumber)
    let left = each * Double(count - number + 1) - (now - begun.at)
    return left > .zero ? left : nil
  }
}
