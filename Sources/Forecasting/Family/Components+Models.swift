extension Components {
  private static let evaluations = (theta: 150, complex: 200, seasonalComplex: 250)
  /// As many lags as two seasons have, but not hundreds.
  private static let (fewestLags, longestPeriod) = (12, 24)

  static func theta(_ values: [Double], horizon: Int) -> [Double] {
    let model = DynamicTheta.fitted(to: values, evaluations: evaluations.theta)
    return model.forecast(from: model.run(values).state, horizon: horizon)
  }

  static func complex(_ values: [Double], seasons: [Double] = [], horizon: Int) -> [Double] {
    let model = ComplexSmoothing.fitted(
      to: values, seasons: seasons,
      evaluations: seasons.isEmpty ? evaluations.complex : evaluations.seasonalComplex)
    return model.forecast(from: model.run(values).state, after: values.count, horizon: horizon)
  }

  /// On what the season leaves.
  static func autoregression(_ past: AdjustedPast) -> [Double]? {
    let period = past.decomposition.namedPeriod
    let most = period > longestPeriod ? fewestLags : max(fewestLags, 2 * period)
    guard let model = Autoregression.fitted(to: past.adjusted, lags: Array(1...most)) else {
      return nil
    }
    return past.seasonal(model.forecast(after: past.adjusted, horizon: past.horizon))
  }

  /// On values with their season, explained by values of the same phase.
  static func seasonalAutoregression(_ past: AdjustedPast) -> [Double] {
    let lags = lags(around: past.decomposition.period, day: past.decomposition.namedPeriod)
    return centred(past.decomposition.cleaned) { values in
      let model = Autoregression.fitted(to: values, lags: lags)
      return model?.forecast(after: values, horizon: past.horizon)
    } ?? SeasonalRepetition.last(past)
  }

  /// The most promising lags first.
  private static func lags(around period: Int, day: Int) -> [Int] {
    guard period > 1 else { return [1, 2, 3, 4] }
    guard period == day else {
      return [
        1, day, period, day + 1, period + 1, 2, day - 1, period - 1, 3, 2 * day, period - day,
      ]
    }
    return [1, period, period + 1, 2, 2 * period, period - 1, 3, 4, 3 * period]
      .reduce(into: []) { if $1 > 0, !$0.contains($1) { $0.append($1) } }
  }

  /// Lets a model see values around zero.
  static func centred(
    _ values: [Double], forecast: ([Double]) -> [Double]?
  ) -> [Double]? {
    let centre = Statistics.median(values)
    return forecast(values.map { $0 - centre })?.map { $0 + centre }
  }

  static func centred(_ values: [Double], forecast: ([Double]) -> [Double]) -> [Double] {
    let centre = Statistics.median(values)
    return forecast(values.map { $0 - centre }).map { $0 + centre }
  }
}
