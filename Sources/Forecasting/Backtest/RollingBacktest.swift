/// Holds back the end of a series again and again and scores forecasts of it [Tashman 2000].
///
/// The holdouts start half a horizon apart, none in the first half of the series. Whoever forecasts
/// asks for what is known at each origin and hands the forecast in.
package struct RollingBacktest: Sendable {
  /// Values known at each origin, the latest first.
  package let origins: [Int]
  /// Steps held back each time.
  package let held: Int
  private let series: Series
  private var own = ScoreSheet()
  private var naive = ScoreSheet()
  private var damped = ScoreSheet()

  /// The most origins of one series; more would lie in its first half or tell little that is new.
  package static let mostOrigins = 5

  /// - Throws: ``ForecastError/tooShort(values:)`` below three values.
  package init(_ series: Series, horizon: Int) throws(ForecastError) {
    let count = series.values.count
    let held = min(horizon, count / 3)
    guard held >= 1 else { throw .tooShort(values: count) }
    let apart = max(1, held / 2)
    origins = (0..<Self.mostOrigins).map { count - held - $0 * apart }.filter { origin in
      origin * 2 >= count && series.values[..<origin].contains { !$0.isNaN }
    }
    self.held = held
    self.series = series
  }

  /// What was known at an origin, counted from 0.
  package func known(at origin: Int) -> Series {
    Series(values: Array(series.values[..<origins[origin]]), period: series.period)
  }

  /// Scores a forecast of at least ``held`` steps beside the yardsticks.
  ///
  /// - Throws: ``ForecastError`` where the yardsticks have nothing to measure.
  package mutating func add(_ forecast: Forecast, at origin: Int) throws(ForecastError) {
    let known = known(at: origin)
    let start = origins[origin]
    let actual = Array(series.values[start..<start + held])
    let scale = ScoreSheet.scale(of: known)
    let none = SamplePaths(count: 0, horizon: held)
    own.add(forecast, actual: actual, scale: scale)
    naive.add(
      Forecast(mean: try Yardsticks.seasonalNaive(known, horizon: held), paths: none),
      actual: actual, scale: scale)
    damped.add(
      Forecast(mean: try Yardsticks.dampedTrend(known, horizon: held), paths: none),
      actual: actual, scale: scale)
  }

  package var result: Backtest {
    Backtest(
      accuracy: own.accuracy, seasonalNaive: naive.accuracy, dampedTrend: damped.accuracy,
      origins: origins.count, horizon: held)
  }
}

extension CombinedForecaster {
  /// Scores the forecasts of a series that is alone.
  ///
  /// - Throws: ``ForecastError/tooShort(values:)`` below three values.
  package func backtest(
    _ series: Series, horizon: Int, seed: UInt64 = 1
  ) throws(ForecastError) -> Backtest {
    var backtest = try RollingBacktest(series, horizon: horizon)
    for origin in backtest.origins.indices {
      let forecast = try forecast(
        backtest.known(at: origin), horizon: backtest.held, paths: 500, seed: seed, index: 0)
      try backtest.add(forecast, at: origin)
    }
    return backtest.result
  }
}
