/// Joins what several models say at one step.
enum Combination {
  /// Times the median distance from the middle; what lies beyond is pulled in, so that a model that
  /// ran away is heard but not followed.
  private static let reach = 3.0

  /// The middle of what is said, and how far each model lies from it at most.
  static func deviations(_ said: [Double]) -> (middle: Double, deviations: [Double]) {
    let middle = Statistics.median(said)
    let limit = reach * Statistics.median(said.map { abs($0 - middle) })
    return (middle, said.map { min(max($0 - middle, -limit), limit) })
  }

  /// The weighted mean of deviations.
  static func mean(_ deviations: some Collection<Double>, weights: [Double]) -> Double {
    var sum = 0.0
    for (deviation, weight) in zip(deviations, weights) { sum += weight * deviation }
    return sum
  }

  /// How far the models lie apart: the weighted mean distance from their joint forecast.
  static func disagreement(_ deviations: some Collection<Double>, weights: [Double]) -> Double {
    let centre = mean(deviations, weights: weights)
    var sum = 0.0
    for (deviation, weight) in zip(deviations, weights) { sum += weight * abs(deviation - centre) }
    return sum
  }
}
