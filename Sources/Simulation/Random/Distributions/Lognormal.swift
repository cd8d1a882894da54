/// Positive quantities whose logarithm is normal, such as the time to fill a position.
package struct Lognormal: Hashable, Sendable {
  package let median: Double
  /// Standard deviation of the natural logarithm.
  package let sigma: Double

  /// - Precondition: both are finite and not negative; a `sigma` of 0 is the median for certain.
  package init(median: Double, sigma: Double) {
    precondition(median >= 0 && median.isFinite && sigma >= 0 && sigma.isFinite)
    self.median = median
    self.sigma = sigma
  }

  /// With the standard deviation as a share of the mean.
  ///
  /// - Precondition: both are finite and not negative.
  package init(mean: Double, coefficientOfVariation: Double) {
    let square = coefficientOfVariation * coefficientOfVariation
    let sigma = min(logarithm(1 + square), .greatestFiniteMagnitude).squareRoot()
    self.init(median: mean / (1 + square).squareRoot(), sigma: sigma)
  }

  package var mean: Double { median * exponential(sigma * sigma / 2) }

  /// The value that is not exceeded with `probability`, between 0 and 1.
  ///
  /// - Returns: a finite number of 0 or more; relative error below 10⁻¹⁵ times (1 + 9 `sigma`).
  package func quantile(_ probability: Double) -> Double {
    guard median > 0, sigma > 0 else { return median }
    let value = median * exponential(sigma * StandardNormal.quantile(probability))
    return min(value, .greatestFiniteMagnitude)
  }
}
