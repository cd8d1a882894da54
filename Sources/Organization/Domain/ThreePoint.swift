/// A number somebody estimated as `{low, likely, high}`, or knows exactly.
package struct ThreePoint: Hashable, Sendable {
  package let low: Double
  package let likely: Double
  package let high: Double

  /// - Precondition: `low ≤ likely ≤ high` and all are finite; files are checked by the decoder.
  package init(low: Double, likely: Double, high: Double) {
    precondition(low <= likely && likely <= high && low.isFinite && high.isFinite)
    self.low = low
    self.likely = likely
    self.high = high
  }

  package init(_ value: Double) { self.init(low: value, likely: value, high: value) }

  /// The mean of the PERT distribution.
  ///
  /// It is `(low + 4 likely + high) / 6`. [Malcolm et al. 1959]
  package var mean: Double { isExact ? likely : (low + 4 * likely + high) / 6 }

  package var isExact: Bool { low == high }

  /// The same with nothing above `most`.
  package func capped(at most: Double) -> ThreePoint {
    ThreePoint(low: min(low, most), likely: min(likely, most), high: min(high, most))
  }

  package func scaled(by factor: Double) -> ThreePoint {
    factor >= 0
      ? ThreePoint(low: low * factor, likely: likely * factor, high: high * factor)
      : ThreePoint(low: high * factor, likely: likely * factor, high: low * factor)
  }
}
