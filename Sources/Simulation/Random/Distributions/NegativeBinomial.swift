/// Counts that are burstier than Poisson: mean and variance-to-mean ratio.
package struct NegativeBinomial: Hashable, Sendable {
  package let mean: Double
  let burstiness: Burstiness

  /// - Precondition: `mean ≥ 0`.
  package init(mean: Double, burstiness: Burstiness) {
    precondition(mean >= 0)
    self.mean = mean
    self.burstiness = burstiness
  }

  /// - Precondition: `mean ≥ 0` and `varianceToMean ≥ 1`.
  package init(mean: Double, varianceToMean: Double) {
    self.init(mean: mean, burstiness: Burstiness(varianceToMean))
  }

  /// With `size` k instead of the ratio: the ratio is 1 + mean / k.
  package init(mean: Double, size: Double) {
    self.init(mean: mean, varianceToMean: 1 + mean / size)
  }

  /// Probability of more than `count`.
  ///
  /// Uses P(0) = v^(-k) and P(n+1) = P(n) (n+k)/(n+1) (1-1/v) with k = m/(v-1).
  /// - Complexity: O(`count`).
  package func probabilityOfMore(than count: Int) -> Double {
    guard mean > 0 else { return 0 }
    var cumulative = 0.0
    var term = probabilityOfNone
    for n in 0...max(0, count) {
      cumulative += term
      term *= ratio(after: n)
    }
    return max(0, 1 - cumulative)
  }

  package func probability(of count: Int) -> Double {
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    var term = probabilityOfNone
    for n in 0..<max(0, count) { term *= ratio(after: n) }
    return term
  }

  package var varianceToMean: Double { burstiness.varianceToMean }

  var probabilityOfNone: Double {
    burstiness.isPoisson
      ? exponential(-mean)
      : exponential(-mean / (varianceToMean - 1) * burstiness.logarithmOfRatio)
  }

  private func ratio(after n: Int) -> Double {
    let next = Double(n + 1)
    guard !burstiness.isPoisson else { return mean / next }
    let size = mean / (varianceToMean - 1)
    return (Double(n) + size) / next * burstiness.share
  }
}
