import Organization

/// A point in time to the second, in UTC, written `2027-01-31T14:03:00Z`.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Since 1970-01-01.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// The start of a day such as `2027-01-31`; `nil` for anything else, also for dates that do not
  /// exist.
  package init?(day text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...CivilDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    seconds = CivilDay.number(year: year, month: month, day: day) * Self.secondsPerDay
  }

  private static let secondsPerDay = 86_400

  /// Such as `2027-01-31 14:03`.
  package var minutes: String { day + " " + clock }

  package var description: String {
    day + "T" + clock + ":" + Self.padded(secondOfDay % 60) + "Z"
  }

  private var secondOfDay: Int {
    let rest = seconds % Self.secondsPerDay
    return rest < 0 ? rest + Self.secondsPerDay : rest
  }

  private var day: String {
    let date = CivilDay.date(of: (seconds - secondOfDay) / Self.secondsPerDay)
    return "\(YearMonth(year: date.year, month: date.month))-\(Self.padded(date.day))"
  }

  private var clock: String {
    Self.padded(secondOfDay / 3_600) + ":" + Self.padded(secondOfDay / 60 % 60)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}
