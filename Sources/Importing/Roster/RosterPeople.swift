import Organization

/// The people of rosters, sorted into teams and levels.
struct RosterPeople {
  let today: Int
  let map: ImportMap
  let model: ModelNames
  var result = ImportResult(.roster)
  private let titles: TitleTable
  /// What titles mean, by title, as many people share few of them.
  private var meanings: [String: TitleTable.Meaning] = [:]
  private var ids = IDGiver()
  private var teamIDs: [String: String] = [:]
  private var members: [String: [ImportedPerson]] = [:]
  /// What people are taken as, by team and level, so that millions share a few texts.
  private var words: [String: [String: String]] = [:]
  private var teamPlaces: [(id: String, position: SourcePosition)] = []
  private var unmapped: [String: (people: Int, position: SourcePosition)] = [:]

  init(today: Int, map: ImportMap, model: ModelNames) {
    self.today = today
    self.map = map
    self.model = model
    titles = TitleTable(map.titles)
  }

  mutating func add(_ table: RosterTable) {
    result.findings += table.findings
    result.assumptions += table.assumptions
    guard !table.findings.contains(where: { $0.problem.severity == .error }) else { return }
    let earlier = earlierStays(in: table)
    for row in 0..<table.rowCount {
      if earlier.contains(row) {
        skip(.earlierStay, table.position(row: row))
      } else {
        add(row, of: table)
      }
    }
  }

  /// Rows of somebody who stands in a later one too.
  private mutating func earlierStays(in table: RosterTable) -> Set<Int> {
    var first: [String: Int32] = [:]
    var rows: [String: [Int]] = [:]
    for row in 0..<table.rowCount {
      let id = table.text(.id, row: row)
      guard !id.isEmpty else { continue }
      if let earlier = first[id] {
        rows[id, default: [Int(earlier)]].append(row)
      } else {
        first[id] = Int32(row)
      }
    }
    var earlier: Set<Int> = []
    for all in rows.values {
      let sorted = all.sorted {
        start(of: $0, in: table) ?? .min < start(of: $1, in: table) ?? .min
      }
      for row in sorted.dropLast() {
        earlier.insert(row)
        if !hasLeft(row, of: table) {
          result.report(.twice, on: "", at: table.position(.id, row: row))
        }
      }
    }
    return earlier
  }

  private func start(of row: Int, in table: RosterTable) -> Int? {
    let days = [table.day(.start, row: row).day, table.day(.rehire, row: row).day]
    return days.compactMap(\.self).max()
  }

  private mutating func skip(_ reason: SkipReason, _ position: SourcePosition) {
    result.items.append(ImportItem(kind: "person", name: "", .skipped(reason), at: position))
  }

  // MARK: One row

  private static let gone = [
    "terminated", "inactive", "former", "left", "resigned", "ausgeschieden",
  ]
  private static let outside = [
    "contract", "contingent", "freelanc", "agency", "consultant", "external", "extern", "temp",
  ]

  private func hasLeft(_ row: Int, of table: RosterTable) -> Bool {
    if let end = table.day(.end, row: row).day {
      // Whoever came back has an old last day.
      return end < today && (table.day(.rehire, row: row).day ?? .min) <= end
    }
    let status = table.text(.status, row: row).lowercased()
    return Self.gone.contains { status.hasPrefix($0) }
  }

  private mutating func add(_ row: Int, of table: RosterTable) {
    let position = table.position(row: row)
    reportDates(row, of: table)
    if hasLeft(row, of: table) { return skip(.left, position) }
    let contract = [table.text(.type, row: row), table.text(.status, row: row)]
    if contract.contains(where: { text in
      Self.outside.contains { text.lowercased().hasPrefix($0) }
    }) {
      return skip(.contractor, position)
    }
    let start = start(of: row, in: table)
    if let start, start > today { return skip(.notYet, position) }
    guard let team = team(table.text(.team, row: row), at: table.position(.team, row: row)) else {
      return skip(.unusable, position)
    }
    switch level(row, of: table) {
    case .nobody: return skip(.title, position)
    case .unknown: return skip(.unusable, position)
    case .level(let level):
      let person = ImportedPerson(level: level, start: start.map(Self.month))
      members[team, default: []].append(person)
      let text = words[team]?[level] ?? "\(level) of \(team)"
      words[team, default: [:]][level] = text
      result.items.append(
        ImportItem(kind: "person", name: "", .taken(as: text), at: position))
    }
    if let end = table.day(.end, row: row).day, end >= today {
      result.report(
        .leavesLater(month: Self.month(end)), on: team, at: table.position(.end, row: row))
    }
  }

  private static func month(_ day: Int) -> YearMonth {
    let date = CivilDay.date(of: day)
    return YearMonth(year: date.year, month: date.month)
  }

  private mutating func reportDates(_ row: Int, of table: RosterTable) {
    for column in [RosterColumn.start, .rehire, .end] where table.day(column, row: row).isWrong {
      result.report(
        .badDate(column: table.header(column)), on: "", at: table.position(column, row: row))
    }
  }

  private mutating func level(_ row: Int, of table: RosterTable) -> TitleTable.Meaning {
    let grade = table.text(.level, row: row)
    if !grade.isEmpty {
      let found = meaning(of: grade)
      if found != .unknown { return found }
    }
    let title = table.text(.title, row: row)
    let meaning = meaning(of: title)
    if meaning == .unknown {
      let name = title.isEmpty ? grade : title
      let place = table.position(title.isEmpty ? .level : .title, row: row)
      unmapped[name] = ((unmapped[name]?.people ?? 0) + 1, unmapped[name]?.position ?? place)
    }
    return meaning
  }

  private mutating func meaning(of title: String) -> TitleTable.Meaning {
    if let known = meanings[title] { return known }
    let meaning = titles.meaning(of: title)
    meanings[title] = meaning
    return meaning
  }

  private mutating func team(_ name: String, at position: SourcePosition) -> String? {
    guard !name.isEmpty else {
      result.report(.noTeam, on: "", at: position)
      return nil
    }
    if let id = teamIDs[name.lowercased()] { return id }
    let id: String
    if let mapped = map.teams[name.lowercased()] {
      id = model.team(mapped) ?? mapped
      ids.take(id)
    } else {
      let known = model.team(name) ?? model.team(IDGiver.cleaned(name))
      id = ids.id(for: known ?? name)
      if known == nil, id != name {
        result.report(.renamed(from: name, to: id), on: id, at: position)
      }
    }
    teamIDs[name.lowercased()] = id
    if !teamPlaces.contains(where: { $0.id == id }) { teamPlaces.append((id, position)) }
    return id
  }

  // MARK: All of them

  /// Makes teams of the rows, and services that stand for what they run where a model is new.
  mutating func finish() {
    for (title, found) in unmapped {
      result.report(
        .unmappedTitle(title, people: found.people), on: "titles", at: found.position)
    }
    for (id, position) in teamPlaces {
      let people = members[id, default: []]
      guard !people.isEmpty else { continue }
      var team = ImportedTeam(
        id: id, people: Dictionary(people.map { ($0.level, 1) }, uniquingKeysWith: +),
        position: position)
      team.roster = people
      result.teams.append(team)
      if model.isNew {
        var service = ImportedService(id: ids.id(for: "\(id.prefix(55))-service"))
        service.owners = [id]
        result.services.append(service)
        result.assumptions.append(.placeholder(team: id, service: service.id))
      }
    }
    result.sort()
  }
}
