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

  /// `2026-01-31`, `2026-01-31T12:30` or `2026-01-31 12:30:15.25+01:00`, which most tables of millions of
  /// rows have, without making a text of it; `nil` for anything else, which may be a time all the same.
  ///
  /// The same as a ``DateColumn`` and ``clock(behindDayOf:)`` make of it.
  static func plain(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.count >= 10, isMark("-", text, 4), isMark("-", text, 7),
      let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
      (1900...2200).contains(year), (1...12).contains(month),
      (1...CivilDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    let midnight = CivilDay.number(year: year, month: month, day: day) * MonthSpan.secondsPerDay
    if text.count == 10 { return Double(midnight) }
    guard text.count >= 16, isMark("T", text, 10) || isMark(" ", text, 10), isMark(":", text, 13),
      let hour = number(text, 11, 2), let minute = number(text, 14, 2), hour < 24, minute < 60
    else { return nil }
    var (second, end) = (0, 16)
    if isMark(":", text, 16) {
      guard let read = number(text, 17, 2) else { return nil }
      (second, end) = (min(read, 59), 19)
    }
    // Fractions and offsets do not matter.
    let isRest = text.dropFirst(end).allSatisfy { byte in
      (48...58).contains(byte) || [0x2b, 0x2d, 0x2e, 0x5a].contains(byte)
    }
    return isRest ? Double(midnight + hour * 3_600 + minute * 60 + second) : nil
  }

  private static func isMark(_ mark: Unicode.Scalar, _ text: ArraySlice<UInt8>, _ place: Int)
    -> Bool
  {
    place < text.count && text[text.startIndex + place] == UInt8(ascii: mark)
  }

  private static func number(_ text: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> Int? {
    guard place + count <= text.count else { return nil }
    var number = 0
    for index in place..<place + count {
      let byte = text[text.startIndex + index]
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
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
