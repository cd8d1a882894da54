/// Mean, variance and skewness of a count, which say about where its quantiles are.
struct CountMoments {
  let mean: Double
  let variance: Double
  let skewness: Double

  /// A guess within one or two of the quantile where the skewness is small. [Cornish & Fisher 1938]
  func quantile(_ probability: Double) -> Double {
    let z = StandardNormal.quantile(probability)
    let skewed = z + min(skewness, 1) * (z * z - 1) / 6
    return mean + variance.squareRoot() * skewed - 0.5
  }
}
