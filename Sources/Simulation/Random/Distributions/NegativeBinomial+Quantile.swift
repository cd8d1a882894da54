extension NegativeBinomial {
  /// The smallest count that is not exceeded with at least `probability`, between 0 and 1.
  ///
  /// Exact, but for probabilities within 10⁻¹³ of a step of the distribution function (10⁻¹² for means
  /// of a million).
  /// - Complexity: O(count) up to a mean of ``SmallCounts/largestMean``; O(1) above it, or where a very
  ///   bursty count goes beyond ``SmallCounts/terms``.
  package func quantile(_ probability: Double) -> Int {
    quantile(probability, none: probabilityOfNone)
  }

  /// A count for each of many means, each the quantile of its own probability.
  ///
  /// It is faster than one by one: exponentials come first, as searches, which end where no
  /// processor expects them to, would hold them up.
  static func quantiles(
    _ probabilities: [Double], means: [Double], burstiness: Burstiness, into counts: inout [Double]
  ) {
    precondition(probabilities.count == means.count && counts.count == means.count)
    counts.withUnsafeMutableBufferPointer { counts in
      means.withUnsafeBufferPointer { means in
        probabilities.withUnsafeBufferPointer { probabilities in
          for place in means.indices {
            counts[place] =
              NegativeBinomial(mean: means[place], burstiness: burstiness).probabilityOfNone
          }
          for place in means.indices {
            let count = NegativeBinomial(mean: means[place], burstiness: burstiness)
              .quantile(probabilities[place], none: counts[place])
            counts[place] = Double(count)
          }
        }
      }
    }
  }

  @inline(__always)
  private func quantile(_ probability: Double, none: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean.isFinite else { return Int(QuantileSearch.largestCount) }
    guard !burstiness.isPoisson else { return Poisson(mean: mean).quantile(probability) }
    let size = mean / (varianceToMean - 1)
    if mean <= SmallCounts.largestMean {
      let share = burstiness.share
      let less = size - 1
      let count = SmallCounts.search(probability, none: none) {
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
