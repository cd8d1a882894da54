import Foundation

/// The exponential smoothing that explains a past best for its number of parameters.
///
/// Trends are tried on the scale of counts, where they add up; on the logarithmic scale they must
/// be damped. A season may be fixed, or smoothed along with the level.
struct SmoothingChoice {
  /// On the work scale.
  private(set) var path: [Double]
  /// The mean absolute one-step error on the work scale.
  private(set) var surprise: Double
  /// Share of a surprise that stays in the level, by simple exponential smoothing: 1 for a random
  /// walk, near 0 for noise about a mean.
  private(set) var memory = 1.0
  private var criterion = Double.infinity

  private static let evaluations = 150
  /// Longer seasons are not smoothed: each of their factors would be seen too seldom.
  private static let longestSeason = 24

  init(_ past: AdjustedPast) {
    let last = past.adjusted[past.count - 1]
    path = past.seasonal(Array(repeating: last, count: past.horizon))
    surprise = Statistics.mean(
      zip(past.adjusted.dropFirst(), past.adjusted).map { abs($0 - $1) })
    let season = past.decomposition.mainSeason
    for trend in ExponentialSmoothing.Trend.allCases {
      if trend != .additive || !past.isLogarithmic {
        attempt(past, trend)
        if !season.isEmpty, season.count <= SmoothingChoice.longestSeason {
          attempt(past, trend, season: season)
        }
      }
      if past.isLogarithmic { attemptCounts(past, trend) }
    }
  }

  private mutating func attempt(_ past: AdjustedPast, _ trend: ExponentialSmoothing.Trend) {
    let fit = SmoothingChoice.fit(past.adjusted, trend)
    if trend == .none { memory = fit.model.levelGain }
    guard improves(fit.criterion(count: past.count) + cost(of: past)) else { return }
    path = past.seasonal(SmoothingChoice.forecast(fit, past))
    surprise = Statistics.mean(fit.model.surprises(past.adjusted).map(abs))
  }

  /// With a season that changes; other patterns stay fixed.
  private mutating func attempt(
    _ past: AdjustedPast, _ trend: ExponentialSmoothing.Trend, season: [Double]
  ) {
    let period = season.count
    let values = past.adjusted.indices.map { past.adjusted[$0] + season[$0 % period] }
    let fit = SmoothingChoice.fit(values, trend, season: season)
    guard improves(fit.criterion(count: past.count)) else { return }
    let forecast = SmoothingChoice.forecast(fit, past)
    path = past.seasonal(
      forecast.indices.map { forecast[$0] - season[(past.count + $0) % period] })
    surprise = Statistics.mean(fit.model.surprises(values).map(abs))
  }

  private mutating func attemptCounts(
    _ past: AdjustedPast, _ trend: ExponentialSmoothing.Trend
  ) {
    let fit = SmoothingChoice.fit(past.counts, trend)
    // Brings the likelihood of counts to that of their logarithms.
    let jacobian = past.adjusted.reduce(0) { $0 + $1 - past.middle }
    guard improves(fit.criterion(count: past.count) - 2 * jacobian + cost(of: past)) else { return }
    path = past.seasonal(counts: SmoothingChoice.forecast(fit, past))
    surprise = Statistics.mean(
      zip(fit.model.surprises(past.counts), past.counts).map { abs($0) / $1 })
  }

  /// A fixed season has been estimated, too.
  private func cost(of past: AdjustedPast) -> Double {
    2 * Double(max(past.decomposition.mainSeason.count - 1, 0))
  }

  private mutating func improves(_ criterion: Double) -> Bool {
    guard criterion < self.criterion else { return false }
    self.criterion = criterion
    return true
  }

  private static func fit(
    _ values: [Double], _ trend: ExponentialSmoothing.Trend, season: [Double] = []
  ) -> ExponentialSmoothing.Fit {
    ExponentialSmoothing.fitted(
      to: values, trend: trend, seasons: season, evaluations: evaluations)
  }

  private static func forecast(
    _ fit: ExponentialSmoothing.Fit, _ past: AdjustedPast
  ) -> [Double] {
    fit.model.forecast(from: fit.state, after: past.count, horizon: past.horizon)
  }
}
