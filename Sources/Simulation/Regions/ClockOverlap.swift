import Organization

/// Hours of the week by what users, and whoever carries the pager, do in them.
///
/// The mean of January and July counts.
struct ClockOverlap: Sendable {
  /// Hours in which users work, are off or sleep, by what the carriers do: off, then asleep.
  private var off = (work: 0.0, off: 0.0, sleep: 0.0)
  private var asleep = (work: 0.0, off: 0.0, sleep: 0.0)

  init(users: Site, carriers: [Site]) {
    count(users.offsetHours.january, carriers.map(\.offsetHours.january))
    count(users.offsetHours.july, carriers.map(\.offsetHours.july))
  }

  private mutating func count(_ users: Double, _ carriers: [Double]) {
    for halfHour in 0..<336 {
      let hour = Double(halfHour) / 2
      let carried =
        carriers.map { DayWindow(at: hour + $0) }.min { $0.rawValue < $1.rawValue }
      let used = DayWindow(at: hour + users)
      switch carried ?? .work {
      case .work: break
      case .off: Self.add(used, to: &off)
      case .sleep: Self.add(used, to: &asleep)
      }
    }
  }

  private static func add(
    _ window: DayWindow, to hours: inout (work: Double, off: Double, sleep: Double)
  ) {
    // Half of half an hour, as there are two seasons.
    switch window {
    case .work: hours.work += 0.25
    case .off: hours.off += 0.25
    case .sleep: hours.sleep += 0.25
    }
  }

  /// The shares of users' pages that wake carriers, and that reach them off work.
  ///
  /// Users' pages come by their own clock as those of home come by the clock of a single site.
  func shares(_ rules: Rules) -> (sleep: Double, off: Double) {
    let work = max(0, 1 - rules.sleepShare - rules.offHoursShare) / 50
    let free = rules.offHoursShare / 48
    let night = rules.sleepShare / 70
    return (
      asleep.work * work + asleep.off * free + asleep.sleep * night,
      off.work * work + off.off * free + off.sleep * night
    )
  }
}
