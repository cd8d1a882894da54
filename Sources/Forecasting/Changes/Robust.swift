import Foundation

/// Measures that a few wild values cannot move.
enum Robust {
  /// The median absolute deviation of normal noise is this part of its standard deviation.
  static let normalDeviation = 0.6745

  /// The standard deviation that normal noise with such absolute distances would have.
  static func deviation(ofDistances distances: [Double]) -> Double {
    distances.isEmpty ? 0 : Statistics.median(distances) / normalDeviation
  }

  /// The standard deviation of normal noise with the same median absolute deviation.
  static func deviation(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let centre = Statistics.median(values)
    return deviation(ofDistances: values.map { abs($0 - centre) })
  }

  /// The medians of up to `2 reach + 1` values around each.
  static func runningMedian(_ values: [Double], reach: Int) -> [Double] {
    values.indices.map { index in
      Statistics.median(values[max(0, index - reach)...min(values.count - 1, index + reach)])
    }
  }

  /// The median of the slopes between all pairs [Sen 1968].
  ///
  /// - Complexity: O(n² log n).
  static func slope(_ values: [Double]) -> Double {
    var slopes: [Double] = []
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        slopes.append((values[later] - values[earlier]) / Double(later - earlier))
      }
    }
    return slopes.isEmpty ? 0 : Statistics.median(slopes)
  }

  /// The chance that the largest of `count` normal values stays within `size` deviations.
  static func confidence(size: Double, among count: Int) -> Double {
    let tail = erfc(abs(size) / 2.0.squareRoot())
    return exp(Double(count) * log1p(-min(tail, 1 - 1e-15)))
  }
}
