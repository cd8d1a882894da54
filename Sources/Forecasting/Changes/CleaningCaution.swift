import Foundation

/// Which changes of a history are left alone though they were found.
package struct CleaningCaution: Hashable, Sendable {
  /// Steps in a year; what comes back every year is then left; `nil` leaves nothing.
  package var stepsPerYear: Double?
  /// A change of level must be this large, as a logarithm, up or down.
  package var leastJump: Double

  /// Everything that is found is handled.
  package static let none = CleaningCaution(stepsPerYear: nil, leastJump: 0)

  /// For forecasts that nobody has looked at yet.
  package static func plans(stepsPerYear: Double) -> CleaningCaution {
    CleaningCaution(stepsPerYear: stepsPerYear, leastJump: log(leastFactor))
  }

  /// Moving traffic to a new level made forecasts of real page views worse on average, so it takes
  /// a change that nobody would call growth, and that a year's comparison confirms.
  private static let leastFactor = 1.5

  /// What is done about a level shift that was found.
  ///
  /// - Parameters:
  ///   - shift: found in `values`.
  ///   - values: on the work scale, without gaps.
  ///   - period: steps in a short season.
  ///   - window: steps on either side that a shift is judged by.
  ///   - isLogarithmic: whether jumps are logarithms of factors.
  /// - Returns: `.rescaled`, `.noted` or `.recurring`.
  func handling(
    _ shift: ShiftFinder.Shift, in values: [Double], period: Int, window: Int,
    isLogarithmic: Bool
  ) -> Change.Handling {
    guard let stepsPerYear else { return .rescaled }
    let recurrence = Recurrence(stepsPerYear: stepsPerYear, period: period)
    if recurrence.repeats(shift, in: values, window: window) { return .recurring }
    let isStrong = !isLogarithmic || abs(shift.jump) >= leastJump
    return isStrong && recurrence.confirms(shift, in: values) ? .rescaled : .noted
  }
}
