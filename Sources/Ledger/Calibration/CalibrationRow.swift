package import Organization
import Simulation

/// How what was stated of a quantity did.
package struct CalibrationRow: Sendable {
  package let quantity: ObservedQuantity
  /// The only subject; `nil` for all of the quantity together.
  package let subject: String?
  /// Numbers of the runs that stated something that can be checked.
  package let runs: [Int64]
  let values: [CheckedValue]
  /// How many independent values they are worth.
  package let independent: Double
  package let inside: Share
  package let above: Share
  /// Mean interval score over mean value, subject by subject; `nil` where nothing came.
  package let relativeScore: Double?
  /// Mean interval score, in units of the quantity.
  package let score: Double
  /// What came in all over the medians in all; `nil` where those are 0.
  package let timesMedian: Double?

  /// How often something was to happen, and how often it did.
  package struct Share: Hashable, Sendable {
    package var stated: Double
    package var seen: Double
    /// Of the probability behind what was seen, with 95 %.
    package var interval: ClosedRange<Double>

    package var isLess: Bool { interval.upperBound < stated }
    package var isMore: Bool { interval.lowerBound > stated }
  }

  private static let confidence = 0.95

  /// - Parameters:
  ///   - quantity: of the values.
  ///   - subject: of all of them, if they have one.
  ///   - runs: that stated something of them.
  ///   - values: at least one.
  ///   - series: the places of values that may depend on each other, in order of time.
  init(
    _ quantity: ObservedQuantity, subject: String?, runs: [Int64], values: [CheckedValue],
    series: [[Int]]
  ) {
    self.quantity = quantity
    self.subject = subject
    self.runs = runs
    self.values = values
    let worth = IndependentCount.of(series.map { $0.map { values[$0].departure } }, quantity)
    independent = worth
    func mean(_ figure: (CheckedValue) -> Double) -> Double {
      values.reduce(0) { $0 + figure($1) } / Double(max(1, values.count))
    }
    func share(_ stated: Double, _ seen: Double) -> Share {
      Share(
        stated: stated, seen: seen,
        interval: ExactBinomial.interval(
          share: seen, trials: worth, confidence: Self.confidence))
    }
    inside = share(mean(\.statedInside), mean(\.inside))
    above = share(mean(\.statedAbove), mean(\.above))
    score = mean(\.score)
    let middle = mean(\.median)
    timesMedian = middle > 0 ? mean(\.value) / middle : nil
    relativeScore = Self.relativeScore(values)
  }

  /// Drivers and teams are of different size, so that scores are set against the size of each.
  private static func relativeScore(_ values: [CheckedValue]) -> Double? {
    var sum = 0.0
    var count = 0
    for (_, own) in Dictionary(grouping: values, by: \.subject).sorted(by: { $0.key < $1.key }) {
      let size = own.reduce(0) { $0 + abs($1.value) }
      guard size > 0 else { continue }
      sum += own.reduce(0) { $0 + $1.score } / size * Double(own.count)
      count += own.count
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
