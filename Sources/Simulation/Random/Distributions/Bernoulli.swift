/// Something that happens or does not.
package struct Bernoulli: Hashable, Sendable {
  package let probability: Double

  /// - Precondition: `probability` is in `0...1`.
  @inlinable package init(probability: Double) {
    precondition(0 <= probability && probability <= 1)
    self.probability = probability
  }

  /// Whether it happens; high numbers say yes, as they mean more in every other distribution.
  ///
  /// A probability of 0 never happens and one of 1 always, since `uniform` is neither.
  @inlinable package func quantile(_ uniform: Double) -> Bool { 1 - uniform < probability }
}
