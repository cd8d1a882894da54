/// How far apart points are that come one by one, and whether they come in the order of time.
struct PointSpacing {
  /// More ways to be apart than these are none that matter.
  private static let mostGaps = 100_000

  private var first: MetricSeries.Point?
  private var last: MetricSeries.Point?
  private var gaps: [Int: Int] = [:]
  private var areFirstDays = true
  /// Whether no point is before one that came earlier.
  private(set) var isOrdered = true
  /// How many have another value at a time that was there before, of which the first counts.
  private(set) var contradictions = 0

  /// Takes the next point into account.
  ///
  /// - Returns: whether its time is another than that of the point before it.
  @discardableResult
  mutating func add(_ point: MetricSeries.Point) -> Bool {
    if areFirstDays { areFirstDays = point.time == Self.monthStart(point.time) }
    guard let last else {
      (first, self.last) = (point, point)
      return true
    }
    if last.time == point.time {
      let isSame = last.value == point.value || last.value.isNaN && point.value.isNaN
      if !isSame { contradictions += 1 }
      return false
    }
    if point.time < last.time { isOrdered = false }
    let gap = (point.time - last.time).rounded()
    if gap >= 1, gap < 1e9 { note(Int(gap)) }
    self.last = point
    return true
  }

  private mutating func note(_ gap: Int) {
    if let count = gaps[gap] {
      gaps[gap] = count + 1
    } else if gaps.count < Self.mostGaps {
      gaps[gap] = 1
    }
  }

  /// How far apart rows are.
  struct Step {
    /// Of most rows; of no use for rows of months.
    var seconds: Int
    var isMonth = false
  }

  /// The step that most rows have: up to an hour, a day, a week, or a month.
  var step: Step? {
    guard let first, let last else { return nil }
    if first.time == last.time {
      // One row at the beginning of a month may be a day's or a month's; it says too little.
      return areFirstDays ? Step(seconds: MonthSpan.secondsPerDay, isMonth: true) : nil
    }
    guard let step = gaps.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      return nil
    }
    let day = MonthSpan.secondsPerDay
    if (28 * day...31 * day).contains(step), step != 28 * day || areFirstDays {
      return Step(seconds: day, isMonth: true)
    }
    return step <= 7 * day ? Step(seconds: step) : nil
  }

  private static func monthStart(_ time: Double) -> Double {
    Double(MonthSpan.start(of: MonthSpan.month(at: time)))
  }
}
