/// Why a forecast should be read with care.
package enum ForecastWarning: Hashable, Sendable {
  /// The horizon is more than twice the history; both in months.
  case horizonBeyondHistory(horizon: Int, history: Int)
  /// Fewer than two years were seen, so that what repeats is not known.
  case fewYears(seen: Double)
  /// A share of the history that is missing, counting outages.
  case muchMissing(share: Double)
  /// The level changed so few months before the end that its new course is hardly known.
  case recentShift(monthsAgo: Double)
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

  /// What the length of the history gives cause for.
  static func all(months: [Double], horizon: Int) -> [ForecastWarning] {
    var result: [ForecastWarning] = []
    let count = months.count { !$0.isNaN }
    if horizon > 2 * count {
      result.append(.horizonBeyondHistory(horizon: horizon, history: count))
    }
    if count < 24 { result.append(.fewYears(seen: Double(count) / 12)) }
    return result
  }

  /// What was found in the history gives cause for.
  static func all(
    counted: [Double], stepsPerYear: Double, changes: [Change]
  ) -> [ForecastWarning] {
    var result: [ForecastWarning] = []
    let count = counted.count
    let missing = counted.count(where: \.isNaN)
    let share = count > 0 ? Double(missing) / Double(count) : 0
    if share > mostMissing { result.append(.muchMissing(share: share)) }
    let shifts = changes.filter {
      $0.kind == .levelShift && ($0.handling == .rescaled || $0.handling == .noted)
    }
    if let last = shifts.last, Double(count - last.lastStep) < stepsPerYear {
      result.append(.recentShift(monthsAgo: Double(count - last.lastStep) * 12 / stepsPerYear))
    }
    let isLost = changes.contains { $0.handling == .missing && $0.lastStep == count - 1 }
    if isLost { result.append(.endsInOutage) }
    return result
  }

  /// What past forecasts give cause for.
  static func all(_ backtest: Backtest) -> [ForecastWarning] {
    var result: [ForecastWarning] = []
    if backtest.mase > backtest.seasonalNaive.mase * luck {
      result.append(.worseThanNaive(ratio: backtest.mase / backtest.seasonalNaive.mase))
    }
    if backtest.coverage80 < leastCoverage {
      result.append(.narrowBands(coverage80: backtest.coverage80))
    }
    return result
  }
}
