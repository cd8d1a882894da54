extension NegativeBinomial {
  /// The smallest count that is not exceeded with at least `probability`, between 0 and 1.
  ///
  /// Exact, but for probabilities within 10⁻¹³ of a step of the distribution function (10⁻¹² for means
  /// of a million).
  /// - Complexity: O(count) up to a mean of ``SmallCounts/largestMean``; O(1) above it, or where a very
  ///   bursty count goes beyond ``SmallCounts/terms``.
  package func quantile(_ probability: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean.isFinite else { return Int(QuantileSearch.largestCount) }
    guard !burstiness.isPoisson else { return Poisson(mean: mean).quantile(probability) }
    let size = mean / (varianceToMean - 1)
    if mean <= SmallCounts.largestMean {
      let share = burstiness.share
      let less = size - 1
      let count = SmallCounts.search(probability, none: probabilityOfNone) {
        ($0 + less) / $0 * share
      }
      if let count { return count }
    }
    return Int(distantQuantile(probability, size: size))
  }

  private func distantQuantile(_ probability: Double, size: Double) -> Double {
    // A size of 0 is all mass on none, to double rounding.
    guard size > 0, varianceToMean.isFinite else { return 0 }
    let variance = mean * varianceToMean
    let skewness = (2 * varianceToMean - 1) / variance.squareRoot()
    let guess = CountMoments(mean: mean, variance: variance, skewness: skewness)
      .quantile(probability)
    let last = 1 / varianceToMean
    let share = (varianceToMean - 1) / varianceToMean
    return QuantileSearch.whole(probability, first: 0, last: .infinity, guess: guess) {
      IncompleteBeta.tails(size, $0 + 1, at: last, rest: share)
    }
  }
}
