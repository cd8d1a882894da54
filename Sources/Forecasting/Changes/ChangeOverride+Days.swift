extension ChangeOverride {
  /// Says something of a range of days.
  ///
  /// - Parameters:
  ///   - action: what is to be done.
  ///   - days: days since 1970-01-01, the last included.
  ///   - cadence: of the series.
  ///   - firstDay: the day of the series' first step.
  ///   - firstHour: hour of that day; 0 unless the series is hourly.
  package init(
    _ action: Action, days: ClosedRange<Int>, cadence: MonthlyTraffic.Cadence, firstDay: Int,
    firstHour: Int = 0
  ) {
    func step(_ day: Int, hour: Int) -> Int {
      switch cadence {
      case .hourly: (day - firstDay) * 24 + hour - firstHour
      case .daily: day - firstDay
      case .weekly: Int((Double(day - firstDay) / 7).rounded(.down))
      case .monthly:
        CalendarMonth(containing: day).index - CalendarMonth(containing: firstDay).index
      }
    }
    self.init(action, steps: step(days.lowerBound, hour: 0)...step(days.upperBound, hour: 23))
  }
}
