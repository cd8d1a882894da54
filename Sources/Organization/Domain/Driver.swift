/// How often a history counts.
package enum Cadence: String, Sendable {
  case hourly, daily, weekly, monthly
}

/// Counts of traffic over time, evenly spaced, oldest first.
package struct TrafficHistory: Hashable, Sendable {
  package var cadence: Cadence
  /// Days since 1970-01-01 of the first value (for monthly data, of the first of that month).
  package var firstDay: Int
  /// Hour of the day of the first value; 0 unless the cadence is hourly.
  package var firstHour: Int
  /// One value per step; NaN where nothing was counted.
  package var values: [Double]

  package init(cadence: Cadence, firstDay: Int, firstHour: Int = 0, values: [Double]) {
    self.cadence = cadence
    self.firstDay = firstDay
    self.firstHour = firstHour
    self.values = values
  }
}

extension TrafficHistory {
  /// The first and the last day counted, since 1970-01-01; `nil` without values.
  package var days: ClosedRange<Int>? {
    guard !values.isEmpty else { return nil }
    let steps = values.count
    let last: Int
    switch cadence {
    case .hourly: last = firstDay + (firstHour + steps - 1) / 24
    case .daily: last = firstDay + steps - 1
    case .weekly: last = firstDay + 7 * steps - 1
    case .monthly:
      let first = CivilDay.date(of: firstDay)
      let end = YearMonth(year: first.year, month: first.month) + steps
      last = CivilDay.number(year: end.year, month: end.month, day: 1) - 1
    }
    return firstDay...max(firstDay, last)
  }
}

/// Something users do that makes work for services: orders, page views, messages.
package struct Driver: Hashable, Sendable {
  package var id: String
  package var history: TrafficHistory?
  /// Fraction per year that the scenario expects; `nil` leaves it to the forecast.
  package var growthPerYear: ThreePoint?
  /// Times today's traffic that it levels off below; `nil` where nothing stops it.
  package var ceiling: Double?
  /// The public holidays that it feels, of one country or of several.
  package var holidays: HolidayTable
  /// In file order.
  package var changes: [KnownChange]

  package init(
    id: String, history: TrafficHistory? = nil, growthPerYear: ThreePoint? = nil,
    ceiling: Double? = nil, holidays: HolidayTable = HolidayTable(rows: []),
    changes: [KnownChange] = []
  ) {
    self.id = id
    self.history = history
    self.growthPerYear = growthPerYear
    self.ceiling = ceiling
    self.holidays = holidays
    self.changes = changes
  }
}
