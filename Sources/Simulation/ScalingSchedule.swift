/// When the scaling steps of a service fall due, in hours per month.
///
/// A step falls due when the peak passes the headroom, and again at each doubling. Its hours are
/// spread over the months before, because the forecast shows it coming; a step that is already due
/// in the first month is worked off from then on.
struct ScalingSchedule {
  var hours: [Double]

  /// Schedules the steps that `peaks` make due over `months`.
  ///
  /// Peaks are relative to today's, by month, and may run past the plan's end.
  /// - Complexity: O(`peaks.count`) plus one pass per step.
  init(peaks: [Double], headroom: Double, stepHours: Double, leadMonths: Int, months: Int) {
    hours = [Double](repeating: 0, count: months)
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
      }
    }
  }
}
