import Organization

/// Nights that somebody spent on call, by their own clock.
struct Nights {
  /// A shift that covers this hour has the night.
  private static let hour = 3
  /// The night of the NHS rule: from 22 to 07, of which five hours should be without a call.
  private static let start = -2
  private static let end = 7
  static let restHours = 5.0

  /// The days, since 1970-01-01 on the clock, whose night lies in the stretches.
  static func days(_ stretches: [RotaTimes.Stretch], _ clock: ZoneClock) -> [Int] {
    var days: Set<Int> = []
    for stretch in stretches {
      let first = floorDivide(clock.wall(at: stretch.start), by: Instant.secondsPerDay)
      let last = floorDivide(clock.wall(at: stretch.end), by: Instant.secondsPerDay)
      for day in first...max(first, last) {
        let middle = instant(day, hour, clock)
        if stretch.start <= middle, middle < stretch.end { days.insert(day) }
      }
    }
    return days.sorted()
  }

  private static func instant(_ day: Int, _ hour: Int, _ clock: ZoneClock) -> Instant {
    clock.instant(ofWall: day * Instant.secondsPerDay + hour * Instant.secondsPerHour)
  }

  /// Whether pages left less than five hours in one piece of a night.
  ///
  /// - Parameters:
  ///   - day: since 1970-01-01, on which the night ends.
  ///   - pages: in the order of time.
  ///   - clock: of whoever got them.
  /// - Returns: false where none of them came in the night.
  static func isBroken(_ day: Int, by pages: [Instant], _ clock: ZoneClock) -> Bool {
    let (start, end) = (instant(day, Self.start, clock), instant(day, Self.end, clock))
    let inside = pages.filter { $0 >= start && $0 < end }
    guard !inside.isEmpty else { return false }
    var (longest, last) = (0, start)
    for page in inside + [end] {
      longest = max(longest, page - last)
      last = page
    }
    return Double(longest) / Double(Instant.secondsPerHour) < restHours
  }
}
