/// How many of a number of trials succeed.
package struct Binomial: Hashable, Sendable {
  package let trials: Int
  /// Of each trial to succeed.
  package let probability: Double

  /// - Precondition: `trials ≥ 0` and `probability` is in `0...1`.
  package init(trials: Int, probability: Double) {
    precondition(trials >= 0 && 0 <= probability && probability <= 1)
    self.trials = trials
    self.probability = probability
  }

  /// The smallest count that is not exceeded with at least `uniform`, between 0 and 1.
  ///
  /// Exact, but for probabilities within 10⁻¹³ of a step of the distribution function (10⁻¹² for a
  /// million trials, growing with the square root of their number).
  /// - Complexity: O(successes or failures, whichever are fewer) up to ``SmallCounts/largestMean`` of
  ///   them, O(1) above it.
  package func quantile(_ uniform: Double) -> Int {
    // By failures where those are fewer: `n - k` successes are at most `uniform` likely.
    probability <= 0.5
      ? count(uniform, each: probability) : trials - count(1 - uniform, each: 1 - probability)
  }

  /// The same where each trial succeeds at most every other time.
  private func count(_ uniform: Double, each: Double) -> Int {
    guard trials > 0, each > 0 else { return 0 }
    let size = Double(trials)
    if size * each <= SmallCounts.largestMean {
      let odds = each / (1 - each)
      let count = SmallCounts.search(uniform, none: probabilityOfNone(each)) {
        (size - $0 + 1) / $0 * odds
      }
      if let count { return min(count, trials) }
    }
    let variance = size * each * (1 - each)
    let moments = CountMoments(
      mean: size * each, variance: variance, skewness: (1 - 2 * each) / variance.squareRoot())
    let count = QuantileSearch.whole(
      uniform, first: 0, last: size, guess: moments.quantile(uniform)
    ) { count in
      guard count < size else { return Tails(upper: 0) }
      return IncompleteBeta.tails(count + 1, size - count, at: each, rest: 1 - each).swapped
    }
    return min(Int(count), trials)
  }

  private func probabilityOfNone(_ each: Double) -> Double {
    guard trials > 16 else {
      return (0..<trials).reduce(1) { product, _ in product * (1 - each) }
    }
    let logarithm = Stirling.logarithmOfOnePlusLess(-each) - each
    return exponential(Double(trials) * logarithm)
  }
}
