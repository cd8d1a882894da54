/// What every better forecast has to beat; central paths alone.
enum Yardsticks {
  private static let evaluations = 150
  /// Below this nothing can be fitted, and the last value is repeated.
  private static let fewestToFit = 4

  /// Repeats the last season.
  static func seasonalNaive(
    _ series: Series, horizon: Int
  ) throws(ForecastError) -> [Double] {
    let prepared = try PreparedSeries(series)
    let values = prepared.values
    let period = values.count > prepared.period ? prepared.period : 1
    return (0..<horizon).map { prepared.original(values[values.count - period + $0 % period]) }
  }

  /// Exponential smoothing with a trend that fades [Gardner & McKenzie 1985], on top of what
  /// repeats.
  static func dampedTrend(
    _ series: Series, horizon: Int
  ) throws(ForecastError) -> [Double] {
    let prepared = try PreparedSeries(series)
    let past = AdjustedPast(prepared, horizon: horizon)
    guard past.count >= fewestToFit else {
      let last = past.adjusted[past.count - 1]
      return past.seasonal([Double](repeating: last, count: horizon)).map(prepared.original)
    }
    let fit = ExponentialSmoothing.fitted(
      to: past.adjusted, trend: .damped, seasons: [], evaluations: evaluations)
    let path = fit.model.forecast(from: fit.state, after: past.count, horizon: horizon)
    return past.seasonal(path).map(prepared.original)
  }
}
