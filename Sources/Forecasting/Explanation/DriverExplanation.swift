/// Why a driver is forecast as it is, as data; ``ExplanationWords`` says it in words.
package struct DriverExplanation: Hashable, Sendable {
  package var mix: ModelMix
  /// Growth a year at the end of the history; `nil` if it cannot be told.
  package var growthNow: Double?
  /// Growth a year that the forecast comes to by itself.
  package var growthImplied: Double?
  /// 0 to 1; `nil` below two seasons.
  package var seasonalStrength: Double?
  /// In the steps that were counted.
  package var changes: [Change]
  package var warnings: [ForecastWarning]
  /// By month; `nil` if the history is too short to hold anything back.
  package var backtest: Backtest?

  /// Explains a forecast by month.
  ///
  /// - Parameters:
  ///   - mix: what made the forecast.
  ///   - months: the history that it was made from.
  ///   - central: the forecast's central path.
  ///   - counted: the history in the steps that were counted, after repair.
  ///   - stepsPerYear: of `counted`.
  ///   - changes: what was done to it.
  ///   - backtest: how the same models did in the past.
  ///   - unknownHolidays: warnings of the calendar.
  package init(
    mix: ModelMix, months: [Double], central: [Double], counted: [Double], stepsPerYear: Double,
    changes: [Change], backtest: Backtest?, unknownHolidays: [ForecastWarning] = []
  ) {
    let series = Series(values: months, period: 12)
    self.mix = mix
    self.changes = changes
    self.backtest = backtest
    growthNow = YearlyGrowth.now(series, stepsPerYear: 12)
    growthImplied = YearlyGrowth.implied(by: central, after: series, stepsPerYear: 12)
    seasonalStrength = SeasonalStrength.measure(series)
    warnings =
      ForecastWarning.all(months: months, horizon: central.count)
      + ForecastWarning.all(counted: counted, stepsPerYear: stepsPerYear, changes: changes)
      + (backtest.map(ForecastWarning.all) ?? []) + unknownHolidays
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
}
