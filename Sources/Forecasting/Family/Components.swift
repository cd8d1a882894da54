/// The forecasts of all models for one past, on the work scale.
struct Components {
  /// The models, in the order of ``paths``.
  enum Kind: Int, CaseIterable {
    case smoothing, theta, complex, naive, autoregression, level, growth, logarithmicTheta
    case seasonalAutoregression, seasonalComplex, meanSeason, drift
  }

  /// By kind, then by step.
  let paths: [[Double]]
  let unrest: Unrest

  /// Below this the models have nothing to tell apart.
  private static let fewestToFit = 8
  /// Growth fades with this many years: three years ahead have about one year's worth of it.
  private static let fadingYears = 1.4

  init(_ series: PreparedSeries, horizon: Int) {
    let past = AdjustedPast(series, horizon: horizon)
    let smoothing = SmoothingChoice(past)
    unrest = Unrest(past, smoothing: smoothing, period: series.period)
    let year = Components.year(period: series.period)
    let longRun = LongRun(past.adjusted, year: year)
    let level = past.seasonal(Array(repeating: longRun.level, count: horizon))
    guard past.count >= Components.fewestToFit else {
      paths = Kind.allCases.map { _ in level }
      return
    }
    let growth = longRun.forecast(
      growth: 1, fading: Components.fadingYears * Double(year), horizon: horizon)
    paths = Kind.allCases.map { kind in
      switch kind {
      case .smoothing: smoothing.path
      case .theta: past.seasonal(counts: Components.theta(past.counts, horizon: horizon))
      case .complex: past.seasonal(counts: Components.complex(past.counts, horizon: horizon))
      case .naive: SeasonalRepetition.last(past)
      case .autoregression: Components.autoregression(past) ?? level
      case .level: level
      case .growth: past.seasonal(growth)
      case .logarithmicTheta:
        past.seasonal(
          Components.centred(past.adjusted) { values in
            Components.theta(values, horizon: horizon)
          })
      case .seasonalAutoregression: Components.seasonalAutoregression(past)
      case .seasonalComplex:
        Components.centred(past.decomposition.cleaned) { values in
          Components.complex(
            values, seasons: past.decomposition.mainSeason, horizon: horizon)
        }
      case .meanSeason: SeasonalRepetition.mean(past, level: longRun.level)
      case .drift: SeasonalRepetition.drifting(past, slope: longRun.slope)
      }
    }
  }

  private static func year(period: Int) -> Int {
    switch period {
    case 7: 365
    case 24: 24 * 365
    default: max(period, 12)
    }
  }
}
