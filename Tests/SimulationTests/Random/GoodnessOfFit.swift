import Simulation

/// Tests of fit at level 10⁻⁶ for fixed seeds: they fail for a wrong law, and for a right one no
/// change of the seed is likely to fail them in a million runs.
enum GoodnessOfFit {
  /// The two-sided point that a standard normal number passes with probability 10⁻⁶.
  static let point = 4.891638

  /// Pearson's test; cells in which fewer than ten are expected are put together with the next.
  ///
  /// The critical value is that of Wilson and Hilferty (1931), within 1 % for ten cells or more.
  static func chiSquareIsPlausible(_ counts: [Int], probabilities: [Double]) -> Bool {
    let total = Double(counts.reduce(0, +))
    var cells: [(count: Double, expected: Double)] = []
    var (count, expected) = (0.0, 0.0)
    for (observed, probability) in zip(counts, probabilities) {
      count += Double(observed)
      expected += probability * total
      if expected >= 10 {
        cells.append((count, expected))
        (count, expected) = (0, 0)
      }
    }
    if let last = cells.popLast() { cells.append((last.count + count, last.expected + expected)) }
    let freedom = Double(cells.count - 1)
    guard freedom > 0 else { return false }
    let statistic = cells.reduce(0) { sum, cell in
      sum + (cell.count - cell.expected) * (cell.count - cell.expected) / cell.expected
    }
    let cube = 1 - 2 / (9 * freedom) + point * (2 / (9 * freedom)).squareRoot()
    return statistic < freedom * cube * cube * cube
  }

  /// Kolmogorov and Smirnov's test of numbers against a distribution function.
  ///
  /// Critical value sqrt(ln(2/10⁻⁶)/2n), exact in the limit and an upper bound for every n.
  /// [Massart 1990]
  static func isPlausible(_ numbers: [Double], distribution: (Double) -> Double) -> Bool {
    let sorted = numbers.sorted()
    let size = Double(sorted.count)
    var distance = 0.0
    for (rank, number) in sorted.enumerated() {
      let expected = distribution(number)
      distance = max(
        distance, expected - Double(rank) / size, Double(rank + 1) / size - expected)
    }
    return distance < (logarithm(2 / 1e-6) / (2 * size)).squareRoot()
  }

  /// Whether a mean of independent numbers is where it should be.
  static func meanIsPlausible(
    _ numbers: [Double], mean: Double, variance: Double
  ) -> Bool {
    let size = Double(numbers.count)
    let found = numbers.reduce(0, +) / size
    return abs(found - mean) <= point * (variance / size).squareRoot()
  }
}
