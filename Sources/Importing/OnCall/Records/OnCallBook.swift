import Organization

/// What sources say of pages and shifts, while they are read.
struct OnCallBook {
  let map: ImportMap
  /// When it is read: later pages are mistakes, and rotas without an end are followed until then.
  let now: Instant
  /// The stretch that is asked for; pages and shifts outside are left out.
  let asked: OnCallSpan
  private(set) var people: OnCallPeople
  private(set) var pages: [ReceivedPage] = []
  private(set) var shifts: [OnCallShift] = []
  var result: ImportResult
  /// Names that differ in capitals only are one, spelled as they were first.
  private var (teamSpellings, serviceSpellings) = ([String: String](), [String: String]())
  private var seenPages: Set<[String]> = []
  private var seenShifts: Set<OnCallShift> = []
  private var skipped: [Skipped: (count: Int, position: SourcePosition)] = [:]
  private var taken: [Skipped: (count: Int, position: SourcePosition)] = [:]

  /// Things of one name that are left out, or taken, for one reason.
  private struct Skipped: Hashable {
    var kind: String
    var name: String
    var reason: SkipReason?
  }

  init(_ kind: ImportKind, map: ImportMap, asked: OnCallSpan, now: Instant) {
    self.map = map
    self.asked = asked
    self.now = now
    people = OnCallPeople(zones: map.zones)
    result = ImportResult(kind)
  }

  // MARK: People and times

  mutating func person(id: String? = nil, _ names: String?...) -> OnCallPerson? {
    people.person(id: id, names: names)
  }

  /// The instant that a key says.
  ///
  /// - Parameters:
  ///   - key: under which it stands.
  ///   - node: the record.
  ///   - subject: what a finding is about.
  ///   - clock: of times that are written without an offset; `nil` refuses them.
  /// - Returns: `nil` where nothing stands there, or no time, which is then reported.
  mutating func instant(
    _ key: String, of node: SourceNode, on subject: String, clock: ZoneClock? = nil
  ) -> Instant? {
    guard let value = node.value(of: key), !value.isNull, value.text != "" else { return nil }
    if let text = value.text, let instant = Self.instant(text, clock: clock) { return instant }
    result.report(.badInstant(field: key), on: subject, at: value.position)
    return nil
  }

  /// The instant that a text says; `nil` for what is none, and for years in which nobody was on call.
  static func instant(_ text: String, clock: ZoneClock?) -> Instant? {
    guard let label = TimeLabel(Array(text.utf8)[...]), label.precision == .time,
      Instant.plausible.contains(Instant(seconds: label.wallSeconds))
    else { return nil }
    if label.hasOffset { return Instant(seconds: label.seconds) }
    return clock?.instant(ofWall: label.wallSeconds)
  }

  /// The clock of a zone that a source names; reports one that is none.
  mutating func clock(_ name: String?, on subject: String, at position: SourcePosition)
    -> ZoneClock?
  {
    guard let name else { return nil }
    if let clock = ZoneClock(named: name) { return clock }
    result.report(
      .unknownZone(name, nearest: ZoneName.nearest(to: name)), on: subject, at: position)
    return nil
  }

  // MARK: Pages

  /// Takes a page, or says why not.
  mutating func add(_ page: ReceivedPage) {
    var page = page
    page.team = page.team.map { Self.spelled($0, like: &teamSpellings) }
    page.service = page.service.map { Self.spelled($0, like: &serviceSpellings) }
    let subject = page.service ?? page.team ?? ""
    guard seenPages.insert([page.source.rawValue, page.id]).inserted else {
      result.report(.givenTwice(page.id), on: subject, at: page.position)
      return skip("page", subject, .duplicate, at: page.position)
    }
    guard page.opened <= now + Instant.secondsPerDay else {
      result.report(.inTheFuture, on: subject, at: page.position)
      return skip("page", subject, .unusable, at: page.position)
    }
    guard asked.contains(page.opened) else {
      return skip("page", subject, .outside, at: page.position)
    }
    if let end = page.resolved, end < page.opened {
      result.report(.endsBeforeStart, on: subject, at: page.position)
      page.resolved = nil
    }
    if let seen = page.acknowledged, seen < page.opened { page.acknowledged = nil }
    note(page, subject)
  }

  private mutating func note(_ page: ReceivedPage, _ subject: String) {
    var page = page
    var unique: [OnCallPerson] = []
    for person in page.responders where !unique.contains(person) { unique.append(person) }
    page.responders = unique
    pages.append(page)
    Self.count(&taken, Skipped(kind: "page", name: subject, reason: nil), page.position)
  }

  // MARK: Shifts

  /// Takes a shift, or says why not.
  mutating func add(_ shift: OnCallShift) {
    var shift = shift
    shift.rota = Self.spelled(shift.rota, like: &teamSpellings)
    guard shift.start < shift.end else {
      result.report(.endsBeforeStart, on: shift.rota, at: shift.position)
      return skip("shift", shift.rota, .unusable, at: shift.position)
    }
    guard Instant.plausible.contains(shift.start), Instant.plausible.contains(shift.end) else {
      result.report(.badInstant(field: "start"), on: shift.rota, at: shift.position)
      return skip("shift", shift.rota, .unusable, at: shift.position)
    }
    var same = shift
    same.position = SourcePosition(file: "", line: 1, column: 1)
    guard seenShifts.insert(same).inserted else {
      result.report(.shiftTwice, on: shift.rota, at: shift.position)
      return skip("shift", shift.rota, .duplicate, at: shift.position)
    }
    guard let clipped = asked.clipped(shift) else {
      return skip("shift", shift.rota, .outside, at: shift.position)
    }
    shifts.append(clipped)
    Self.count(&taken, Skipped(kind: "shift", name: shift.rota, reason: nil), shift.position)
  }

  private static func spelled(_ name: String, like known: inout [String: String]) -> String {
    let key = name.lowercased()
    if let first = known[key] { return first }
    known[key] = name
    return name
  }

  // MARK: Counting

  /// Notes that something is left out; those of one name and reason are told together.
  mutating func skip(
    _ kind: String, _ name: String, _ reason: SkipReason, at position: SourcePosition
  ) {
    Self.count(&skipped, Skipped(kind: kind, name: name, reason: reason), position)
  }

  private static func count(
    _ counts: inout [Skipped: (count: Int, position: SourcePosition)], _ key: Skipped,
    _ position: SourcePosition
  ) {
    let old = counts[key] ?? (0, position)
    counts[key] = (old.count + 1, min(old.position, position))
  }

  /// Tells what was taken and what was left out, in the order of the files.
  mutating func finish() {
    for (key, value) in skipped {
      guard let reason = key.reason else { continue }
      result.items.append(
        ImportItem(
          kind: key.kind, name: Self.name(key.name, value.count), .skipped(reason),
          at: value.position))
    }
    for (key, value) in taken {
      let what = key.kind == "page" ? ("page", "pages") : ("shift", "shifts")
      result.items.append(
        ImportItem(
          kind: key.kind, name: key.name,
          .taken(as: Printable.count(value.count, what.0, what.1)), at: value.position))
    }
    result.items.sort { ($0.position, $0.kind, $0.name) < ($1.position, $1.kind, $1.name) }
    pages.sort { ($0.opened, $0.position) < ($1.opened, $1.position) }
    shifts.sort { ($0.start, $0.position) < ($1.start, $1.position) }
    result.sort()
  }

  private static func name(_ name: String, _ count: Int) -> String {
    let clipped = Printable.clipped(name)
    return count == 1 ? clipped : clipped.isEmpty ? "\(count)" : "\(clipped) (\(count))"
  }
}
