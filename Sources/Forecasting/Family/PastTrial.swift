import Foundation

/// What the models would have said from one origin in the past, and what came.
struct PastTrial: Sendable {
  /// Steps after the origin, from 1; those whose values are known.
  var steps: [Int] = []
  /// What came, relative to the middle of what the models said, on the work scale.
  var targets: [Double] = []
  /// By step, then by model: relative to the same middle.
  var deviations: [[Double]] = []
  /// What an error of 1 on the work scale costs.
  var importances: [Double] = []
  let unrest: Unrest
  let isLogarithmic: Bool

  init(_ series: PreparedSeries, origin: Int, steps wanted: [Int], scale: Double) {
    isLogarithmic = series.scale == .logarithmic
    let components = Components(series.prefix(origin), horizon: wanted.last ?? 1)
    unrest = components.unrest
    for step in wanted where series.isObserved[origin + step - 1] {
      let actual = series.values[origin + step - 1]
      let (middle, deviations) = Combination.deviations(components.paths.map { $0[step - 1] })
      steps.append(step)
      targets.append(actual - middle)
      self.deviations.append(deviations)
      importances.append(
        PastTrial.importance(of: actual, on: series.scale, scale: scale))
    }
  }

  /// The sum of absolute errors of each model over that of all.
  var errors: [Double] {
    var sums = [Double](repeating: 0, count: Components.Kind.allCases.count)
    for (target, deviations) in zip(targets, deviations) {
      for (kind, deviation) in deviations.enumerated() { sums[kind] += abs(deviation - target) }
    }
    return sums
  }

  /// Errors count in part against the usual change over a season, in part by percentage.
  private static func importance(
    of actual: Double, on work: WorkScale, scale: Double
  ) -> Double {
    let slope = work.slope(at: min(actual, 600)) / scale
    guard work == .logarithmic else { return slope }
    let percentageShare = 3.0
    let most = 20.0
    return percentageShare + min(slope, most)
  }
}
