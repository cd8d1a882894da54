import Organization

/// A time zone as a calendar describes it itself: when its clock is set, and how [RFC 5545, 3.6.5].
struct CalendarZone {
  /// The name that times refer to.
  var name = ""
  var observances: [Observance] = []

  struct Observance {
    var start: CalendarTime?
    var secondsBefore = 0
    var secondsAfter = 0
    var rule: RecurrenceRule?
    var extra: [CalendarTime] = []
  }

  /// Years for which the clock is worked out.
  private static let last = Instant.plausible.upperBound.seconds
  private static let mostChanges = 2_000

  /// The clock that it describes; `nil` where it describes none.
  var clock: ZoneClock? {
    var changes: [ZoneClock.Change] = []
    for observance in observances {
      guard let start = observance.start else { continue }
      let before = observance.secondsBefore
      let times =
        observance.rule.map { rule in
          rule.times(from: start.wall, through: Self.last, limit: Self.mostChanges) { wall in
            rule.until.map { wall - before > $0.wall - ($0.isUTC ? 0 : before) } ?? false
          }.walls
        } ?? [start.wall]
      for wall in times + observance.extra.map(\.wall) {
        changes.append(
          ZoneClock.Change(
            instant: Instant(seconds: wall - before), secondsAhead: observance.secondsAfter,
            secondsBefore: before))
      }
    }
    return changes.isEmpty ? nil : ZoneClock(name: name, changes: changes)
  }

  /// Seconds of an offset such as `+0530` [RFC 5545, 3.3.14].
  static func offset(_ text: String) -> Int? {
    let bytes = Array(text.trimmedBlanks.utf8)
    guard bytes.count == 5 || bytes.count == 7, let sign = bytes.first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      bytes.dropFirst().allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let digits = bytes.dropFirst().map { Int($0 - 48) }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    guard minutes < 24 * 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -60 : 60) * minutes
  }
}
