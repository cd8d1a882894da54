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
  /// Peak-to-mean ratio by calendar month, January first.
  private let ratios: [Double]

  /// Fails where there never was any traffic.
  init?(_ monthly: MonthlyTraffic, defaultPeak: Double) {
    guard let last = monthly.meanPerDay.lastIndex(where: { $0 > 0 }) else { return nil }
    let count = monthly.meanPerDay.count
    let end = last >= count - 12 ? count : last + 1
    let means = monthly.meanPerDay.prefix(end)
    let year = means.suffix(12)
    ratios = Self.ratios(of: monthly, defaultPeak: defaultPeak)
    mean = Self.average(year) * Self.drift(year, since: means.dropLast(12).suffix(12))
    peak = year.indices.reduce(0.0) { [ratios] busiest, offset in
      guard !means[offset].isNaN else { return busiest }
      let month = (monthly.firstMonthIndex + offset) % 12
      return max(busiest, means[offset] * (monthly.peakToMean[offset] ?? ratios[month]))
    }
  }

  /// The usual busiest day over the mean day in a calendar month.
  func peakToMean(in monthIndex: Int) -> Double { ratios[((monthIndex % 12) + 12) % 12] }

  private static func ratios(of monthly: MonthlyTraffic, defaultPeak: Double) -> [Double] {
    let known = monthly.peakToMean.compactMap(\.self)
    let usual = known.isEmpty ? defaultPeak : median(known)
    var byMonth = [[Double]](repeating: [], count: 12)
    for (offset, ratio) in monthly.peakToMean.enumerated() {
      let month = (monthly.firstMonthIndex + offset) % 12
      if let ratio { byMonth[month].append(ratio) }
    }
    return byMonth.map { $0.isEmpty ? usual : median($0) }
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

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
