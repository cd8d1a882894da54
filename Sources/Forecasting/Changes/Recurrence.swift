import Foundation

/// Tells what comes every year from what happened once.
struct Recurrence {
  private let year: Double
  /// Whole short seasons, so that weekdays are compared with the same weekdays.
  private let wholeYear: Int

  /// Feasts move by a week or so against the year.
  private static let movesByDays = 9.0
  /// A change of this part in another year is the same change.
  private static let leastRepeated = 0.5
  /// The comparison with the year before must show this part of a change that lasts.
  private static let leastConfirmed = 0.5

  init(stepsPerYear: Double, period: Int) {
    year = stepsPerYear
    wholeYear = max(1, Int((stepsPerYear / Double(period)).rounded())) * period
  }

  // MARK: Outliers

  /// The steps of the outliers that have one like them some years before or after.
  func steps(of outliers: [OutlierFinder.Outlier], values: [Double]) -> Set<Int> {
    let signs = outliers.map { values[$0.step] > $0.expected }
    var found: Set<Int> = []
    for (place, one) in outliers.enumerated() {
      let hasTwin = outliers.indices.contains { other in
        signs[other] == signs[place] && areYearsApart(outliers[other].step, one.step)
      }
      if hasTwin { found.insert(one.step) }
    }
    return found
  }

  private func areYearsApart(_ one: Int, _ other: Int) -> Bool {
    let years = (abs(Double(one - other)) / year).rounded()
    let tolerance = max(0.5, year * Self.movesByDays / 365.25)
    return years >= 1 && abs(abs(Double(one - other)) - years * year) <= tolerance
  }

  // MARK: Level shifts

  /// Whether the level changes alike around the same day of the year before or after.
  func repeats(_ shift: ShiftFinder.Shift, in values: [Double], window: Int) -> Bool {
    guard let own = jump(at: shift.step, in: values, window: window),
      own * (shift.jump > 0 ? 1 : -1) > 0
    else { return false }
    return [shift.step - wholeYear, shift.step + wholeYear].contains { step in
      guard let jump = jump(at: step, in: values, window: window) else { return false }
      return jump / own >= Self.leastRepeated
    }
  }

  /// The mean after a step less the mean before it; `nil` too near the ends.
  private func jump(at step: Int, in values: [Double], window: Int) -> Double? {
    let length = min(window, step, values.count - step)
    guard length >= max(3, window / 4) else { return nil }
    return Statistics.mean(values[step..<step + length])
      - Statistics.mean(values[step - length..<step])
  }

  /// Whether traffic stands above the year before by more in the year after the shift than in the
  /// other years, as it does where the level changed, and does not where a season came.
  ///
  /// False with less than a year on either side and a quarter of a year to compare with.
  func confirms(_ shift: ShiftFinder.Shift, in values: [Double]) -> Bool {
    let after = shift.step..<shift.step + wholeYear
    guard shift.step >= wholeYear, after.upperBound <= values.count else { return false }
    var (inside, outside) = ([Double](), [Double]())
    for step in wholeYear..<values.count {
      let change = values[step] - values[step - wholeYear]
      if after.contains(step) { inside.append(change) } else { outside.append(change) }
    }
    guard outside.count >= wholeYear / 4 else { return false }
    let extra = Statistics.mean(inside) - Statistics.mean(outside)
    return extra * (shift.jump > 0 ? 1 : -1) >= Self.leastConfirmed * abs(shift.jump)
  }
}
