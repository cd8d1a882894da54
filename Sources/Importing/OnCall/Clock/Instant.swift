import Organization

/// A point in time, in whole seconds.
package struct Instant: Hashable, Comparable, Sendable {
  /// Since 1970-01-01 UTC.
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  package static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(seconds: instant.seconds + seconds)
  }

  /// Seconds from one to the other.
  package static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }

  /// The day in UTC, such as `2026-03-31`.
  package var day: String { CalendarDate.text(floorDivide(seconds, by: Self.secondsPerDay)) }

  package static let secondsPerHour = 3_600
  package static let secondsPerDay = 86_400
  package static let secondsPerWeek = 604_800

  /// Years in which somebody can have been on call; others are mistakes.
  static let plausible =
    Instant(
      seconds: CivilDay.number(year: 1990, month: 1, day: 1) * secondsPerDay)...Instant(
      seconds: CivilDay.number(year: 2100, month: 1, day: 1) * secondsPerDay)
}
