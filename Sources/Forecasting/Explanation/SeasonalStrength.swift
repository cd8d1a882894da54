import Foundation

/// How much of what moves a series about its trend repeats.
package enum SeasonalStrength {
  /// Hyndman's F_S: 1 less the variance of the rest over that of rest and season [Wang, Smith &
  /// Hyndman 2006].
  ///
  /// - Returns: 0 for none to 1 for nothing but season; `nil` below two whole seasons.
  package static func measure(_ series: Series) -> Double? {
    let period = series.period
    guard period > 1, let first = series.values.firstIndex(where: { !$0.isNaN }) else { return nil }
    let known = Array(series.values[first...])
    guard known.count >= 2 * period else { return nil }
    let scale = WorkScale(for: known)
    let filled = GapFilling.filled(known.map { scale.work($0) }, period: period)
    let trend = SeasonalAdjustment.smoothTrend(filled, cycle: period)
    let detrended = zip(filled, trend).map { $0 - $1 }
    let phases = (0..<period).map { phase in
      Statistics.mean(stride(from: phase, to: detrended.count, by: period).map { detrended[$0] })
    }
    let rest = detrended.indices.map { detrended[$0] - phases[$0 % period] }
    let whole = variance(detrended)
    // The factors were fitted, which makes the rest look smaller than it is.
    let count = Double(rest.count)
    let freedom = max(count - Double(period), 1)
    return whole > 0 ? max(0, 1 - variance(rest) * count / freedom / whole) : 0
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = Statistics.mean(values)
    return Statistics.mean(values.map { ($0 - mean) * ($0 - mean) })
  }
}
