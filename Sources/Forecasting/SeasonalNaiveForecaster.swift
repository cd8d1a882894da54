/// Repeats the last season; the yardstick that every better forecast has to beat.
package struct SeasonalNaiveForecaster: Forecaster {
  package init() {}

  /// Futures add past differences over a season, drawn at random; each further season adds another.
  package func forecast(
    _ series: Series, horizon: Int, paths: Int, seed: UInt64, index: Int
  ) throws(ForecastError) -> Forecast {
    let prepared = try PreparedSeries(series)
    let values = prepared.values
    let period = values.count > prepared.period ? prepared.period : 1
    let differences = (period..<max(period, values.count)).map { values[$0] - values[$0 - period] }
    var random = RandomStream(seed: seed, index: index, purpose: "seasonal naive paths")
    let centre = (0..<horizon).map { values[values.count - period + $0 % period] }
    var drawn = SamplePaths(count: paths, horizon: horizon)
    var walk = [Double](repeating: 0, count: horizon)
    for path in 0..<paths {
      for step in 0..<horizon {
        let surprise =
          differences.isEmpty ? 0 : differences[random.next(below: differences.count)]
        walk[step] = surprise + (step >= period ? walk[step - period] : 0)
        drawn[path, step] = prepared.original(centre[step] + walk[step])
      }
    }
    return Forecast(mean: centre.map(prepared.original), paths: drawn)
  }
}
