/// An honest forecast from the series alone: seasonal naive, damped trend, or half of each.
///
/// Which one is decided by forecasting the series' own past. The spread comes from past errors, so
/// a series that surprised often is given wide bands.
package struct BaselineForecaster: Forecaster {
  /// Below this nothing can be fitted, and the last value is repeated.
  static let fewestToFit = 4

  package init() {}

  package func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64, index: Int
  ) throws(ForecastError) -> Forecast {
    precondition(horizon >= 1 && paths >= 0, "a forecast has at least one step")
    if let constant = try constant(of: series) {
      return Forecast(
        mean: Array(repeating: constant, count: horizon),
        paths: SamplePaths(count: paths, horizon: horizon, repeating: constant))
    }
    let prepared = try PreparedSeries(series)
    var random = RandomStream(seed: seed, index: index, purpose: "forecast paths")
    guard prepared.isObserved.count(where: { $0 }) >= Self.fewestToFit else {
      return LastValue.forecast(prepared, horizon: horizon, paths: paths, random: &random)
    }
    let model = ModelSelection.fitted(to: prepared, horizon: horizon)
    return forecast(with: model, horizon: horizon, paths: paths, random: &random)
  }

  private func forecast(
    with model: BaselineModel, horizon: Int, paths: Int, random: inout RandomStream
  ) -> Forecast {
    let series = model.series
    let origin = series.values.count - 1
    let centre = (1...horizon).map { model.point(after: origin, step: $0) }
    let sampler = PathSampler(model, horizon: horizon)
    var drawn = sampler.deviations(count: paths, random: &random)
    let factors = SpreadCalibration.factors(model, deviations: drawn)
    for path in 0..<paths {
      for step in 0..<horizon {
        drawn[path, step] = series.original(centre[step] + factors[step] * drawn[path, step])
      }
    }
    return Forecast(mean: centre.map(series.original), paths: drawn)
  }

  /// The value that all known values have, if they agree.
  private func constant(of series: Series) throws(ForecastError) -> Double? {
    if let index = series.values.firstIndex(where: \.isInfinite) { throw .infinite(index: index) }
    guard let first = series.values.first(where: { !$0.isNaN }) else { throw .noValues }
    return series.values.allSatisfy { $0.isNaN || $0 == first } ? first : nil
  }
}
