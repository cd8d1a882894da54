/// What the past of one series tells about the models; the first pass over a family.
package struct SeriesStudy: Sendable {
  /// The latest origin first.
  var trials: [PastTrial]

  private static let mostSteps = 16

  /// Forecasts the series' past from up to `origins` origins, at most half a holdout apart, and
  /// closer where the past would not hold as many.
  init(_ series: PreparedSeries, horizon: Int, origins: Int) {
    let count = series.values.count
    let held = min(horizon, max(1, count / 3))
    let fewest = max(4, count / 2)
    let room = max(0, count - held - fewest)
    let apart = max(1, min(held / 2, room / max(1, origins - 1)))
    let kept = min(held, SeriesStudy.mostSteps)
    let steps = (1...kept).map { $0 * held / kept }
    let scale = SeriesStudy.scale(series)
    trials = (0..<origins).map { count - held - $0 * apart }
      .filter { $0 >= fewest }
      .map { PastTrial(series, origin: $0, steps: steps, scale: scale) }
      .filter { !$0.steps.isEmpty }
  }

  /// What the combined forecast missed by, moment by moment.
  func misses(_ weights: ModelWeights) -> [CommonShocks.Moment: Double] {
    var result: [CommonShocks.Moment: Double] = [:]
    let own = weights.weights(for: trials)
    for (origin, trial) in trials.enumerated() {
      for (place, step) in trial.steps.enumerated() {
        let said = Combination.mean(trial.deviations[place], weights: own)
        result[.init(origin: origin, step: step)] = trial.targets[place] - said
      }
    }
    return result
  }

  /// The mean absolute difference over a season, in the units of the series; not zero.
  private static func scale(_ series: PreparedSeries) -> Double {
    let raw = series.values.map(series.original)
    let lag = raw.count > series.period ? series.period : 1
    let differences = (min(lag, raw.count)..<raw.count).map { abs(raw[$0] - raw[$0 - lag]) }
    let scale = Statistics.mean(differences)
    return scale > 0 ? scale : max(Statistics.mean(raw.map(abs)), .leastNormalMagnitude)
  }
}
