/// Anything that turns a series into a forecast.
package protocol Forecaster: Sendable {
  /// Forecasts the steps after the last value, missing or not.
  ///
  /// - Parameters:
  ///   - series: at least one value.
  ///   - horizon: steps to forecast; at least 1.
  ///   - paths: how many futures to draw; 0 for the central path alone.
  ///   - seed: of the run.
  ///   - index: which series of the run this is, so that each has its own luck.
  /// - Returns: the same bytes for the same arguments on every machine.
  /// - Throws: ``ForecastError/noValues`` or ``ForecastError/infinite(index:)``.
  func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64, index: Int
  ) throws(ForecastError) -> Forecast
}

extension Forecaster {
  /// Forecasts the only series of a run.
  package func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64
  ) throws(ForecastError) -> Forecast {
    try forecast(series, horizon: horizon, paths: paths, seed: seed, index: 0)
  }
}
