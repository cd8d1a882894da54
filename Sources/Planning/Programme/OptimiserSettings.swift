/// How long and how exactly plans are searched.
package struct OptimiserSettings: Hashable, Sendable {
  /// Proved distance from the best of a programme, relative to the money that it decides on.
  package var gap = 0.02
  /// Seconds of the solver for one strategy.
  package var seconds = 20.0
  /// Futures that plans are made for.
  package var futures = 400
  /// Programmes solved in turn at most.
  package var rounds = 4

  package init() {}

  /// Standard errors by which demands are to hold more often than wanted: what holds as often as
  /// wanted in the futures that a plan was made for does so in only half of all others.
  static let margin = 1.0

  /// Futures for planning have numbers of their own, so that others are fresh to judge by.
  var numbers: Range<Int> { Self.firstNumber..<Self.firstNumber + futures }
  private static let firstNumber = 1 << 24
}
