import Foundation

/// A number with the range that holds it with nine in ten chances.
package struct LoadEstimate: Hashable, Sendable {
  package var low: Double
  package var likely: Double
  package var high: Double

  package init(low: Double, likely: Double, high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// Of the normal distribution, for a range of 90 %.
  private static let deviations = 1.644_853_626_951_472_7

  /// What a count says of the rate behind it: Byar's approximation of the exact interval of a Poisson
  /// mean [Breslow & Day 1987, 2.3], widened for counts that vary more.
  ///
  /// - Parameters:
  ///   - count: how often it happened.
  ///   - exposure: how long that was watched, above 0; the rate is per unit of it.
  ///   - varianceToMean: 1 for a Poisson count, more where they cluster.
  /// - Returns: the rate with a range that holds nine times in ten.
  static func rate(count: Int, exposure: Double, varianceToMean: Double) -> LoadEstimate {
    let spread = max(1, varianceToMean)
    // Clustered counts say as much as fewer independent ones.
    let worth = Double(count) / spread
    func end(_ n: Double, _ sign: Double) -> Double {
      guard n > 0 else { return 0 }
      let root = 1 - 1 / (9 * n) + sign * deviations / (3 * n.squareRoot())
      return n * pow(max(0, root), 3)
    }
    return LoadEstimate(
      low: end(worth, -1) * spread / exposure, likely: Double(count) / exposure,
      high: end(worth + 1, 1) * spread / exposure)
  }

  /// What a count among others says of the share behind it, drawn towards what is published.
  ///
  /// The prior counts as so many earlier trials; the range is Wilson's [1927] for all of them.
  static func share(
    count: Int, of total: Int, prior: Double, weight: Double
  ) -> LoadEstimate {
    let trials = Double(total) + weight
    let share = (Double(count) + weight * prior) / trials
    let square = deviations * deviations
    let middle = (share + square / (2 * trials)) / (1 + square / trials)
    let half =
      deviations / (1 + square / trials)
      * (share * (1 - share) / trials + square / (4 * trials * trials)).squareRoot()
    return LoadEstimate(
      low: max(0, middle - half), likely: share, high: min(1, middle + half))
  }
}

/// Simple measures of numbers.
enum LoadNumbers {
  /// The middle one; `nil` of none.
  static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Variance over mean of counts; `nil` where there are too few, or nothing was counted.
  static func varianceToMean(_ counts: [Int]) -> Double? {
    let n = Double(counts.count)
    let mean = Double(counts.reduce(0, +)) / max(1, n)
    guard counts.count > 1, mean > 0 else { return nil }
    let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return squares / (n - 1) / mean
  }
}
