import Organization

/// How the dates of one column are written, found from all of its cells as they come.
///
/// A spreadsheet exports a date by the settings of whoever exports it. One order is taken for the whole
/// column; where its cells contradict each other, there is none.
struct DateColumn {
  enum Order: Hashable {
    case dayFirst, monthFirst
  }

  /// What of a cell is known before the order is.
  private enum Reading: Hashable {
    case day(Int32)
    /// Two numbers up to 31 and a year.
    case either(first: Int8, second: Int8, year: Int16)
    case nothing
    case wrong
  }

  /// A day number as spreadsheets count, whose day 25,569 is 1970-01-01.
  private static let spreadsheetEpoch = 25_569
  /// From 1954 to 2119: other numbers are no days of somebody's work.
  private static let spreadsheetDays = 20_000.0..<80_001

  private let wanted: Order?
  private var (provesDay, provesMonth, hasOpen, usesSlash) = (false, false, false, false)
  /// Whether days are numbers of a spreadsheet.
  private(set) var hasSpreadsheetDays = false
  /// What was read before: in millions of rows there are some thousand days.
  private var known: [String: Reading] = [:]
  /// More than the days of all people's work.
  private static let mostKnown = 50_000

  /// A column of which nothing is known yet.
  ///
  /// - Parameter wanted: the order where somebody says it.
  init(wanted: Order? = nil) { self.wanted = wanted }

  /// Takes the next cell into account.
  mutating func look(at cell: String) {
    let reading = remembered(cell)
    if case .day = reading, !hasSpreadsheetDays {
      hasSpreadsheetDays = Self.spreadsheetDay(cell) != nil
    }
    guard case .either(let first, let second, _) = reading else { return }
    hasOpen = true
    usesSlash = usesSlash || cell.contains("/")
    if first > 12 { provesDay = true }
    if second > 12 { provesMonth = true }
  }

  /// Whether cells prove both orders.
  var isMixed: Bool { provesDay && provesMonth }

  /// Whether no cell proves the order.
  var isAssumed: Bool { hasOpen && !provesDay && !provesMonth && wanted == nil }

  /// `nil` where the order does not matter or contradicts itself.
  var order: Order? {
    if isMixed { return nil }
    if provesDay { return .dayFirst }
    if provesMonth { return .monthFirst }
    // Slashes are mostly American, and dots, which are not open, never.
    return hasOpen ? wanted ?? (usesSlash ? .monthFirst : .dayFirst) : nil
  }

  /// The day in a cell, since 1970-01-01, by the order of all that were looked at; `nil` where there is
  /// none, and whether that is wrong.
  mutating func day(_ cell: String) -> (day: Int?, isWrong: Bool) {
    switch remembered(cell) {
    case .day(let day): return (Int(day), false)
    case .nothing: return (nil, false)
    case .wrong: return (nil, true)
    case .either(let first, let second, let year):
      guard let order else { return (nil, true) }
      let (day, month) = order == .dayFirst ? (first, second) : (second, first)
      let found = Self.number(year: Int(year), month: Int(month), day: Int(day))
      return (found, found == nil)
    }
  }

  private mutating func remembered(_ cell: String) -> Reading {
    if let reading = known[cell] { return reading }
    let reading = Self.reading(cell)
    if known.count >= Self.mostKnown { known = [:] }
    known[cell] = reading
    return reading
  }

  // MARK: Cells

  private static let empty: Set<String> = [
    "", "-", "–", "n/a", "na", "null", "none", "0000-00-00", "00/00/0000", "0",
  ]

  private static func reading(_ cell: String) -> Reading {
    let text = cell.lowercased().trimmedBlanks
    if empty.contains(text) { return .nothing }
    if let day = spreadsheetDay(text) { return .day(Int32(day)) }
    // A time behind the day does not matter.
    let isStamp = text.utf8.count > 10 && text.utf8.dropFirst(10).first == UInt8(ascii: "t")
    let date = isStamp ? String(text.prefix(10)) : text
    let parts = date.split { " /.-,".contains($0) }.map(String.init)
    guard parts.count >= 3 else { return day(compact(date)) }
    if let day = named(parts) { return .day(Int32(day)) }
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return .wrong }
    if parts[0].count == 4 {
      return day(number(year: numbers[0], month: numbers[1], day: numbers[2]))
    }
    guard let year = year(parts[2]), (1...31).contains(numbers[0]), (1...31).contains(numbers[1])
    else { return .wrong }
    if date.contains(".") {
      return day(number(year: year, month: numbers[1], day: numbers[0]))
    }
    guard (1900...2200).contains(year) else { return .wrong }
    return .either(first: Int8(numbers[0]), second: Int8(numbers[1]), year: Int16(year))
  }

  private static func day(_ day: Int?) -> Reading { day.map { .day(Int32($0)) } ?? .wrong }

  private static func spreadsheetDay(_ text: String) -> Int? {
    // Checked as it stands: a larger one would be no integer.
    guard let number = Double(text), spreadsheetDays.contains(number) else { return nil }
    return Int(number) - spreadsheetEpoch
  }

  /// `20260331`.
  private static func compact(_ text: String) -> Int? {
    guard text.utf8.count == 8, let whole = Int(text) else { return nil }
    return number(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `31 Mar 2026`, `31-Mar-26` and `Mar 31, 2026`.
  private static func named(_ parts: [String]) -> Int? {
    func month(_ part: String) -> Int? {
      part.count >= 3 ? months.firstIndex { part.hasPrefix($0) }.map { $0 + 1 } : nil
    }
    guard let year = year(parts[2]) else { return nil }
    if let month = month(parts[1]), let day = Int(parts[0]) {
      return number(year: year, month: month, day: day)
    }
    if let month = month(parts[0]), let day = Int(parts[1]) {
      return number(year: year, month: month, day: day)
    }
    return nil
  }

  /// A year of two or four digits; two are of this century unless far ahead.
  private static func year(_ text: String) -> Int? {
    guard let year = Int(text) else { return nil }
    if text.count == 4 { return year }
    return text.count == 2 ? (year < 70 ? 2_000 + year : 1_900 + year) : nil
  }

  private static func number(year: Int, month: Int, day: Int) -> Int? {
    guard (1900...2200).contains(year), (1...12).contains(month),
      (1...CivilDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return CivilDay.number(year: year, month: month, day: day)
  }
}
