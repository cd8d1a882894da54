import Organization

/// A time as a calendar writes it, before a clock is known.
struct CalendarTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 on the clock that it is read from.
  var wall: Int
  var isUTC: Bool
  /// Whether only a day is given.
  var isDay: Bool
  /// The zone that it names.
  var zone: String?

  /// Reads `20260331`, `20260331T090000` or `20260331T090000Z` [RFC 5545, 3.3.4 and 3.3.5]; `nil` for
  /// anything else, and for years in which nobody was on call.
  init?(_ text: some StringProtocol, zone: String? = nil) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard [8, 15, 16].contains(bytes.count), let year = number(0..<4), let month = number(4..<6),
      let day = number(6..<8), (1...12).contains(month), (1970...2200).contains(year),
      (1...CivilDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    var wall = CivilDay.number(year: year, month: month, day: day) * Instant.secondsPerDay
    if bytes.count > 8 {
      guard bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
        let second = number(13..<15), hour < 24, minute < 60, second <= 60,
        bytes.count == 15 || bytes[15] == UInt8(ascii: "Z")
      else { return nil }
      wall += hour * Instant.secondsPerHour + minute * 60 + second
    }
    self.wall = wall
    isUTC = bytes.count == 16
    isDay = bytes.count == 8
    self.zone = isUTC || isDay ? nil : zone
  }

  /// The time of a property.
  init?(_ property: CalendarProperty) {
    self.init(property.value.trimmedBlanks, zone: property.parameters["TZID"])
  }

  /// The times of a property that lists some, without what is none.
  static func list(_ property: CalendarProperty) -> [CalendarTime] {
    property.value.split(separator: ",").compactMap { part in
      // Of a period only its beginning counts.
      let start = part.split(separator: "/").first ?? part
      return CalendarTime(String(start).trimmedBlanks, zone: property.parameters["TZID"])
    }
  }

  /// Seconds of a duration such as `P1W`, `PT12H` or `P1DT2H30M` [RFC 5545, 3.3.6].
  static func duration(_ text: String) -> Int? {
    var rest = text.trimmedBlanks[...]
    if rest.first == "+" { rest = rest.dropFirst() }
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    let units: [Character: Int] = ["W": 604_800, "D": 86_400, "H": 3_600, "M": 60, "S": 1]
    var seconds = 0
    while let first = rest.first {
      if first == "T" {
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard digits.count <= 6, let number = Int(digits), let letter = rest.first,
        let unit = units[letter]
      else { return nil }
      seconds += number * unit
      rest = rest.dropFirst()
    }
    return seconds
  }
}
