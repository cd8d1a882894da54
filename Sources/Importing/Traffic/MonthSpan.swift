package import Organization

/// Whole calendar months in UTC, from one to another.
package struct MonthSpan: Hashable, Sendable {
  package let first: YearMonth
  package let last: YearMonth

  /// - Returns: `nil` where the last is before the first, or either is outside 1970 to 9999.
  package init?(first: YearMonth, last: YearMonth) {
    guard first <= last, (1970...9999).contains(first.year), (1970...9999).contains(last.year)
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Years 1 to 9998, in seconds since 1970-01-01: what calendars here can count.
  static let seconds = -62_135_596_800.0...253_370_764_800.0

  /// Seconds since 1970-01-01 at which the first month begins.
  package var start: Int { Self.start(of: first) }

  /// Seconds since 1970-01-01 at which the last month is over.
  package var end: Int { Self.start(of: last + 1) }

  static func start(of month: YearMonth) -> Int {
    CivilDay.number(year: month.year, month: month.month, day: 1) * secondsPerDay
  }

  /// The month that a time is in, which has to be one of ``seconds``.
  static func month(at time: Double) -> YearMonth {
    let date = CivilDay.date(of: Int((time / Double(secondsPerDay)).rounded(.down)))
    return YearMonth(year: date.year, month: date.month)
  }

  static let secondsPerDay = 86_400
}
