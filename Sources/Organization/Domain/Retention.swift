/// What beside load keeps the people of a team, as its lead judges it.
package enum RetentionLever: String, CaseIterable, Sendable {
  /// Whether people decide how they do their work.
  case autonomy
  /// Whether they learn and can rise.
  case growth
  /// Whether good work is seen and paid.
  case recognition
  /// Whether the work matters to them.
  case meaning
}

/// How a team stands with each ``RetentionLever``: 0 is worse than ordinary, 1 ordinary, 2 better.
package struct Retention: Hashable, Sendable {
  /// By ``RetentionLever``, in its order.
  private var steps: [Int]

  /// Everything as ordinary as it is anywhere.
  package static let ordinary = Retention()

  package init() { steps = [Int](repeating: 0, count: RetentionLever.allCases.count) }

  package subscript(lever: RetentionLever) -> Int {
    get { 1 + steps[Self.place(of: lever)] }
    set { steps[Self.place(of: lever)] = newValue - 1 }
  }

  /// Steps better than ordinary, less those worse, all levers together.
  package var stepsAboveOrdinary: Int { steps.reduce(0, +) }

  private static func place(of lever: RetentionLever) -> Int {
    RetentionLever.allCases.firstIndex(of: lever) ?? 0
  }
}
