/// How errors of the series of a call hang together at the same time.
///
/// Every error is taken to be a part of a shock that all series share and a part of its own. How
/// much is shared, the loading, comes from the correlations of past errors by the centroid method
/// [Thurstone 1931], which needs one pass over the errors however many series there are; the
/// correlation of two series is the product of their loadings.
struct CommonShocks: Sendable {
  /// By series, −1 to 1; all 0 where errors have nothing in common.
  let loadings: [Double]

  /// As many trials as the belief that series have nothing in common is worth.
  private static let stiffness = 4.0
  private static let most = 0.95

  /// - Parameters:
  ///   - errors: by series, then by moment; finite.
  ///   - trials: how many each series had.
  init(_ errors: [[Moment: Double]], trials: [Int]) {
    let scaled = errors.map(CommonShocks.standardised)
    var sums: [Moment: (sum: Double, count: Double)] = [:]
    for series in scaled {
      for (moment, error) in series {
        let known = sums[moment] ?? (0, 0)
        sums[moment] = (known.sum + error, known.count + 1)
      }
    }
    // The mean correlation of each series with the others, moment by moment.
    let shared = scaled.map { series -> Double in
      var (cross, count) = (0.0, 0.0)
      for moment in series.keys.sorted() {
        guard let error = series[moment], let all = sums[moment], all.count > 1 else { continue }
        cross += error * (all.sum - error)
        count += all.count - 1
      }
      return count > 0 ? cross / count : 0
    }
    let mean = Statistics.mean(shared)
    guard errors.count > 1, mean > 0 else {
      loadings = errors.map { _ in 0 }
      return
    }
    loadings = zip(shared, trials).map { correlation, trials in
      let trust = Double(trials) / (Double(trials) + CommonShocks.stiffness)
      // The correlation, which is the square, is what is trusted in part.
      let loading = trust.squareRoot() * correlation / mean.squareRoot()
      return min(max(loading, -CommonShocks.most), CommonShocks.most)
    }
  }

  /// A moment of the past: which trial, counted from the latest, and which step of it.
  struct Moment: Hashable, Comparable {
    var origin: Int
    var step: Int

    static func < (one: Moment, other: Moment) -> Bool {
      (one.origin, one.step) < (other.origin, other.step)
    }
  }

  /// Errors over their root mean square; large ones are cut off so that single ones do not decide.
  private static func standardised(_ errors: [Moment: Double]) -> [Moment: Double] {
    let limit = 3.0
    let squares = errors.keys.sorted().reduce(0) { $0 + (errors[$1] ?? 0) * (errors[$1] ?? 0) }
    let size = (squares / Double(max(errors.count, 1))).squareRoot()
    guard size > 0 else { return [:] }
    return errors.mapValues { min(max($0 / size, -limit), limit) }
  }
}
