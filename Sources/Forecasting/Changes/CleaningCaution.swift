import Foundation

/// Which changes of a history are left alone though they were found.
package struct CleaningCaution: Hashable, Sendable {
  /// Steps in a year; what comes back every year is then left; `nil` leaves nothing.
  package var stepsPerYear: Double?
  /// A change of level must be this large, as a logarithm, up or down.
  package var leastJump: Double
  /// Single values must be this far below what was expected, as a logarithm.
  package var leastDip: Double
  /// Single values must be this far above what was expected, as a logarithm.
  package var leastSpike: Double

  /// Everything that is found is handled.
  package static let none = CleaningCaution(
    stepsPerYear: nil, leastJump: 0, leastDip: 0, leastSpike: 0)

  /// For forecasts that nobody has looked at yet.
  package static func plans(stepsPerYear: Double) -> CleaningCaution {
    CleaningCaution(
      stepsPerYear: stepsPerYear, leastJump: log(leastFactor), leastDip: log(dipFactor),
      leastSpike: log(spikeFactor))
  }

  /// Moving traffic to a new level made forecasts of real page views worse on average, so it takes
  /// a change that nobody would call growth, and that a year's comparison confirms.
  private static let leastFactor = 1.5
  /// Spikes of traffic come again, and taking them out makes forecasts too low.
  ///
  /// Scaled errors of the monthly page views of 239 projects rose by 0.5, 2.6 and 0.6 % (12, 6 and 3
  /// months ahead) with all outliers pulled in, by 0.0, 0.2 and 0.3 % with dips alone. Those of
  /// withdrawals from cash machines, which fail at times, fell by 9 %.
  private static let dipFactor = 2.0
  private static let spikeFactor = 30.0
  /// Values farther than this from what was expected are told even if they are left alone.
  private static let toldFactor = 3.0

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

  /// What is done about a single value at some distance from what was expected of it.
  ///
  /// - Returns: `.winsorised`, `.noted`, or `nil` where it is not worth a word.
  func handling(distance: Double, isLogarithmic: Bool) -> Change.Handling? {
    if !isLogarithmic || distance <= -leastDip || distance >= leastSpike { return .winsorised }
    return abs(distance) >= log(Self.toldFactor) ? .noted : nil
  }
}
