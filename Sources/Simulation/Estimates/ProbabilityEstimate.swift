/// How likely something is, from how often it happened.
package struct ProbabilityEstimate: Hashable, Sendable {
  package private(set) var happened = 0
  package private(set) var count = 0

  package init() {}

  /// - Precondition: `0 ≤ happened ≤ count`.
  package init(happened: Int, count: Int) {
    precondition(0 <= happened && happened <= count)
    self.happened = happened
    self.count = count
  }

  /// Takes in one replication.
  package mutating func insert(_ happens: Bool) {
    count &+= 1
    happened &+= happens ? 1 : 0
  }

  package mutating func merge(_ other: ProbabilityEstimate) {
    happened += other.happened
    count += other.count
  }

  /// The share of replications in which it happened; `nil` for none.
  package var value: Double? { count > 0 ? Double(happened) / Double(count) : nil }

  /// The range that holds the true probability with `confidence`. [Wilson 1927]
  ///
  /// It stays within 0 and 1 and says something sensible even where it never or always happened.
  /// - Returns: 0 to 1 for no replications.
  package func interval(confidence: Double) -> ClosedRange<Double> {
    guard let value else { return 0...1 }
    let size = Double(count)
    let z = abs(StandardNormal.quantile((1 + confidence) / 2))
    guard z.isFinite else { return 0...1 }
    let weight = z * z / size
    let spread = z * (value * (1 - value) / size + weight / (4 * size)).squareRoot()
    let centre = value + weight / 2
    let (lower, upper) = ((centre - spread) / (1 + weight), (centre + spread) / (1 + weight))
    // At the ends the formula gives exactly 0 and 1, but for rounding.
    return
      (happened == 0 ? 0 : max(0, min(lower, value)))...(happened == count
      ? 1 : min(1, max(upper, value)))
  }
}
