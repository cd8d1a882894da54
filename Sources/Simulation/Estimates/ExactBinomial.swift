/// What a share that was seen tells of the probability behind it.
package enum ExactBinomial {
  /// The range that holds the probability with at least `confidence`. [Clopper & Pearson 1934]
  ///
  /// Trials may be fewer than were made where they were not independent, and then not whole: the
  /// quantiles of the Beta distribution do not mind.
  /// - Parameters:
  ///   - share: of the trials in which it happened, 0 to 1.
  ///   - trials: how many independent ones they are worth.
  ///   - confidence: such as 0.95.
  /// - Returns: 0 to 1 for no trials.
  package static func interval(
    share: Double, trials: Double, confidence: Double
  ) -> ClosedRange<Double> {
    guard trials > 0, share.isFinite, trials.isFinite else { return 0...1 }
    let happened = min(max(share, 0), 1) * trials
    let tail = (1 - confidence) / 2
    let lower = happened > 0 ? quantile(tail, happened, trials - happened + 1) : 0
    let upper = happened < trials ? quantile(1 - tail, happened + 1, trials - happened) : 1
    return min(lower, upper)...max(lower, upper)
  }

  /// By halving, which 60 times makes as exact as numbers between 0 and 1 are.
  private static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var (lower, upper) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (lower + upper) / 2
      if IncompleteBeta.tails(a, b, at: middle, rest: 1 - middle).reaches(probability) {
        upper = middle
      } else {
        lower = middle
      }
    }
    return (lower + upper) / 2
  }
}
