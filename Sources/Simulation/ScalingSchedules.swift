/// When the scaling steps of services fall due, in hours per month.
///
/// A step falls due when the peak passes the headroom, and again at each doubling. Its hours are
/// spread over the months before, because the forecast shows it coming; a step that is already due
/// in the first month is worked off from then on.
///
/// Numbers of all services lie in one array each, since they are looked up in every month of every
/// future.
struct ScalingSchedules: Sendable {
  private let months: Int
  /// Hours due, by service and month.
  private var due: [Double] = []
  /// Steps that traffic has made necessary.
  private var needed: [Double] = []
  /// Hours scheduled up to and with each month.
  private var scheduled: [Double] = []
  private var stepHours: [Double] = []

  init(months: Int, services: Int) {
    self.months = months
    due.reserveCapacity(services * months)
    needed.reserveCapacity(services * months)
    scheduled.reserveCapacity(services * months)
    stepHours.reserveCapacity(services)
  }

  /// Schedules the steps that `peaks` make due for the next service.
  ///
  /// Peaks are relative to today's, by month, and may run past the plan's end.
  /// - Complexity: O(`peaks.count`) plus one pass per step.
  mutating func add(
    peaks: some Collection<Double>, headroom: Double, stepHours: Double, leadMonths: Int
  ) {
    let start = due.count
    let none = repeatElement(0.0, count: months)
    due.append(contentsOf: none)
    needed.append(contentsOf: none)
    scheduled.append(contentsOf: none)
    self.stepHours.append(stepHours)
    guard headroom > 0, stepHours > 0 else { return }
    var threshold = headroom
    for (month, peak) in peaks.enumerated() {
      // Sixty doublings are more than any traffic has seen; the bound ends the loop for sure.
      var steps = 0
      while peak >= threshold, steps < 60 {
        let first = max(0, month - leadMonths + 1)
        let share = stepHours / Double(leadMonths)
        for month in first..<(first + leadMonths) where month < months {
          due[start + month] += share
        }
        threshold *= 2
        steps += 1
        for later in month..<max(month, months) { needed[start + later] += 1 }
      }
    }
    var sum = 0.0
    for place in start..<start + months {
      sum += due[place]
      scheduled[place] = sum
    }
  }

  @inline(__always)
  func hours(of service: Int, in month: Int) -> Double { due[service * months + month] }

  /// The share of a step that traffic needs already in `month` and that is not done.
  ///
  /// `backlog` is what is left of the hours scheduled in earlier months.
  @inline(__always)
  func late(_ service: Int, in month: Int, backlog: Double) -> Double {
    let step = stepHours[service]
    guard step > 0, backlog > 0 else { return 0 }
    let place = service * months + month
    let before = month > 0 ? scheduled[place - 1] : 0
    return clamp(needed[place] - (before - backlog) / step, 0, 1)
  }

  /// Whether traffic passes what the service can carry in just this month.
  func isOutgrown(_ service: Int, in month: Int) -> Bool {
    let place = service * months + month
    return needed[place] > (month > 0 ? needed[place - 1] : 0)
  }
}
