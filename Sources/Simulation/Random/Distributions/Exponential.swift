/// Waiting times that do not remember how long one has waited.
package struct Exponential: Hashable, Sendable {
  package let mean: Double

  /// - Precondition: `mean` is finite and not negative.
  package init(mean: Double) {
    precondition(mean >= 0 && mean.isFinite)
    self.mean = mean
  }

  /// The value that is not exceeded with `probability`, between 0 and 1; to double rounding.
  package func quantile(_ probability: Double) -> Double {
    // Near 0 the difference from 1 would lose the digits of the probability.
    let tail = Stirling.logarithmOfOnePlusLess(-probability) - probability
    return min(-mean * tail, .greatestFiniteMagnitude)
  }
}
