import Foundation

/// The peak-to-mean ratio of months to come, with what is not known about it.
package struct PeakModel: Hashable, Sendable {
  /// Mean logarithm of the ratio over all months.
  package let level: Double
  /// What January to December add to it, already pulled towards 0.
  package let months: [Double]
  /// How single months depart from that; its mean is 0.
  package let departures: ExtremeValue
  /// Standard error of the expectation of each of the twelve months.
  package let standardErrors: [Double]
  /// Months that the model was learnt from.
  package let count: Int
  package let unit: MonthlyPeaks.Unit

  /// All of a month's traffic in one of its 744 hours.
  private static let largestRatio = 744.0

  init(
    level: Double, months: [Double], departures: ExtremeValue, standardErrors: [Double],
    count: Int, unit: MonthlyPeaks.Unit
  ) {
    precondition(months.count == 12 && standardErrors.count == 12, "a year has twelve months")
    self.level = level
    self.months = months
    self.departures = departures
    self.standardErrors = standardErrors
    self.count = count
    self.unit = unit
  }

  /// The ratio of an ordinary month of no particular season.
  package var usual: Double { max(exp(level), 1) }

  /// The ratio that a month stays below with probability `p`.
  ///
  /// The departures are widened by what is not known of the expectation.
  ///
  /// - Parameters:
  ///   - p: above 0 and below 1.
  ///   - month: 1 for January to 12.
  /// - Returns: at least 1, and never less for a larger `p`.
  package func quantile(_ p: Double, month: Int) -> Double {
    precondition((1...12).contains(month), "a month is from 1 to 12, got \(month)")
    let spread = deviation
    let error = standardErrors[month - 1]
    let stretch = spread > 0 ? (1 + error * error / (spread * spread)).squareRoot() : 1
    return ratio(month: month, departure: departures.quantile(p) * stretch)
  }

  /// One possible course of the ratio from a month on.
  ///
  /// - Parameters:
  ///   - firstMonthIndex: months since the start of year 0.
  ///   - uniforms: one number above 0 and below 1 for each month.
  ///   - level: one number for what is not known of the expectation, the same in all months.
  /// - Returns: a ratio for each of `uniforms`, at least 1.
  package func path(firstMonthIndex: Int, uniforms: [Double], level: Double) -> [Double] {
    let shift = Normal.quantile(min(max(level, 1e-9), 1 - 1e-9))
    return uniforms.enumerated().map { step, uniform in
      let month = (firstMonthIndex + step) % 12 + 1
      let departure = departures.quantile(min(max(uniform, 1e-9), 1 - 1e-9))
      return ratio(month: month, departure: departure + shift * standardErrors[month - 1])
    }
  }

  /// Standard deviation of a single month's departure, by its L-scale as if normal.
  private var deviation: Double {
    let half = departures.quantile(0.841_344_746) - departures.quantile(0.158_655_254)
    return half / 2
  }

  private func ratio(month: Int, departure: Double) -> Double {
    let logarithm = level + months[month - 1] + departure
    return min(max(exp(logarithm), 1), PeakModel.largestRatio)
  }
}
