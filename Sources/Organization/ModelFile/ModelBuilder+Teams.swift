extension ModelBuilder {
  mutating func buildTeams() -> [Team] {
    let entries = root["teams"]?.entries ?? []
    var rosters: [String: [String: [RosterRow]]] = [:]
    return entries.map { entry in
      let rota = buildRota(entry.value["rota"])
      let members =
        entry.value["roster"]?["file"].map { file in
          rosterMembers(entry, file, rota, &rosters)
        } ?? countedMembers(entry, rota)
      return Team(
        id: entry.id,
        kind: entry.value["kind"]?.text.flatMap(TeamKind.init(rawValue:)) ?? .service,
        members: members, rota: rota, roadmapHoursPerMonth: entry.value["roadmap"]?.number,
        retention: retention(entry.value["retention"]),
        competencies: depths(of: entry, people: members.count),
        region: entry.value["region"].flatMap { region in
          region.text.flatMap { resolve($0, in: regions, at: region.position) }
        })
    }
  }

  private func retention(_ value: Checked?) -> Retention {
    var retention = Retention.ordinary
    for lever in RetentionLever.allCases {
      if let step = value?[lever.rawValue]?.exact { retention[lever] = Int(step) }
    }
    return retention
  }

  /// People of whom only the number is known; they are spread over the rota's sites.
  private mutating func countedMembers(_ team: Checked.Entry, _ rota: Rota?) -> [Member] {
    guard let people = team.value["people"] else { return [] }
    var members: [Member] = []
    for entry in people.entries {
      let level = resolve(entry.id, in: levelNames, at: entry.position)
      guard let level, let count = entry.value.exact else { continue }
      for _ in 0..<Int(count) { members.append(Member(level: level)) }
    }
    let sites = sites(of: members.count, team, rota)
    for index in members.indices { members[index].site = sites[index] }
    return members
  }

  /// Where each of a team's people sits: as many as they say at sites that say how many, the others
  /// turn by turn at the rest.
  private mutating func sites(of people: Int, _ team: Checked.Entry, _ rota: Rota?) -> [Int] {
    let entries = team.value["rota"]?["sites"]?.entries ?? []
    guard let rota, rota.countsPeople, entries.count == rota.sites.count else {
      let count = max(1, rota?.sites.count ?? 1)
      return (0..<people).map { $0 % count }
    }
    let counts = entries.map { Self.people(at: $0.value) }
    let rest = counts.indices.filter { counts[$0] == nil }
    let named = counts.reduce(0) { $0 + ($1 ?? 0) }
    if let position = team.value["rota"]?["sites"]?.position,
      named > people || (named < people && rest.isEmpty)
    {
      report(
        .outOfRange(
          value: "\(named)",
          allowed: "people at sites, \(rest.isEmpty ? "" : "at most ")the team's \(people)"),
        at: position)
    }
    let settled = counts.enumerated().flatMap { [Int](repeating: $0, count: $1 ?? 0) }
    let others = (0..<max(0, people - named)).map { rest.isEmpty ? 0 : rest[$0 % rest.count] }
    return Array((settled + others).prefix(people))
  }

  /// How many people sit at a site; `nil` where it does not say.
  private static func people(at site: Checked) -> Int? {
    guard let people = site["people"], let count = people.exact else { return nil }
    return Int(count)
  }

  private mutating func rosterMembers(
    _ team: Checked.Entry, _ file: Checked, _ rota: Rota?,
    _ rosters: inout [String: [String: [RosterRow]]]
  ) -> [Member] {
    if let people = team.value["people"] {
      report(
        .misplacedKey("people", because: "the people come from the roster"), at: people.position)
    }
    guard let path = data.path(of: file), let rows = data.roster(file) else { return [] }
    if rosters[path] == nil {
      rosters[path] = Dictionary(grouping: rows, by: \.team)
      warnAboutUnknownTeams(rows)
    }
    return (rosters[path]?[team.id] ?? []).compactMap { member($0, rota) }
  }

  private mutating func warnAboutUnknownTeams(_ rows: [RosterRow]) {
    var seen: Set<String> = []
    for row in rows where teams[row.team] == nil && seen.insert(row.team).inserted {
      _ = resolve(row.team, in: teams, at: row.position, severity: .warning)
    }
  }

  private mutating func member(_ row: RosterRow, _ rota: Rota?) -> Member? {
    guard let level = resolve(row.level, in: levelNames, at: row.position) else { return nil }
    if let month = row.startMonth, month > start {
      report(
        .outOfRange(value: "\(month)", allowed: "up to the start of the plan, \(start)"),
        at: row.position, severity: .warning)
    }
    return Member(
      level: level, tenureMonths: row.startMonth.map { max(0, start - $0) },
      site: site(of: row, rota), takesPager: row.takesPager)
  }

  private mutating func site(of row: RosterRow, _ rota: Rota?) -> Int {
    guard let name = row.site, let rota, rota.sites != [.utc] else { return 0 }
    let index = NameIndex(rota.sites.map(\.name), kind: "site")
    return resolve(name, in: index, at: row.position, severity: .warning) ?? 0
  }
}
