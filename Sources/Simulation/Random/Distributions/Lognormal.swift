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

  /// How likely a value is not exceeded.
  package func probability(upTo value: Double) -> Double {
    guard value > 0 else { return 0 }
    guard median > 0, sigma > 0 else { return value >= median ? 1 : 0 }
    return Self.normal(upTo: standardised(value))
  }

  /// How much more than `value` those that exceed it are on average: mean residual life.
  ///
  /// - Returns: at most the mean, which it comes to where hardly anything is as large as `value`.
  package func meanBeyond(_ value: Double) -> Double {
    guard value > 0 else { return mean }
    guard median > 0, sigma > 0 else { return max(0, median - value) }
    let place = standardised(value)
    guard place < Self.farOut else { return mean }
    let beyond = mean * Self.normal(upTo: sigma - place) / Self.normal(upTo: -place) - value
    return clamp(beyond, 0, mean)
  }

  /// Standard deviations beyond which the tails are too thin to be divided.
  private static let farOut = 6.0

  private func standardised(_ value: Double) -> Double { logarithm(value / median) / sigma }

  /// The distribution function of the standard normal distribution.
  private static func normal(upTo place: Double) -> Double {
    let tails = IncompleteGamma.tails(shape: 0.5, at: place * place / 2)
    return place < 0 ? tails.upper / 2 : (1 + tails.lower) / 2
  }
}
