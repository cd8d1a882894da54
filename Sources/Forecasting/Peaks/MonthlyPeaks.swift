/// How far the busiest day or hour of each month stands above the mean.
package struct MonthlyPeaks: Hashable, Sendable {
  /// What the peak is the busiest of.
  package enum Unit: String, Sendable { case hour, day }

  /// Months since the start of year 0, of the first month.
  package var firstMonthIndex: Int
  /// Busiest over mean, at least 1; NaN where too little of the month is known.
  package var ratios: [Double]
  package var unit: Unit

  /// A month with fewer of its steps known may have lost its peak.
  private static let leastShare = 0.8

  package init(firstMonthIndex: Int, ratios: [Double], unit: Unit) {
    self.firstMonthIndex = firstMonthIndex
    self.ratios = ratios
    self.unit = unit
  }

  /// The ratios of daily values from `firstDay` on, days since 1970-01-01.
  package init(daily values: [Double], firstDay: Int) {
    self.init(values, stepsPerDay: 1, firstDay: firstDay, skipped: 0, unit: .day)
  }

  /// The ratios of hourly values from `firstHour` of `firstDay` on.
  package init(hourly values: [Double], firstDay: Int, firstHour: Int) {
    self.init(values, stepsPerDay: 24, firstDay: firstDay, skipped: firstHour, unit: .hour)
  }

  private init(
    _ values: [Double], stepsPerDay: Int, firstDay: Int, skipped: Int, unit: Unit
  ) {
    var month = CalendarMonth(containing: firstDay)
    firstMonthIndex = month.index
    self.unit = unit
    var ratios: [Double] = []
    while (month.firstDay - firstDay) * stepsPerDay - skipped < values.count {
      let start = (month.firstDay - firstDay) * stepsPerDay - skipped
      let whole = start..<start + month.dayCount * stepsPerDay
      let known = values[whole.clamped(to: values.indices)].filter { !$0.isNaN }
      ratios.append(MonthlyPeaks.ratio(known, of: whole.count))
      month = CalendarMonth(index: month.index + 1)
    }
    self.ratios = ratios
  }

  private static func ratio(_ known: [Double], of count: Int) -> Double {
    let mean = Statistics.mean(known)
    guard Double(known.count) >= leastShare * Double(count), mean > 0, let peak = known.max() else {
      return .nan
    }
    return peak / mean
  }
}
