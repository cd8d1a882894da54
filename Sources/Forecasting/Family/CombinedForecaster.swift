/// Forecasts a single series by many models, weighted by how they did on its own past.
///
/// For many series use ``FamilyForecaster``, which learns from all of them.
package struct CombinedForecaster: Forecaster {
  package init() {}

  package func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64, index: Int
  ) throws(ForecastError) -> Forecast {
    let family = FamilyForecaster(horizon: horizon, paths: paths, seed: seed, family: 1)
    let study = try family.study(series)
    return try family.forecast(series, study: study, law: family.law(of: [study]), index: index)
  }
}
