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

/// Something users do that makes work for services: orders, page views, messages.
package struct Driver: Hashable, Sendable {
  package var id: String
  package var history: TrafficHistory?
  /// Fraction per year that the scenario expects; `nil` leaves it to the forecast.
  package var growthPerYear: ThreePoint?
  /// Times today's traffic that it levels off below; `nil` where nothing stops it.
  package var ceiling: Double?

  package init(
    id: String, history: TrafficHistory? = nil, growthPerYear: ThreePoint? = nil,
    ceiling: Double? = nil
  ) {
    self.id = id
    self.history = history
    self.growthPerYear = growthPerYear
    self.ceiling = ceiling
  }
}
