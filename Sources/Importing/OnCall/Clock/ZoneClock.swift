import Foundation
import Organization

/// A clock on some wall: how far it is ahead of UTC, and when.
struct ZoneClock: Sendable {
  private enum Rule: Sendable {
    case zone(TimeZone)
    /// From each instant on so many seconds ahead, in order; before the first as in the first.
    case changes([Change])
  }

  /// A change of the clock as a calendar describes it.
  struct Change: Hashable, Sendable {
    var instant: Instant
    var secondsAhead: Int
    /// What held until then.
    var secondsBefore: Int
  }

  let name: String
  private let rule: Rule

  /// The clock of an IANA zone such as `Europe/Berlin`; `nil` where there is none of the name.
  init?(named name: String) {
    guard let zone = ZoneName.zone(name) else { return nil }
    self.name = name
    rule = .zone(zone)
  }

  /// A clock that is set as a calendar says.
  init(name: String, changes: [Change]) {
    self.name = name
    rule = .changes(changes.sorted { $0.instant < $1.instant })
  }

  private init(_ name: String, _ rule: Rule) {
    self.name = name
    self.rule = rule
  }

  static let utc = ZoneClock("UTC", .changes([]))

  /// Seconds ahead of UTC.
  func secondsAhead(at instant: Instant) -> Int {
    switch rule {
    case .zone(let zone):
      return zone.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(instant.seconds)))
    case .changes(let changes):
      guard let first = changes.first else { return 0 }
      var (low, high) = (0, changes.count)
      while low < high {
        let middle = (low + high) / 2
        if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? first.secondsBefore : changes[low - 1].secondsAhead
    }
  }

  /// What the clock shows, in seconds since 1970-01-01 00:00 on it.
  func wall(at instant: Instant) -> Int { instant.seconds + secondsAhead(at: instant) }

  /// When the clock shows something: the first time where it does so twice, and by the time that held
  /// before where it never does. [RFC 5545, 3.3.5]
  func instant(ofWall wall: Int) -> Instant {
    let before = secondsAhead(at: Instant(seconds: wall - Instant.secondsPerDay))
    let after = secondsAhead(at: Instant(seconds: wall + Instant.secondsPerDay))
    for ahead in [before, after] {
      let instant = Instant(seconds: wall - ahead)
      if secondsAhead(at: instant) == ahead { return instant }
    }
    return Instant(seconds: wall - before)
  }

  /// What people do at an instant.
  func window(at instant: Instant) -> DayWindow {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let hours = Double(wall(at: instant)) / Double(Instant.secondsPerHour) + 72
    return DayWindow(at: hours)
  }
}
