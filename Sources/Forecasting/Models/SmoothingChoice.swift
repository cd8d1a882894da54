import Foundation

/// The exponential smoothing that explains a past best for its number of parameters.
enum SmoothingChoice {
  private static let evaluations = 150

  /// - Parameters:
  ///   - decomposition: of the values on the work scale.
  ///   - counts: the adjusted values back on the scale of counts, relative to their median; `nil`
  ///     if that is the work scale.
  ///   - horizon: how far.
  static func forecast(
    _ decomposition: Decomposition, counts: [Double]?, horizon: Int
  ) -> [Double] {
    let adjusted = decomposition.adjusted
    let count = adjusted.count
    let future = (0..<horizon).map { decomposition.season(at: count + $0) }
    let main = decomposition.mainSeason
    var best: (path: [Double], criterion: Double)?
    func attempt(
      _ values: [Double], _ trend: ExponentialSmoothing.Trend, seasons: [Double], jacobian: Double,
      path: ([Double]) -> [Double]
    ) {
      let fit = ExponentialSmoothing.fitted(
        to: values, trend: trend, seasons: seasons, evaluations: evaluations)
      let criterion = fit.criterion(count: count) + 2 * jacobian
        + (seasons.isEmpty ? 2 * Double(max(0, main.count - 1)) : 0)
      guard criterion < best?.criterion ?? .infinity else { return }
      best = (path(fit.model.forecast(from: fit.state, after: count, horizon: horizon)), criterion)
    }
    func withSeason(_ path: [Double]) -> [Double] { zip(path, future).map { $0 + $1 } }
    for trend in ExponentialSmoothing.Trend.allCases where trend != .additive || counts == nil {
      attempt(adjusted, trend, seasons: [], jacobian: 0, path: withSeason)
      if !main.isEmpty, main.count <= 24 {
        let rest = (0..<count).map { decomposition.cleaned[$0] - decomposition.season(at: $0) + main[$0 % main.count] }
        let restFuture = (0..<horizon).map { future[$0] - main[(count + $0) % main.count] }
        attempt(rest, trend, seasons: main, jacobian: 0) { zip($0, restFuture).map { $0 + $1 } }
      }
    }
    if let counts {
      // Both scales explain the same values: the likelihood of one is brought to the other.
      let jacobian = adjusted.reduce(0, +) - Double(count) * Statistics.median(adjusted)
      let centre = Statistics.median(adjusted)
      let least = (counts.min() ?? 1) / 10
      for trend in ExponentialSmoothing.Trend.allCases {
        attempt(counts, trend, seasons: [], jacobian: -jacobian) { path in
          zip(path, future).map { log(max($0, least)) + centre + $1 }
        }
      }
    }
    return best?.path ?? withSeason(Array(repeating: adjusted[count - 1], count: horizon))
  }
}
