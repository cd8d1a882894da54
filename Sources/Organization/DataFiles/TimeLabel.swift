/// A point in time as a data file writes it.
package struct TimeLabel: Hashable, Sendable {
  package enum Precision: Sendable { case month, day, time }

  package var precision: Precision
  /// Seconds since 1970-01-01 on the clock that the file shows.
  package var wallSeconds: Int
  /// Seconds since 1970-01-01 UTC; equal to the wall clock where no offset is given.
  package var seconds: Int
  /// Whether an offset from UTC, or `Z`, is written.
  package var hasOffset = false

  var day: Int { floorDivide(wallSeconds, by: 86_400) }

  /// Months since the start of year 0.
  var month: Int {
    let date = CivilDay.date(of: day)
    return date.year * 12 + date.month - 1
  }

  /// Reads `2026-01`, `2026-01-31` or an ISO 8601 date-time such as `2026-01-31T12:30:00+01:00`.
  ///
  /// Seconds and offset may be missing, a space may stand for the `T`, fractions of seconds are
  /// dropped. `nil` for anything else, also for dates that do not exist.
  package init?(_ text: ArraySlice<UInt8>) {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2),
      (1...12).contains(month)
    else { return nil }
    if reader.isAtEnd {
      self.init(.month, day: CivilDay.number(year: year, month: month, day: 1))
      return
    }
    guard reader.skip("-"), let day = reader.digits(2), day >= 1,
      day <= CivilDay.days(inMonth: month, of: year)
    else { return nil }
    let number = CivilDay.number(year: year, month: month, day: day)
    if reader.isAtEnd {
      self.init(.day, day: number)
      return
    }
    guard reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let clock = reader.clock(), case .found(let offset) = reader.offset(), reader.isAtEnd
    else { return nil }
    self.init(.time, day: number, clock: clock, offset: offset ?? 0)
    hasOffset = offset != nil
  }

  private init(_ precision: Precision, day: Int, clock: Int = 0, offset: Int = 0) {
    self.precision = precision
    wallSeconds = day * 86_400 + clock
    seconds = wallSeconds - offset
  }
}

/// Reads fixed-width numbers from the front of some bytes.
private struct DigitReader {
  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    var (start, end) = (text.startIndex, text.endIndex)
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    self.text = text[start..<end]
    index = start
  }

  var isAtEnd: Bool { index == text.endIndex }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard index < text.endIndex, text[index] == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= text.endIndex else { return nil }
    var value = 0
    for position in index..<index + count {
      guard (48...57).contains(text[position]) else { return nil }
      value = value * 10 + Int(text[position] - 48)
    }
    index += count
    return value
  }

  /// Seconds since midnight from `hh`, `hh:mm` or `hh:mm:ss`.
  mutating func clock() -> Int? {
    guard let hours = digits(2), hours < 24 else { return nil }
    guard skip(":") else { return hours * 3_600 }
    guard let minutes = digits(2), minutes < 60 else { return nil }
    guard skip(":") else { return hours * 3_600 + minutes * 60 }
    // A leap second is written 60.
    guard let seconds = digits(2), seconds <= 60 else { return nil }
    if skip(".") || skip(",") {
      guard digits(1) != nil else { return nil }
      while digits(1) != nil {}
    }
    return hours * 3_600 + minutes * 60 + seconds
  }

  enum Offset {
    /// Seconds east of UTC; `nil` if nothing is left to read.
    case found(Int?)
    case wrong
  }

  mutating func offset() -> Offset {
    if isAtEnd { return .found(nil) }
    if skip("Z") || skip("z") { return .found(0) }
    let sign = skip("-") ? -1 : 1
    guard sign < 0 || skip("+"), let hours = digits(2), hours < 24 else { return .wrong }
    _ = skip(":")
    guard !isAtEnd else { return .found(sign * hours * 3_600) }
    guard let minutes = digits(2), minutes < 60 else { return .wrong }
    return .found(sign * (hours * 3_600 + minutes * 60))
  }
}
