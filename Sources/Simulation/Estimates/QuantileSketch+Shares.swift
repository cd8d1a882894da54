extension QuantileSketch {
  /// How the numbers lie to one number.
  package struct Shares: Hashable, Sendable {
    /// Share of the numbers that are smaller.
    package var below: Double
    /// Share of the numbers that are the same, as far as the sketch tells numbers apart.
    package var same: Double

    package var above: Double { max(0, 1 - below - same) }
  }

  /// How the numbers lie to one of their quantiles.
  ///
  /// - Parameter number: as ``quantile(_:)`` gave it.
  /// - Returns: `nil` where there are no numbers.
  /// - Complexity: O(log count × buckets).
  package func shares(around number: Double) -> Shares? {
    guard count > 0 else { return nil }
    let below = ranks { $0 < number }
    let through = ranks { $0 <= number }
    return Shares(
      below: Double(below) / Double(count), same: Double(through - below) / Double(count))
  }

  /// How many of the first numbers satisfy a condition that only smaller ones do.
  private func ranks(_ isSmall: (Double) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if let value = value(atRank: middle), isSmall(value) {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    return lower
  }
}
