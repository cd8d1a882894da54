import Organization

/// Makes shifts of the events of a calendar: series are followed, changes of single events put in.
struct CalendarShifts {
  private let calendar: CalendarReader
  private let file: String
  private var clocks: [String: ZoneClock] = [:]
  private var unknown: Set<String> = []

  /// A rota without an end is followed for at least a quarter, so that its rhythm shows.
  private static let leastSeconds = 13 * Instant.secondsPerWeek
  /// More events than these of one series are a mistake.
  private static let mostTimes = 20_000
  /// More shifts than these of one file are one too.
  private static let mostShifts = 400_000

  init(_ calendar: CalendarReader, file: String) {
    self.calendar = calendar
    self.file = file
  }

  private var rota: String { calendar.name.flatMap { $0.isEmpty ? nil : $0 } ?? stem }
  private var stem: String { FilePath.stem(of: file) }

  /// Adds all shifts to a book.
  mutating func add(to book: inout OnCallBook) {
    let changed = replaced(&book)
    var made = 0
    for event in calendar.events {
      guard let start = event.start else {
        if !event.isCancelled {
          book.result.report(
            .badField("DTSTART", expected: "a time"), on: rota, at: event.position)
        }
        book.skip("shift", rota, .unusable, at: event.position)
        continue
      }
      if event.isCancelled {
        book.skip("shift", rota, .withdrawn, at: event.position)
        continue
      }
      let clock = clock(of: start, at: event.position, &book)
      let length = length(of: event, from: start, clock, &book)
      let times = times(of: event, from: start, clock, changed, &book)
      guard made + times.count <= Self.mostShifts else {
        book.result.report(.seriesCut(Self.mostShifts), on: rota, at: event.position)
        return
      }
      made += times.count
      for time in times { add(event, from: time, to: time + length, clock, &book) }
    }
  }

  private func add(
    _ event: CalendarEvent, from start: Instant, to end: Instant, _ clock: ZoneClock,
    _ book: inout OnCallBook
  ) {
    let duty = event.duty
    let rota = duty.rota ?? self.rota
    var people = event.attendees.compactMap { attendee in
      book.person(attendee.address, attendee.name)
    }
    if people.isEmpty { people = duty.people.compactMap { book.person($0) } }
    guard !people.isEmpty else {
      return book.skip("shift", rota, .nobody, at: event.position)
    }
    for person in people {
      book.add(
        OnCallShift(
          person, layer: duty.layer, rota: rota, from: start, to: end,
          zone: zone(event, clock), at: event.position))
    }
  }

  // MARK: Clocks

  /// The zone that an event is written in, which times in UTC do not tell.
  private func zone(_ event: CalendarEvent, _ clock: ZoneClock) -> String? {
    guard let start = event.start, !start.isUTC, ZoneName.zone(clock.name) != nil else {
      return nil
    }
    return start.zone == nil && calendar.zoneName == nil ? nil : clock.name
  }

  /// The clock of a time: that of the zone that it names, or of the calendar, or of the map.
  private mutating func clock(
    of time: CalendarTime, at position: SourcePosition, _ book: inout OnCallBook
  ) -> ZoneClock {
    if time.isUTC { return .utc }
    guard let name = time.zone ?? calendar.zoneName else { return book.homeClock(for: file) }
    if let clock = clocks[name] { return clock }
    if let clock = Self.known(name) ?? calendar.zones[name]?.clock {
      clocks[name] = clock
      return clock
    }
    if unknown.insert(name).inserted {
      book.result.report(
        .unknownZone(name, nearest: ZoneName.nearest(to: name)), on: rota, at: position)
    }
    return book.homeClock(for: file)
  }

  /// The IANA zone that a name is, or ends in, as in `/mozilla.org/20050126_1/Europe/Berlin`.
  private static func known(_ name: String) -> ZoneClock? {
    if let clock = ZoneClock(named: name) { return clock }
    guard name.hasPrefix("/") else { return nil }
    let parts = name.split(separator: "/")
    return [3, 2].lazy.compactMap { ZoneClock(named: parts.suffix($0).joined(separator: "/")) }
      .first
  }

  // MARK: Series

  /// Seconds that each event of a series lasts; a day, where only the day of its beginning is told.
  private mutating func length(
    of event: CalendarEvent, from start: CalendarTime, _ clock: ZoneClock,
    _ book: inout OnCallBook
  ) -> Int {
    if let end = event.end {
      let endClock = self.clock(of: end, at: event.position, &book)
      return Self.instant(end, endClock) - Self.instant(start, clock)
    }
    return event.duration ?? (start.isDay ? Instant.secondsPerDay : 0)
  }

  private static func instant(_ time: CalendarTime, _ clock: ZoneClock) -> Instant {
    time.isUTC ? Instant(seconds: time.wall) : clock.instant(ofWall: time.wall)
  }

  /// When a series takes place, without what is excluded or replaced.
  private mutating func times(
    of event: CalendarEvent, from start: CalendarTime, _ clock: ZoneClock,
    _ changed: [String: Set<Instant>], _ book: inout OnCallBook
  ) -> [Instant] {
    let first = Self.instant(start, clock)
    if event.replaces != nil { return [first] }
    var times = [first]
    if let rule = event.rule {
      let end = book.asked.until ?? max(book.now, first + Self.leastSeconds)
      let last = min(end, Instant.plausible.upperBound)
      let found = rule.times(
        from: start.wall, through: clock.wall(at: last), limit: Self.mostTimes
      ) { wall in
        guard let until = rule.until else { return false }
        if until.isUTC { return clock.instant(ofWall: wall).seconds > until.wall }
        return wall > until.wall + (until.isDay ? Instant.secondsPerDay - 1 : 0)
      }
      if found.isCut {
        book.result.report(.seriesCut(Self.mostTimes), on: rota, at: event.position)
      }
      times = found.walls.map { clock.instant(ofWall: $0) }
    }
    for extra in event.extra {
      times.append(Self.instant(extra, self.clock(of: extra, at: event.position, &book)))
    }
    var left = changed[event.uid ?? ""] ?? []
    var days: Set<Int> = []
    for time in event.excluded {
      if time.isDay, !start.isDay {
        days.insert(floorDivide(time.wall, by: Instant.secondsPerDay))
      } else {
        left.insert(Self.instant(time, self.clock(of: time, at: event.position, &book)))
      }
    }
    var seen: Set<Instant> = []
    return times.filter { time in
      !left.contains(time) && seen.insert(time).inserted
        && !days.contains(floorDivide(clock.wall(at: time), by: Instant.secondsPerDay))
    }
  }

  /// The times of single events that others stand in for, by the series.
  private mutating func replaced(_ book: inout OnCallBook) -> [String: Set<Instant>] {
    var replaced: [String: Set<Instant>] = [:]
    for event in calendar.events {
      guard let uid = event.uid, let time = event.replaces else { continue }
      let clock = clock(of: time, at: event.position, &book)
      replaced[uid, default: []].insert(Self.instant(time, clock))
    }
    return replaced
  }
}
