import Organization

/// What being on call asks of teams, and what services ask of it: counted, without names.
package struct OnCallStudy: Sendable {
  /// In which pages were watched; `nil` where there are none.
  package private(set) var span: StudySpan?
  /// The busiest first.
  package private(set) var services: [ServiceLoad] = []
  /// By name.
  package private(set) var teams: [TeamLoad] = []
  /// Of all pages, by the clock of whoever was paged.
  package private(set) var windows = WindowCounts()
  /// Pages that came to the same people within a minute of others, and are counted with them.
  package private(set) var merged = 0
  /// Pages of which nothing tells who got them.
  package private(set) var unanswered = 0
  /// People whose zone nothing tells, and what their clock is then.
  package private(set) var homeZone: (people: Int, name: String) = (0, "UTC")
  package let people: Int
  package let pages: Int
  package let shifts: Int
  private var restByTeam: [String: ServiceLoad] = [:]
  /// Findings about shifts, in their order.
  package private(set) var findings: [ImportFinding] = []
  package var shares: WindowShares { WindowShares(windows) }

  /// Pages to one person within a minute are one. [PagerDuty, Operational Reviews]
  static let mergeSeconds = 60
  private static let daysPerMonth = 30.4375

  /// - Complexity: O(pages · log shifts + shifts + nights on call).
  package init(_ records: OnCallRecords) {
    people = records.people.count
    pages = records.pages.count
    shifts = records.shifts.count
    span = StudySpan(records.pages, asked: records.asked)
    var clocks = PersonClocks(records)
    let rotas = Dictionary(grouping: records.shifts, by: \.rota).compactMapValues(RotaTimes.init)
    let studied = Self.studied(records.pages, rotas, &clocks)
    unanswered = studied.count { $0.people.isEmpty }
    let (kept, loads) = Self.merged(studied, &clocks)
    merged = studied.count - kept.count
    for page in kept { windows.count(page.window) }
    study(services: kept)
    study(teams: kept, loads, rotas, records, &clocks)
    homeZone = (clocks.unknown.count, clocks.home.name)
    for rota in rotas.keys.sorted() {
      if let times = rotas[rota], times.crowded > 0 {
        findings.append(
          ImportFinding(
            .onCall(.layerTaken(shifts: times.crowded)), subject: rota,
            position: records.shifts.first { $0.rota == rota }?.position))
      }
      for shift in rotas[rota]?.overlaps ?? [] {
        findings.append(
          ImportFinding(.onCall(.overlappingShifts), subject: rota, position: shift.position))
      }
    }
  }

  /// Pages with the team that answers and the people that they go to.
  private static func studied(
    _ pages: [ReceivedPage], _ rotas: [String: RotaTimes], _ clocks: inout PersonClocks
  ) -> [StudiedPage] {
    let names = rotas.keys.sorted()
    return pages.map { page in
      var team = page.team
      if team == nil {
        // Whoever took it was on call for somebody.
        let found = names.filter { name in
          page.responders.contains { rotas[name]?.isOnCall($0, at: page.opened) ?? false }
        }
        if found.count == 1 { team = found[0] }
      }
      var people = page.responders
      if people.isEmpty, let times = team.flatMap({ rotas[$0] }) {
        people = times.onCall(at: page.opened)
      }
      let clock = clocks.clock(of: people.first, team: team)
      return StudiedPage(
        page: page, team: team, people: people, window: clock.window(at: page.opened))
    }
  }

  /// What came to one person.
  private struct Received {
    var counts = WindowCounts()
    var merged = 0
    var hours: Set<Int> = []
  }

  /// Takes pages to the same people within a minute together.
  ///
  /// - Returns: pages that came to somebody who had none just before, and what each person of each team
  ///   got.
  private static func merged(
    _ pages: [StudiedPage], _ clocks: inout PersonClocks
  ) -> (kept: [StudiedPage], loads: [String: [OnCallPerson: Received]]) {
    var last: [OnCallPerson: Instant] = [:]
    var lastOfNobody: [String: Instant] = [:]
    var loads: [String: [OnCallPerson: Received]] = [:]
    var kept: [StudiedPage] = []
    for page in pages {
      let opened = page.page.opened
      var isNew = false
      for person in page.people {
        let isMerged = last[person].map { opened - $0 <= mergeSeconds } ?? false
        if !isMerged {
          last[person] = opened
          isNew = true
        }
        guard let team = page.team else { continue }
        let clock = clocks.clock(of: person, team: team)
        var received = loads[team]?[person] ?? Received()
        loads[team]?[person] = nil
        if isMerged {
          received.merged += 1
        } else {
          received.counts.count(clock.window(at: opened))
          received.hours.insert(
            floorDivide(clock.wall(at: opened), by: Instant.secondsPerHour))
        }
        loads[team, default: [:]][person] = received
      }
      if page.people.isEmpty {
        let subject = page.team ?? page.page.service ?? ""
        isNew = lastOfNobody[subject].map { opened - $0 > mergeSeconds } ?? true
        if isNew { lastOfNobody[subject] = opened }
      }
      if isNew { kept.append(page) }
    }
    return (kept, loads)
  }

  private mutating func study(services pages: [StudiedPage]) {
    guard let span else { return }
    let groups = Dictionary(grouping: pages) { $0.page.service }
    services = groups.compactMap { name, pages in
      pages.map(\.page.position).min().map {
        ServiceLoad(name: name, pages: pages, span: span, position: $0)
      }
    }
    let rest = Dictionary(grouping: groups[nil] ?? []) { $0.team ?? "" }
    for (team, pages) in rest {
      guard let position = pages.map(\.page.position).min() else { continue }
      restByTeam[team] = ServiceLoad(name: nil, pages: pages, span: span, position: position)
    }
    services.sort { ($1.pages, $0.name ?? "") < ($0.pages, $1.name ?? "") }
  }

  /// Pages of a team of which no service is told; `nil` where there are none.
  func unnamed(team: String) -> ServiceLoad? { restByTeam[team] }

  private mutating func study(
    teams pages: [StudiedPage], _ loads: [String: [OnCallPerson: Received]],
    _ rotas: [String: RotaTimes], _ records: OnCallRecords, _ clocks: inout PersonClocks
  ) {
    let byTeam = Dictionary(grouping: pages) { $0.team ?? "" }
    let shifts = Dictionary(grouping: records.shifts, by: \.rota)
    let names = Set(rotas.keys).union(byTeam.keys).filter { !$0.isEmpty }
    let months = span?.months ?? 1
    for name in names.sorted() {
      let own = byTeam[name] ?? []
      let places = own.map(\.page.position) + (shifts[name] ?? []).map(\.position)
      guard let position = places.min() else { continue }
      let received = loads[name] ?? [:]
      let people = rotas[name]?.people ?? received.keys.sorted()
      var counts = WindowCounts()
      for each in received.values { counts.add(each.counts) }
      let free = people.map { Double(received[$0]?.counts.free ?? 0) / months }
      var load = TeamLoad(
        name: name, people: people.count, interruptions: counts,
        merged: received.values.reduce(0) { $0 + $1.merged },
        hoursDisrupted: received.values.reduce(0) { $0 + $1.hours.count },
        freePerMonth: (
          free.reduce(0, +) / Double(max(1, people.count)), free.max() ?? 0
        ), rota: nil, position: position)
      if let times = rotas[name] {
        let known = Dictionary(
          uniqueKeysWithValues: people.map { ($0, clocks.clock(of: $0, team: name)) })
        load.rota = RotaLoad(
          times, shifts: shifts[name]?.count ?? 0, pages: own, span: span
        ) { known[$0] ?? .utc }
      }
      load.check(months: months)
      teams.append(load)
    }
  }
}

extension WindowCounts {
  fileprivate mutating func add(_ other: WindowCounts) {
    work += other.work
    off += other.off
    sleep += other.sleep
  }
}
