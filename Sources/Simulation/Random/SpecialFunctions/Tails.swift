/// What a distribution has on both sides of a point; the smaller is precise in its own digits.
struct Tails: Hashable, Sendable {
  /// The probability of being no larger.
  let lower: Double
  /// The probability of being larger.
  let upper: Double

  init(lower: Double) {
    self.lower = min(lower, 1)
    upper = 1 - self.lower
  }

  init(upper: Double) {
    self.upper = min(upper, 1)
    lower = 1 - self.upper
  }

  private init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The same of the mirrored distribution.
  var swapped: Tails { Tails(lower: upper, upper: lower) }

  /// Whether a quantile of `probability` lies at or below this point, by the tail that tells it best.
  func reaches(_ probability: Double) -> Bool {
    probability <= 0.5 ? lower >= probability : upper <= 1 - probability
  }
}
