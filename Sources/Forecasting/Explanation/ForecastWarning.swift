/// Why a forecast should be read with care.
package enum ForecastWarning: Hashable, Sendable {
  /// The horizon is more than twice the history; both in steps.
  case horizonBeyondHistory(horizon: Int, history: Int)
  /// Fewer than two seasons were seen, so that what repeats is not known.
  case fewSeasons(seen: Double)
  /// A share of the history that is missing, counting outages.
  case muchMissing(share: Double)
  /// The level shifted so few steps before the end that its new course is hardly known.
  case recentShift(stepsAgo: Int)
  /// The last steps are missing or an outage.
  case endsInOutage
  /// Holidays whose days are not listed for a year of the horizon.
  case unknownHolidays(names: [String], year: Int)
  /// Over the past the forecast missed by more than repeating the last season does.
  case worseThanNaive(ratio: Double)
  /// The past fell into the 80 % band less often than it should.
  case narrowBands(coverage80: Double)
}

extension ForecastWarning {
  private static let mostMissing = 0.2
  /// Scores of few holdouts differ by about this from luck alone.
  private static let luck = 1.05
  private static let leastCoverage = 0.65

  /// What the history itself gives cause for.
  static func all(
    series: Series, changes: [Change], horizon: Int, backtest: Backtest?
  ) -> [ForecastWarning] {
    var result: [ForecastWarning] = []
    let count = series.values.count { !$0.isNaN }
    if horizon > 2 * count {
      result.append(.horizonBeyondHistory(horizon: horizon, history: count))
    }
    let seasons = Double(count) / Double(series.period)
    if series.period > 1, seasons < 2 { result.append(.fewSeasons(seen: seasons)) }
    result += ofChanges(changes, series: series)
    if let backtest, backtest.mase > backtest.seasonalNaive.mase * luck {
      result.append(.worseThanNaive(ratio: backtest.mase / backtest.seasonalNaive.mase))
    }
    if let backtest, backtest.coverage80 < leastCoverage {
      result.append(.narrowBands(coverage80: backtest.coverage80))
    }
    return result
  }

  private static func ofChanges(_ changes: [Change], series: Series) -> [ForecastWarning] {
    var result: [ForecastWarning] = []
    let count = series.values.count
    let missing = series.values.count(where: \.isNaN)
    let share = count > 0 ? Double(missing) / Double(count) : 0
    if share > mostMissing { result.append(.muchMissing(share: share)) }
    let shifts = changes.filter { $0.kind == .levelShift && $0.handling == .rescaled }
    if let last = shifts.last, count - last.lastStep < 2 * series.period {
      result.append(.recentShift(stepsAgo: count - last.lastStep))
    }
    let isLost = changes.contains { $0.handling == .missing && $0.lastStep == count - 1 }
    if isLost { result.append(.endsInOutage) }
    return result
  }
}
