import Organization

/// How many independent values some are worth that depend on each other.
///
/// Twelve months of one driver that grew faster than anybody thought are not twelve surprises. Values
/// of a series with correlation r from one to the next are worth n (1 - r) / (1 + r) of n
/// [Bayley & Hammersley 1946]; those of different series are taken as independent.
enum IndependentCount {
  /// - Parameters:
  ///   - series: departures from what was stated, each series in order of time.
  ///   - quantity: of all of them.
  /// - Returns: from one for each series to how many there are.
  static func of(_ series: [[Double]], _ quantity: ObservedQuantity) -> Double {
    series.reduce(0) { sum, values in
      let count = Double(values.count)
      guard count > 1 else { return sum + count }
      let correlation =
        quantity.staysPut ? aroundNothing(values) : aroundTheirMean(values)
      let worth = count * (1 - correlation) / (1 + correlation)
      return sum + min(count, max(1, worth))
    }
  }

  /// A steady departure is all correlation, and so counts once.
  private static func aroundNothing(_ values: [Double]) -> Double {
    correlation(values, around: 0)
  }

  /// A steady departure is none; estimated too low in short series by about (1 + 3 r) / n
  /// [Kendall 1954].
  private static func aroundTheirMean(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let seen = correlation(values, around: values.reduce(0, +) / count)
    return values.count > 2 ? min(1, max(0, seen + (1 + 3 * seen) / count)) : seen
  }

  /// From one value to the next, at least 0; 1 where all are the middle itself.
  private static func correlation(_ values: [Double], around middle: Double) -> Double {
    let spread = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(values.count)
    guard spread > 0 else { return 1 }
    let lagged = zip(values, values.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.0 - middle) * (pair.1 - middle)
    }
    return min(1, max(0, lagged / Double(values.count - 1) / spread))
  }
}

extension ObservedQuantity {
  /// Whether what a month departs from its range by is mostly what the month before did.
  ///
  /// Growth that was misjudged stays so, and so does how often a team is paged; who leaves and how
  /// long a search takes is mostly chance, case by case.
  fileprivate var staysPut: Bool {
    switch self {
    case .traffic, .pages: true
    case .leavers, .timeToFill: false
    }
  }
}
