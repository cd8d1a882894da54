import Organization

/// Traffic of calendar months in UTC, put together from stretches of time that each have a value.
struct MonthlySums {
  /// A month with less of it known is left missing.
  static let leastShare = 0.9
  /// A stretch is an hour, a day, a week or a month; a longer one is none.
  static let longestStretch = 32.0 * Double(MonthSpan.secondsPerDay)

  private var months: [Int: (amount: Double, seconds: Double)] = [:]
  let measure: TrafficMeasure

  init(_ measure: TrafficMeasure) { self.measure = measure }

  /// Adds a value that stands for the time from `start` to `end`, in seconds since 1970-01-01.
  mutating func add(_ value: Double, from start: Double, to end: Double) {
    guard end > start, end - start <= Self.longestStretch, MonthSpan.seconds.contains(start),
      MonthSpan.seconds.contains(end)
    else { return }
    var from = start
    while from < end {
      let month = MonthSpan.month(at: from)
      let to = min(end, Double(MonthSpan.start(of: month + 1)))
      let old = months[month.index] ?? (0, 0)
      months[month.index] = (
        old.amount + measure.amount(of: value, over: to - from, of: end - start),
        old.seconds + to - from
      )
      from = to
    }
  }

  /// The months from the first that is known well enough to the last.
  ///
  /// - Returns: values, `nil` for months that are known too little or are beyond all numbers, and the
  ///   months that hold something but too little.
  func result() -> (first: YearMonth, values: [Double?], thin: [YearMonth])? {
    var values: [Int: Double] = [:]
    var thin: [YearMonth] = []
    for (index, sum) in months.sorted(by: { $0.key < $1.key }) {
      let month = YearMonth(index: index)
      let seconds = Double(MonthSpan.start(of: month + 1) - MonthSpan.start(of: month))
      let share = sum.seconds / seconds
      let value = sum.amount / share
      if share >= Self.leastShare - Self.roundingError, value.isFinite {
        values[index] = value
      } else {
        thin.append(month)
      }
    }
    guard let first = values.keys.min(), let last = values.keys.max() else {
      return thin.first.map { ($0, [], thin) }
    }
    return (YearMonth(index: first), (first...last).map { values[$0] }, thin)
  }

  /// Times of a month's points are sums of steps, which may be off by this share of the month.
  private static let roundingError = 1e-9
}
