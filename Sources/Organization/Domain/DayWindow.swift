/// What people do in an hour of the week; the windows are PagerDuty's.
package enum DayWindow: Int, Sendable {
  /// Weekdays from 08 to 18.
  case work
  case off
  /// From 22 to 08.
  case sleep

  /// The window at `hour` of the week on the local clock; hour 0 is Monday 00:00.
  package init(at hour: Double) {
    let week = hour - (hour / 168).rounded(.down) * 168
    let ofDay = week - (week / 24).rounded(.down) * 24
    if ofDay < 8 || ofDay >= 22 {
      self = .sleep
    } else {
      self = ofDay >= 18 || week >= 120 ? .off : .work
    }
  }
}

extension Site {
  /// The share of this place's working hours in which people at all of `others` sleep, in the mean of
  /// January and July.
  package func workSleptThrough(by others: [Site]) -> Double {
    func share(_ offset: Double, _ others: [Double]) -> Double {
      let work = (0..<336).map { Double($0) / 2 }.filter { DayWindow(at: $0 + offset) == .work }
      let slept = work.filter { hour in
        others.allSatisfy { DayWindow(at: hour + $0) == .sleep }
      }
      return Double(slept.count) / Double(work.count)
    }
    return
      (share(offsetHours.january, others.map(\.offsetHours.january))
      + share(offsetHours.july, others.map(\.offsetHours.july))) / 2
  }
}
