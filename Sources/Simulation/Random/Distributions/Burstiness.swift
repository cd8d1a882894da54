/// How much burstier than Poisson counts are, worked out once for many means.
package struct Burstiness: Hashable, Sendable {
  /// 1 is Poisson; larger is burstier.
  package let varianceToMean: Double
  let logarithmOfRatio: Double
  /// By how much each further count is less likely than the last, in the end.
  let share: Double

  /// - Precondition: `varianceToMean ≥ 1`.
  package init(_ varianceToMean: Double) {
    precondition(varianceToMean >= 1)
    self.varianceToMean = varianceToMean
    logarithmOfRatio = logarithm(varianceToMean)
    share = 1 - 1 / varianceToMean
  }

  var isPoisson: Bool { varianceToMean - 1 < 1e-9 }
}
