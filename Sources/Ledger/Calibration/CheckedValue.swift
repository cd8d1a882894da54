import Organization

/// How one thing that came lies to what was stated of it.
///
/// Where several runs stated it, it counts once, and its figures are the means over them.
struct CheckedValue: Hashable, Sendable {
  var subject: String
  var month: YearMonth
  var value: Double
  /// Share of the ranges that hold it.
  var inside: Double
  /// How likely they were said to.
  var statedInside: Double
  /// Share of the medians that it lies above, ties counted half.
  var above: Double
  var statedAbove: Double
  var median: Double
  /// Interval score, in units of the quantity; less is better.
  var score: Double
  /// Distance from the median in halves of the range.
  var departure: Double

  init(subject: String, month: YearMonth, value: Double, stated: [StatedInterval]) {
    func mean(_ figure: (StatedInterval) -> Double) -> Double {
      stated.reduce(0) { $0 + figure($1) } / Double(max(1, stated.count))
    }
    self.subject = subject
    self.month = month
    self.value = value
    inside = mean { $0.holds(value) ? 1 : 0 }
    statedInside = mean(\.probability)
    above = mean { value > $0.median ? 1 : value == $0.median ? 0.5 : 0 }
    statedAbove = mean(\.aboveMedian)
    median = mean(\.median)
    score = mean { $0.score(value) }
    departure = mean { $0.departure(value) }
  }
}

extension StatedInterval {
  func holds(_ value: Double) -> Bool { low <= value && value <= high }

  /// What lies outside of the ends, both together, without the grain of counts.
  private static let outside = 0.2

  /// The width of the range, and for a value outside of it 2/α times the distance to it
  /// [Gneiting & Raftery 2007, 6.2]: least on average for whoever states the true quantiles.
  func score(_ value: Double) -> Double {
    high - low + 2 / Self.outside * (max(0, low - value) + max(0, value - high))
  }

  /// At most 10 either way, so that one that nobody could foresee does not drown the others.
  func departure(_ value: Double) -> Double {
    let half = max((high - low) / 2, abs(median) * 1e-6, 1e-9)
    let departure = (value - median) / half
    return departure.isNaN ? 0 : min(10, max(-10, departure))
  }
}
