import Organization

/// Times of rows that are more than a date: months, hours, and seconds since 1970.
enum RowTime {
  /// `2026-01`, `2026010112` or seconds or milliseconds since 1970; `nil` for anything else.
  ///
  /// Ten digits that are an hour of this century are that, not seconds after 2033.
  static func seconds(_ text: String) -> Double? {
    if let month = YearMonth(text), (1900...2200).contains(month.year) {
      return Double(MonthSpan.start(of: month))
    }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else {
      return nil
    }
    switch text.utf8.count {
    case 10: return hour(number) ?? Double(number)
    case 13: return Double(number) / 1_000
    default: return nil
    }
  }

  /// `YYYYMMDDHH`, as Wikimedia writes times; days of hour 0 too.
  static func hour(_ number: Int) -> Double? {
    let (year, month) = (number / 1_000_000, number / 10_000 % 100)
    let (day, hour) = (number / 100 % 100, number % 100)
    guard (2000...2200).contains(year), (1...12).contains(month),
      (1...CivilDay.days(inMonth: month, of: year)).contains(day), hour < 24
    else { return nil }
    let number = CivilDay.number(year: year, month: month, day: day)
    return Double(number * MonthSpan.secondsPerDay + hour * 3_600)
  }

  /// Seconds since midnight of a time of day behind a date: `2026-01-31T12:30:00Z`, `1/31/2026 12:30`.
  ///
  /// Months go by the clock that the file shows, whatever its offset.
  static func clock(behindDayOf text: String) -> Double? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let hourText = text[..<colon].suffix(2).drop { !$0.isNumber }
    let rest = text[text.index(after: colon)...]
    guard let hour = Int(hourText), (0..<24).contains(hour), let minute = Int(rest.prefix(2)),
      (0..<60).contains(minute)
    else { return nil }
    let isAfternoon = rest.lowercased().hasSuffix("pm")
    let isMorning = rest.lowercased().hasSuffix("am")
    let whole = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour == 12 ? 0 : hour
    var second = 0
    if rest.dropFirst(2).first == ":" { second = Int(rest.dropFirst(3).prefix(2)) ?? 0 }
    return Double(whole * 3_600 + minute * 60 + min(second, 59))
  }
}
