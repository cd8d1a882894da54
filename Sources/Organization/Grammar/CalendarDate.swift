/// Days of the Gregorian calendar.
package enum CalendarDate {
  /// Whether a text is written like a date that no calendar has, such as `2027-02-30`.
  package static func isMissing(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return false }
    guard (1...12).contains(month) else { return true }
    return !(1...days(in: month, of: year)).contains(day)
  }

  /// Days since 1970-01-01 of a date such as `2027-11-26`; `nil` for anything else, for dates that
  /// no calendar has and for years outside 1970 to 2200.
  package static func dayNumber(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
      !isMissing(text), let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1970...2200).contains(year)
    else { return nil }
    return dayNumber(year: year, month: month, day: day)
  }

  /// A day since 1970-01-01 as files write it, such as `2027-11-26`.
  package static func text(_ day: Int) -> String {
    let date = CivilDay.date(of: day)
    let month = YearMonth(year: date.year, month: date.month)
    return "\(month)-\(date.day < 10 ? "0" : "")\(date.day)"
  }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to a date. [Hinnant, chrono-compatible date algorithms]
  package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
