import Foundation

/// How fast somebody thinks a driver grows, as fractions a year; 0.5 is half as much again.
package struct GrowthScenario: Hashable, Sendable {
  package let low: Double
  package let likely: Double
  package let high: Double
  /// What the driver cannot pass, such as all the customers there are; `nil` where nothing stops it.
  package let ceiling: Double?

  /// - Precondition: `-1 < low ≤ likely ≤ high`, all finite, and `ceiling` is above 0.
  package init(low: Double, likely: Double, high: Double, ceiling: Double? = nil) {
    precondition(low > -1 && low <= likely && likely <= high && high.isFinite, "low to high")
    precondition(ceiling.map { $0 > 0 } ?? true, "a ceiling is above 0")
    (self.low, self.likely, self.high, self.ceiling) = (low, likely, high, ceiling)
  }

  package init(_ growth: Double, ceiling: Double? = nil) {
    self.init(low: growth, likely: growth, high: growth, ceiling: ceiling)
  }

  /// The growth a year that a fraction `p` of triangular guesses stays below.
  package func growth(_ p: Double) -> Double {
    let width = high - low
    guard width > 0 else { return likely }
    let p = min(max(p, 0), 1)
    let turn = (likely - low) / width
    return p < turn
      ? low + (p * width * (likely - low)).squareRoot()
      : high - ((1 - p) * width * (high - likely)).squareRoot()
  }
}
