/// Adds up how forecasts and what came compare.
struct ScoreSheet {
  private var scaled: [Double] = []
  private var percentages: [Double] = []
  private var hasBands = true
  private var inside80 = 0
  private var inside95 = 0

  /// The mean absolute difference over a season, by which errors are scaled.
  static func scale(of training: Series) -> Double {
    let values = training.values
    let period = values.count > training.period ? training.period : 1
    let differences = (min(period, values.count)..<values.count)
      .map { abs(values[$0] - values[$0 - period]) }
      .filter { !$0.isNaN }
    return differences.isEmpty ? .nan : Statistics.mean(differences)
  }

  /// Scores one forecast; missing values are left out.
  mutating func add(_ forecast: Forecast, actual: [Double], scale: Double) {
    for (step, value) in actual.enumerated() where !value.isNaN {
      let miss = abs(value - forecast.mean[step])
      scaled.append(scale > 0 ? miss / scale : .nan)
      let size = abs(value) + abs(forecast.mean[step])
      percentages.append(size > 0 ? 200 * miss / size : 0)
      guard forecast.paths.count > 0 else {
        hasBands = false
        continue
      }
      let bounds = forecast.quantiles([0.025, 0.1, 0.9, 0.975], step: step)
      if value >= bounds[1], value <= bounds[2] { inside80 += 1 }
      if value >= bounds[0], value <= bounds[3] { inside95 += 1 }
    }
  }

  var accuracy: Backtest.Accuracy {
    let count = Double(percentages.count)
    guard count > 0 else {
      return Backtest.Accuracy(mase: .nan, smape: .nan, coverage80: .nan, coverage95: .nan)
    }
    let known = scaled.filter { !$0.isNaN }
    return Backtest.Accuracy(
      mase: known.isEmpty ? .nan : Statistics.mean(known), smape: Statistics.mean(percentages),
      coverage80: hasBands ? Double(inside80) / count : .nan,
      coverage95: hasBands ? Double(inside95) / count : .nan)
  }
}
