/// Spearman's rank correlation and how well it is known.
package struct RankCorrelation: Hashable, Sendable {
  /// -1 to 1.
  package let value: Double
  /// Replications.
  package let count: Int

  package init(value: Double, count: Int) {
    self.value = value
    self.count = count
  }

  /// The range that holds the true correlation with `confidence`.
  ///
  /// Fisher's transformation with variance (1 + ρ²/2) / (n - 3). [Bonett & Wright 2000]
  /// - Returns: -1 to 1 for fewer than four replications.
  package func interval(confidence: Double) -> ClosedRange<Double> {
    let z = abs(StandardNormal.quantile((1 + confidence) / 2))
    guard count > 3, z.isFinite else { return -1...1 }
    guard abs(value) < 1 else { return value...value }
    let transformed = logarithm((1 + value) / (1 - value)) / 2
    let half = z * ((1 + value * value / 2) / Double(count - 3)).squareRoot()
    let (lower, upper) = (Self.tangent(transformed - half), Self.tangent(transformed + half))
    return min(lower, value)...max(upper, value)
  }

  /// The hyperbolic tangent.
  private static func tangent(_ x: Double) -> Double {
    let inverse = exponential(-2 * abs(x))
    let size = (1 - inverse) / (1 + inverse)
    return x < 0 ? -size : size
  }
}
