import Forecasting

/// What "today" is at the end of a history, against which the plan's months are measured.
///
/// Hours and pages in a model are those of an ordinary month of late, so today's mean is that of
/// the last twelve months, moved to their end by their own growth: the mean of a growing year lies
/// in its middle. The safe peak has been tested by the busiest day of those months.
///
/// Where a whole year had no traffic, the last year that had some is meant instead: nothing can be
/// measured against nothing.
struct TodaysTraffic {
  let mean: Double
  let peak: Double

  /// Fails where there never was any traffic.
  ///
  /// - Parameters:
  ///   - repaired: what ordinary months were like.
  ///   - observed: what was counted, unusual days too, which have tested the peak.
  ///   - usualPeak: busiest over mean day of months whose days are not known.
  init?(_ repaired: MonthlyTraffic, observed: MonthlyTraffic, usualPeak: Double) {
    guard let last = repaired.meanPerDay.lastIndex(where: { $0 > 0 }) else { return nil }
    let count = repaired.meanPerDay.count
    let end = last >= count - 12 ? count : last + 1
    let means = repaired.meanPerDay.prefix(end)
    let year = means.suffix(12)
    mean = Self.average(year) * Self.drift(year, since: means.dropLast(12).suffix(12))
    let tested = year.indices.compactMap { offset -> Double? in
      let month = offset + repaired.firstMonthIndex - observed.firstMonthIndex
      guard observed.meanPerDay.indices.contains(month), !observed.meanPerDay[month].isNaN
      else { return nil }
      return observed.meanPerDay[month] * (observed.peakToMean[month] ?? usualPeak)
    }
    guard let busiest = tested.max(), busiest > 0, mean > 0 else { return nil }
    peak = busiest
  }

  /// Half a year's growth, where both years are known in full.
  private static func drift(_ year: ArraySlice<Double>, since before: ArraySlice<Double>) -> Double
  {
    let isKnown = (year + before).allSatisfy { !$0.isNaN } && year.count + before.count == 24
    guard isKnown, average(before) > 0 else { return 1 }
    return clamp((average(year) / average(before)).squareRoot(), 0.5, 2)
  }

  private static func average(_ values: ArraySlice<Double>) -> Double {
    let known = values.filter { !$0.isNaN }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
}
