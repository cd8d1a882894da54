/// Forecasts series that belong together, such as the traffic of all services.
///
/// The first pass lets several models forecast the past of each series. From all of them together
/// it is learned which models to trust and how far forecasts miss; the second pass forecasts each
/// series with that. Both passes treat each series alone, so they may run on many cores; what is
/// learned depends only on the order of the series.
package struct FamilyForecaster: Sendable {
  package let horizon: Int
  package let paths: Int
  package let seed: UInt64
  /// Origins in the past of each series that are studied.
  private let origins: Int

  /// A thousand series tell enough by three origins each; one alone has only its own past.
  private static let (fewestOrigins, mostOrigins, originsWanted) = (3, 12, 36)

  /// - Parameters:
  ///   - horizon: steps to forecast; at least 1.
  ///   - paths: how many futures to draw for each series.
  ///   - seed: of the run.
  ///   - family: how many series there will be; few are studied more closely.
  package init(horizon: Int, paths: Int = 1_000, seed: UInt64 = 1, family: Int) {
    precondition(horizon >= 1 && paths >= 0, "a forecast has at least one step")
    let each = FamilyForecaster.originsWanted / max(family, 1)
    origins = min(max(each, FamilyForecaster.fewestOrigins), FamilyForecaster.mostOrigins)
    self.horizon = horizon
    self.paths = paths
    self.seed = seed
  }

  /// The first pass: what the past of one series tells.
  ///
  /// - Throws: ``ForecastError/noValues`` or ``ForecastError/infinite(index:)``.
  package func study(_ series: Series) throws(ForecastError) -> SeriesStudy {
    let (plain, _) = try unseasoned(series)
    return SeriesStudy(try PreparedSeries(plain), horizon: horizon, origins: origins)
  }

  /// Takes out a season of months that the models' own test cannot see yet.
  private func unseasoned(
    _ series: Series
  ) throws(ForecastError) -> (series: Series, season: YearlySeason?) {
    guard series.period == YearlySeason.year,
      !Seasonality.isSignificant(try PreparedSeries(series).values, period: series.period),
      let season = YearlySeason(series.values)
    else { return (series, nil) }
    return (Series(values: season.removed(from: series.values), period: series.period), season)
  }

  /// What the family has in common; the order of the studies matters in the last digits.
  package func law(of studies: [SeriesStudy]) -> FamilyLaw { FamilyLaw(studies) }

  /// The second pass.
  ///
  /// - Parameters:
  ///   - series: as it was studied.
  ///   - study: of the series.
  ///   - law: of the family.
  ///   - index: which series of the run this is, in the order of the law's studies, so that each
  ///     has its own luck and its part of the luck that all share.
  /// - Returns: the same bytes for the same arguments on every machine.
  /// - Throws: ``ForecastError/noValues`` or ``ForecastError/infinite(index:)``.
  package func forecast(
    _ series: Series, study: SeriesStudy, law: FamilyLaw, index: Int
  ) throws(ForecastError) -> Forecast {
    let (plain, season) = try unseasoned(series)
    let prepared = try PreparedSeries(plain)
    let outcome = JointForecast(prepared, study: study, law: law, horizon: horizon)
    let loadings = law.shocks.loadings
    let forecast = Forecast(
      mean: outcome.centre.map(prepared.original),
      paths: outcome.paths(
        count: paths, series: prepared,
        loading: loadings.indices.contains(index) ? loadings[index] : 0,
        common: RandomStream(seed: seed, index: 0, purpose: "common shocks"),
        own: RandomStream(seed: seed, index: index, purpose: "forecast paths")))
    return season?.restored(in: forecast, after: series.values.count) ?? forecast
  }

  /// Forecasts all series one after the other and hands each forecast on, so that never more than
  /// one is held.
  package func forecast(
    _ all: [Series], each body: (_ index: Int, Result<Forecast, ForecastError>) -> Void
  ) {
    let studies = all.map { series in
      Result { () throws(ForecastError) in try study(series) }
    }
    let law = law(of: studies.compactMap { try? $0.get() })
    for (index, study) in studies.enumerated() {
      body(
        index,
        study.flatMap { study in
          Result { () throws(ForecastError) in
            try forecast(all[index], study: study, law: law, index: index)
          }
        })
    }
  }
}

/// What the series of a family have in common.
package struct FamilyLaw: Sendable {
  let weights: ModelWeights
  let errors: ErrorLaw
  let shocks: CommonShocks

  init(_ studies: [SeriesStudy]) {
    weights = ModelWeights(studies)
    errors = ErrorLaw(studies, weights: weights)
    shocks = CommonShocks(
      studies.map { [weights] in $0.misses(weights) }, trials: studies.map(\.trials.count))
  }
}
