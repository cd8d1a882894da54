/// Counts of what happens independently and one at a time.
package struct Poisson: Hashable, Sendable {
  package let mean: Double

  /// - Precondition: `mean` is finite and not negative.
  package init(mean: Double) {
    precondition(mean >= 0 && mean.isFinite)
    self.mean = mean
  }

  /// The smallest count that is not exceeded with at least `probability`, between 0 and 1.
  ///
  /// Exact, but for probabilities within 10⁻¹³ of a step of the distribution function.
  /// - Complexity: O(mean) up to ``SmallCounts/largestMean``, O(1) above it.
  package func quantile(_ probability: Double) -> Int {
    guard mean > 0 else { return 0 }
    let mean = mean
    if mean <= SmallCounts.largestMean {
      let count = SmallCounts.search(probability, none: exponential(-mean)) { mean / $0 }
      if let count { return count }
    }
    let guess = CountMoments(mean: mean, variance: mean, skewness: 1 / mean.squareRoot())
      .quantile(probability)
    let count = QuantileSearch.whole(probability, first: 0, last: .infinity, guess: guess) {
      IncompleteGamma.tails(shape: $0 + 1, at: mean).swapped
    }
    return Int(count)
  }
}
