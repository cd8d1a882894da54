import Organization

/// What being on call in one rota asks of its people.
package struct RotaLoad: Sendable {
  /// People on call at once, most of the time.
  package var layers: Int
  /// Weeks from the first shift to the end of the last.
  package var weeks: Double
  package var shifts: Int
  /// Hours of the middle one.
  package var shiftHours: Double
  /// Of each person, on average.
  package var hoursPerWeek: Double
  /// Of time, for each person on average and at most.
  package var share: (mean: Double, most: Double)
  package var nightsPerWeek: (mean: Double, most: Double)
  /// Of first-layer duty while pages were watched; `nil` where there was none.
  package var pages: Duty?
  /// Of nights on call, those whose pages left less than five hours in one piece.
  package var brokenNights: (count: Int, of: Int)
  /// The zone that most of its people's clocks show; `nil` where nothing tells.
  package var zone: String?

  /// Pages to whoever is paged first.
  package struct Duty: Hashable, Sendable {
    package var hours: Double
    package var pages: Int
    /// Pieces of twelve hours, counted from the beginning of each shift, and those with too many pages.
    package var pieces: Int
    package var overLimit: Int
    /// The most in one piece.
    package var most: Int

    package var perShift12: Double { hours > 0 ? Double(pages) * 12 / hours : 0 }
    package var perWeek: Double { hours > 0 ? Double(pages) * 168 / hours : 0 }
    package var overShare: Double { pieces > 0 ? Double(overLimit) / Double(pieces) : 0 }
  }

  /// - Parameters:
  ///   - times: who was on call when.
  ///   - shifts: how many the sources have.
  ///   - pages: of the team, to whom, in the order of time.
  ///   - span: when pages were watched; `nil` where there are none.
  ///   - clock: of a person.
  init(
    _ times: RotaTimes, shifts: Int, pages: [StudiedPage], span: StudySpan?,
    clock: (OnCallPerson) -> ZoneClock
  ) {
    let people = times.people
    let seconds = Double(max(1, times.end - times.start))
    layers = times.layers
    weeks = times.weeks
    self.shifts = shifts
    shiftHours = times.shiftHours
    let hours = people.map { times.hours(of: $0) }
    let total = hours.reduce(0, +)
    let count = Double(max(1, people.count))
    hoursPerWeek = total / count / max(times.weeks, .leastNonzeroMagnitude)
    let whole = seconds / Double(Instant.secondsPerHour)
    share = (total / count / whole, (hours.max() ?? 0) / whole)

    var nights: [Int] = []
    var broken = 0
    for person in people {
      let own = clock(person)
      let days = Nights.days(times.stretches[person] ?? [], own)
      nights.append(days.count)
      let received = pages.filter { $0.people.contains(person) }.map(\.page.opened)
      if !received.isEmpty {
        broken += days.count { Nights.isBroken($0, by: received, own) }
      }
    }
    let all = nights.reduce(0, +)
    let weeks = max(times.weeks, .leastNonzeroMagnitude)
    nightsPerWeek = (Double(all) / count / weeks, Double(nights.max() ?? 0) / weeks)
    brokenNights = (broken, all)
    let zones = Dictionary(people.map { (clock($0).name, 1) }, uniquingKeysWith: +)
    zone = zones.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    self.pages = span.flatMap { Self.duty(times, pages, $0) }
  }

  private static let pieceSeconds = 12 * Instant.secondsPerHour

  /// First-layer duty in the stretch in which pages were watched, cut into twelve hours.
  private static func duty(
    _ times: RotaTimes, _ pages: [StudiedPage], _ span: StudySpan
  ) -> Duty? {
    let limit = Int(Assumptions.shipped[.oncallMaxPagesPer12Hours])
    var received: [OnCallPerson: [Instant]] = [:]
    for page in pages {
      for person in page.people { received[person, default: []].append(page.page.opened) }
    }
    var duty = Duty(hours: 0, pages: 0, pieces: 0, overLimit: 0, most: 0)
    for stretch in times.first {
      let (start, end) = (max(stretch.start, span.first), min(stretch.end, span.last))
      guard start < end else { continue }
      duty.hours += Double(end - start) / Double(Instant.secondsPerHour)
      let own = (received[stretch.person] ?? []).filter { $0 >= start && $0 < end }
      duty.pages += own.count
      var counts: [Int: Int] = [:]
      for page in own { counts[(page - stretch.start) / pieceSeconds, default: 0] += 1 }
      let pieces = (end - start + pieceSeconds - 1) / pieceSeconds
      duty.pieces += pieces
      duty.overLimit += counts.values.count { $0 > limit }
      duty.most = max(duty.most, counts.values.max() ?? 0)
    }
    return duty.hours > 0 ? duty : nil
  }
}
