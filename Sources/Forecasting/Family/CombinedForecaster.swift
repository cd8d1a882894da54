/// Forecasts a single series by many models, weighted by how they did on its own past.
///
/// For many series use ``FamilyForecaster``, which learns from all of them.
package struct CombinedForecaster: Sendable {
  package init() {}

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
  package func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64, index: Int
  ) throws(ForecastError) -> Forecast {
    let family = FamilyForecaster(horizon: horizon, paths: paths, seed: seed, family: 1)
    let study = try family.study(series)
    return try family.forecast(series, study: study, law: family.law(of: [study]), index: index)
  }
}
