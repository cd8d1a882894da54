/// Why a driver is forecast as it is, as data; ``ExplanationWords`` says it in words.
package struct DriverExplanation: Hashable, Sendable {
  package var name: String
  package var cadence: MonthlyTraffic.Cadence
  package var method: ForecastMethod
  /// Growth a year at the end of the history; `nil` if it cannot be told.
  package var growthNow: Double?
  /// Growth a year that the forecast comes to.
  package var growthImplied: Double?
  /// 0 to 1; `nil` below two seasons.
  package var seasonalStrength: Double?
  package var changes: [Change]
  package var warnings: [ForecastWarning]
  /// `nil` if the history is too short to hold anything back.
  package var backtest: Backtest?

  package init(
    name: String, cadence: MonthlyTraffic.Cadence, method: ForecastMethod, growthNow: Double?,
    growthImplied: Double?, seasonalStrength: Double?, changes: [Change],
    warnings: [ForecastWarning], backtest: Backtest?
  ) {
    self.name = name
    self.cadence = cadence
    self.method = method
    self.growthNow = growthNow
    self.growthImplied = growthImplied
    self.seasonalStrength = seasonalStrength
    self.changes = changes
    self.warnings = warnings
    self.backtest = backtest
  }

  /// Explains a forecast.
  ///
  /// - Parameters:
  ///   - name: the driver's.
  ///   - cadence: the steps of `cleaned` and of `central`.
  ///   - method: what made the forecast.
  ///   - cleaned: the history that it was made from.
  ///   - changes: what was done to it.
  ///   - central: the forecast's central path.
  ///   - backtest: how the same method did in the past.
  ///   - unknownHolidays: warnings of the calendar.
  package init(
    name: String, cadence: MonthlyTraffic.Cadence, method: ForecastMethod, cleaned: Series,
    changes: [Change], central: [Double], backtest: Backtest?,
    unknownHolidays: [ForecastWarning] = []
  ) {
    let stepsPerYear = cadence.stepsPerYear
    self.init(
      name: name, cadence: cadence, method: method,
      growthNow: YearlyGrowth.now(cleaned, stepsPerYear: stepsPerYear),
      growthImplied: YearlyGrowth.implied(
        by: central, after: cleaned, stepsPerYear: stepsPerYear),
      seasonalStrength: SeasonalStrength.measure(cleaned), changes: changes,
      warnings: ForecastWarning.all(
        series: cleaned, changes: changes, horizon: central.count, backtest: backtest)
        + unknownHolidays,
      backtest: backtest)
  }
}

extension MonthlyTraffic.Cadence {
  package var stepsPerYear: Double {
    switch self {
    case .hourly: 8_766
    case .daily: 365.25
    case .weekly: 365.25 / 7
    case .monthly: 12
    }
  }

  /// One step in words.
  var stepName: String {
    switch self {
    case .hourly: "hour"
    case .daily: "day"
    case .weekly: "week"
    case .monthly: "month"
    }
  }
}
