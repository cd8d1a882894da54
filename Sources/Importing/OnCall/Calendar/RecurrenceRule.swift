import Organization

/// How often an event comes back: the parts of RFC 5545, 3.3.10 that rotas use.
struct RecurrenceRule: Hashable, Sendable {
  enum Frequency: String {
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A day of the week, and which of the month it is where that counts.
  struct Weekday: Hashable, Sendable {
    /// Monday is 0.
    var day: Int
    /// 1 is the first, -1 the last; 0 is each.
    var place: Int
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: CalendarTime?
  /// The first day of a week; Monday is 0.
  var weekStart = 0
  var weekdays: [Weekday] = []
  var monthDays: [Int] = []
  var months: [Int] = []

  static let dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Reads a rule; `nil` where it has a part that is not known, so that it would come at other times.
  init?(_ text: String) {
    var parts: [String: String] = [:]
    for part in text.uppercased().split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      parts[String(sides[0])] = String(sides[1]).trimmedBlanks
    }
    guard let frequency = parts["FREQ"].flatMap(Frequency.init) else { return nil }
    self.frequency = frequency
    for (name, value) in parts where name != "FREQ" {
      guard read(name, value) else { return nil }
    }
    // A rule that counts places of days, or picks days of a year, needs months to count in.
    let hasPlaces = weekdays.contains { $0.place != 0 }
    switch frequency {
    case .hourly:
      guard weekdays.isEmpty, monthDays.isEmpty, months.isEmpty else { return nil }
    case .daily, .weekly:
      guard !hasPlaces, frequency == .daily || monthDays.isEmpty else { return nil }
    case .monthly: break
    case .yearly:
      guard !months.isEmpty || weekdays.isEmpty && monthDays.isEmpty else { return nil }
    }
  }

  private mutating func read(_ name: String, _ value: String) -> Bool {
    switch name {
    case "INTERVAL":
      guard let number = Int(value), (1...10_000).contains(number) else { return false }
      interval = number
    case "COUNT":
      guard let number = Int(value), (1...1_000_000).contains(number) else { return false }
      count = number
    case "UNTIL":
      guard let time = CalendarTime(value) else { return false }
      until = time
    case "WKST":
      guard let day = Self.dayNames.firstIndex(of: value) else { return false }
      weekStart = day
    case "BYDAY":
      weekdays = value.split(separator: ",").compactMap(Self.weekday)
      return weekdays.count == value.split(separator: ",").count && !weekdays.isEmpty
    case "BYMONTHDAY": return Self.numbers(value, 1...31, isSigned: true, &monthDays)
    case "BYMONTH": return Self.numbers(value, 1...12, isSigned: false, &months)
    default: return false
    }
    return true
  }

  private static func weekday(_ text: Substring) -> Weekday? {
    guard let day = dayNames.firstIndex(of: String(text.suffix(2))) else { return nil }
    let place = text.dropLast(2)
    if place.isEmpty { return Weekday(day: day, place: 0) }
    guard let number = Int(place), (-5...5).contains(number), number != 0 else { return nil }
    return Weekday(day: day, place: number)
  }

  private static func numbers(
    _ text: String, _ range: ClosedRange<Int>, isSigned: Bool, _ numbers: inout [Int]
  ) -> Bool {
    let parts = text.split(separator: ",")
    numbers = parts.compactMap { Int($0) }.filter {
      range.contains($0) || isSigned && range.contains(-$0)
    }
    return numbers.count == parts.count && !numbers.isEmpty
  }
}
