extension Forecaster {
  /// Holds back the end of the series up to three times and scores the forecasts of it.
  ///
  /// The holdouts start half a horizon apart, none in the first half of the series.
  ///
  /// - Throws: ``ForecastError/tooShort(values:)`` below three values.
  package func backtest(
    _ series: Series, horizon: Int, seed: UInt64 = 1
  ) throws(ForecastError) -> Backtest {
    let count = series.values.count
    let held = min(horizon, count / 3)
    guard held >= 1 else { throw .tooShort(values: count) }
    let apart = max(1, held / 2)
    let origins = (0..<3).map { count - held - $0 * apart }.filter { $0 * 2 >= count }
    var own = ScoreSheet()
    var naive = ScoreSheet()
    let paths = 500
    for origin in origins {
      let training = Series(values: Array(series.values[..<origin]), period: series.period)
      guard training.values.contains(where: { !$0.isNaN }) else { continue }
      let actual = Array(series.values[origin..<origin + held])
      let scale = ScoreSheet.scale(of: training)
      own.add(
        try forecast(training, horizon: held, paths: paths, seed: seed, index: origin),
        actual: actual, scale: scale)
      naive.add(
        try SeasonalNaiveForecaster().forecast(
          training, horizon: held, paths: paths, seed: seed, index: origin),
        actual: actual, scale: scale)
    }
    return Backtest(
      accuracy: own.accuracy, seasonalNaive: naive.accuracy, origins: origins.count,
      horizon: held)
  }
}
