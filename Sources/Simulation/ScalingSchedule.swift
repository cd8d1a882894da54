/// When the scaling steps of a service fall due, in hours per month.
///
/// A step falls due when the peak passes the headroom, and again at each doubling. Its hours are
/// spread over the months before, because the forecast shows it coming; a step that is already due
/// in the first month is worked off from then on.
struct ScalingSchedule {
  private(set) var hours: [Double]
  /// Steps that traffic has made necessary, by month.
  private var needed: [Double]
  /// Hours scheduled up to and with each month.
  private var scheduled: [Double]
  private let stepHours: Double

  /// Schedules the steps that `peaks` make due over `months`.
  ///
  /// Peaks are relative to today's, by month, and may run past the plan's end.
  /// - Complexity: O(`peaks.count`) plus one pass per step.
  init(peaks: [Double], headroom: Double, stepHours: Double, leadMonths: Int, months: Int) {
    hours = [Double](repeating: 0, count: months)
    needed = hours
    scheduled = hours
    self.stepHours = stepHours
    guard headroom > 0, stepHours > 0 else { return }
    var threshold = headroom
    for (month, peak) in peaks.enumerated() {
      // Sixty doublings are more than any traffic has seen; the bound ends the loop for sure.
      var steps = 0
      while peak >= threshold, steps < 60 {
        let first = max(0, month - leadMonths + 1)
        let share = stepHours / Double(leadMonths)
        for due in first..<(first + leadMonths) where due < months { hours[due] += share }
        threshold *= 2
        steps += 1
        for later in month..<max(month, months) { needed[later] += 1 }
      }
    }
    var sum = 0.0
    for month in hours.indices {
      sum += hours[month]
      scheduled[month] = sum
    }
  }

  /// Whether traffic passes what the service can carry in just this month.
  func isOutgrown(in month: Int) -> Bool {
    needed[month] > (month > 0 ? needed[month - 1] : 0)
  }

  /// The share of a step that traffic needs already in `month` and that is not done.
  ///
  /// `backlog` is what is left of the hours scheduled in earlier months.
  func late(in month: Int, backlog: Double) -> Double {
    guard stepHours > 0, backlog > 0 else { return 0 }
    let before = month > 0 ? scheduled[month - 1] : 0
    return clamp(needed[month] - (before - backlog) / stepHours, 0, 1)
  }
}
