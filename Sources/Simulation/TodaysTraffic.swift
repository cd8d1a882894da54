import Forecasting

/// What "today" is at the end of a history, against which the plan's months are measured.
///
/// Hours and pages in a model are those of an ordinary month of late, so today's mean is that of
/// the last twelve months, moved to their end by their own growth: the mean of a growing year lies
/// in its middle. The safe peak has been tested by the busiest day of those months.
struct TodaysTraffic {
  let mean: Double
  let peak: Double
  /// Peak-to-mean ratio by calendar month, January first.
  private let ratios: [Double]

  init(_ monthly: MonthlyTraffic, defaultPeak: Double) {
    let means = monthly.meanPerDay
    let year = means.suffix(12).filter { !$0.isNaN }
    let before = means.dropLast(12).suffix(12).filter { !$0.isNaN }
    let level = Self.average(year)
    var drift = 1.0
    if year.count == 12, before.count == 12, Self.average(before) > 0, level > 0 {
      drift = clamp((level / Self.average(before)).squareRoot(), 0.5, 2)
    }
    mean = max(level * drift, .leastNormalMagnitude)

    let known = monthly.peakToMean.compactMap(\.self)
    let usual = known.isEmpty ? defaultPeak : Self.median(known)
    var byMonth = [[Double]](repeating: [], count: 12)
    for (offset, ratio) in monthly.peakToMean.enumerated() {
      let month = (monthly.firstMonthIndex + offset) % 12
      if let ratio { byMonth[month].append(ratio) }
    }
    let ratios = byMonth.map { $0.isEmpty ? usual : Self.median($0) }
    self.ratios = ratios
    let first = max(0, means.count - 12)
    let days = (first..<means.count).compactMap { offset -> Double? in
      guard !means[offset].isNaN else { return nil }
      let ratio =
        monthly.peakToMean[offset] ?? ratios[(monthly.firstMonthIndex + offset) % 12]
      return means[offset] * ratio
    }
    peak = max(days.max() ?? 0, .leastNormalMagnitude)
  }

  /// The usual busiest day over the mean day in a calendar month.
  func peakToMean(in monthIndex: Int) -> Double { ratios[((monthIndex % 12) + 12) % 12] }

  private static func average(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
