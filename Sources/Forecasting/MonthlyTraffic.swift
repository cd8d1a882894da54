/// Traffic by calendar month, whatever the steps it was counted in.
package struct MonthlyTraffic: Hashable, Sendable {
  /// How often the values were counted.
  package enum Cadence: String, Sendable { case hourly, daily, weekly, monthly }

  /// Months since the start of year 0, of the first month; 24 312 is January 2026.
  package var firstMonthIndex: Int
  /// Mean per day of each month, so that the lengths of months do not matter; NaN for months in
  /// between that have too few days.
  package var meanPerDay: [Double]
  /// Busiest day over mean day; `nil` where days are not known.
  package var peakToMean: [Double?]

  /// A month with fewer of its days known says little about the month.
  private static let leastShareOfDays = 0.6
  /// A day with fewer of its hours known is left out.
  private static let leastShareOfHours = 0.75

  /// Sums up by month; months at either end that have too few days are dropped.
  ///
  /// - Parameters:
  ///   - values: counts per step, NaN where nothing was counted.
  ///   - cadence: how often they were counted.
  ///   - firstDay: days since 1970-01-01 of the first value.
  ///   - firstHour: hour of that day; 0 unless they are hourly.
  /// - Returns: no months if no month has enough days.
  package static func aggregate(
    values: [Double], cadence: Cadence, firstDay: Int, firstHour: Int = 0
  ) -> MonthlyTraffic {
    switch cadence {
    case .monthly: monthly(values, firstDay: firstDay)
    case .weekly: daily(spread(values), firstDay: firstDay, daysAreKnown: false)
    case .daily: daily(values, firstDay: firstDay, daysAreKnown: true)
    case .hourly:
      daily(
        days(ofHours: values, firstHour: firstHour), firstDay: firstDay, daysAreKnown: true)
    }
  }

  private static func monthly(_ values: [Double], firstDay: Int) -> MonthlyTraffic {
    let first = CalendarMonth(containing: firstDay)
    let means = values.enumerated().map { offset, value in
      value / Double(CalendarMonth(index: first.index + offset).dayCount)
    }
    return MonthlyTraffic(
      firstMonthIndex: first.index, meanPerDay: means, peakToMean: means.map { _ in nil }
    ).trimmed
  }

  /// Each week's count, evenly over its seven days.
  private static func spread(_ values: [Double]) -> [Double] {
    values.flatMap { Array(repeating: $0 / 7, count: 7) }
  }

  /// Sums by day of hourly counts, missing hours taken as the day's mean.
  ///
  /// - Parameters:
  ///   - values: counts per hour, NaN where nothing was counted.
  ///   - firstHour: hour of the first day that the first value is of.
  /// - Returns: NaN for days with too few known hours.
  package static func days(ofHours values: [Double], firstHour: Int) -> [Double] {
    let padded = Array(repeating: Double.nan, count: firstHour) + values
    return stride(from: 0, to: padded.count, by: 24).map { start in
      let known = padded[start..<min(start + 24, padded.count)].filter { !$0.isNaN }
      let isEnough = Double(known.count) >= leastShareOfHours * 24
      return isEnough ? Statistics.mean(known) * 24 : .nan
    }
  }

  private static func daily(
    _ values: [Double], firstDay: Int, daysAreKnown: Bool
  ) -> MonthlyTraffic {
    let first = CalendarMonth(containing: firstDay)
    var result = MonthlyTraffic(firstMonthIndex: first.index, meanPerDay: [], peakToMean: [])
    var month = first
    while month.firstDay < firstDay + values.count {
      let start = max(month.firstDay - firstDay, 0)
      let end = min(month.firstDay + month.dayCount - firstDay, values.count)
      let known = values[start..<end].filter { !$0.isNaN }
      let isEnough = Double(known.count) >= leastShareOfDays * Double(month.dayCount)
      let mean = isEnough ? Statistics.mean(known) : .nan
      let peak = daysAreKnown && mean > 0 ? known.max().map { $0 / mean } : nil
      result.meanPerDay.append(mean)
      result.peakToMean.append(peak)
      month = CalendarMonth(index: month.index + 1)
    }
    return result.trimmed
  }

  /// Without unknown months at the ends.
  private var trimmed: MonthlyTraffic {
    guard let first = meanPerDay.firstIndex(where: { !$0.isNaN }),
      let last = meanPerDay.lastIndex(where: { !$0.isNaN })
    else {
      return MonthlyTraffic(firstMonthIndex: firstMonthIndex, meanPerDay: [], peakToMean: [])
    }
    return MonthlyTraffic(
      firstMonthIndex: firstMonthIndex + first, meanPerDay: Array(meanPerDay[first...last]),
      peakToMean: Array(peakToMean[first...last]))
  }
}
