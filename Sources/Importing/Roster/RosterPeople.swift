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
  private var members: [String: ImportedPeople] = [:]
  /// The item that counts further rows of an outcome.
  private var alike: [ImportItem.Outcome: Int] = [:]
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

  /// - Throws: ``DiagnosticError`` where the file cannot be read any more.
  mutating func add(_ table: RosterTable) throws(DiagnosticError) {
    var table = table
    result.findings += table.findings
    result.assumptions += table.assumptions
    guard !table.findings.contains(where: { $0.problem.severity == .error }) else { return }
    let earlier = try earlierStays(in: &table)
    let headers = Dictionary(
      uniqueKeysWithValues: RosterColumn.allCases.map { ($0, table.header($0)) })
    try table.forEachLine { line in
      if earlier.contains(line.number) {
        skip(.earlierStay, line.position())
      } else {
        add(line, headers)
      }
    }
  }

  /// One of several rows of somebody.
  private struct Stay {
    var number: Int
    var start: Int?
    var hasLeft: Bool
    var position: SourcePosition
  }

  /// Rows of somebody who stands in a later one too.
  private mutating func earlierStays(
    in table: inout RosterTable
  ) throws(DiagnosticError) -> Set<Int> {
    let repeated = table.repeatedIDs
    guard !repeated.isEmpty else { return [] }
    var stays: [String: [Stay]] = [:]
    try table.forEachLine { line in
      let id = line.text(.id)
      guard !id.isEmpty, repeated.contains(RepeatedTexts.hash(id)) else { return }
      stays[id, default: []].append(
        Stay(
          number: line.number, start: Self.start(of: line), hasLeft: hasLeft(line),
          position: line.position(.id)))
    }
    var earlier: Set<Int> = []
    for all in stays.values {
      for stay in all.sorted(by: { $0.start ?? .min < $1.start ?? .min }).dropLast() {
        earlier.insert(stay.number)
        if !stay.hasLeft { result.reportSparingly(.twice, on: "", at: stay.position) }
      }
    }
    return earlier
  }

  private static func start(of line: RosterLine) -> Int? {
    [line.day(.start).day, line.day(.rehire).day].compactMap(\.self).max()
  }

  private mutating func skip(_ reason: SkipReason, _ position: SourcePosition) {
    note(.skipped(reason), position)
  }

  /// More rows than these are counted with those that fared alike.
  static let mostItems = 50_000

  private mutating func note(_ outcome: ImportItem.Outcome, _ position: SourcePosition) {
    guard result.items.count >= Self.mostItems else {
      result.items.append(ImportItem(kind: "person", name: "", outcome, at: position))
      return
    }
    if let place = alike[outcome] {
      result.items[place].count += 1
    } else {
      alike[outcome] = result.items.count
      result.items.append(ImportItem(kind: "person", name: "", outcome, at: position))
    }
  }

  // MARK: One row

  private static let gone = [
    "terminated", "inactive", "former", "left", "resigned", "ausgeschieden",
  ]
  private static let outside = [
    "contract", "contingent", "freelanc", "agency", "consultant", "external", "extern", "temp",
  ]

  private func hasLeft(_ line: RosterLine) -> Bool {
    if let end = line.day(.end).day {
      // Whoever came back has an old last day.
      return end < today && (line.day(.rehire).day ?? .min) <= end
    }
    let status = line.text(.status).lowercased()
    return Self.gone.contains { status.hasPrefix($0) }
  }

  private mutating func add(_ line: RosterLine, _ headers: [RosterColumn: String]) {
    let position = line.position()
    reportDates(line, headers)
    if hasLeft(line) { return skip(.left, position) }
    let contract = [line.text(.type), line.text(.status)]
    if contract.contains(where: { text in
      Self.outside.contains { text.lowercased().hasPrefix($0) }
    }) {
      return skip(.contractor, position)
    }
    let start = Self.start(of: line)
    if let start, start > today { return skip(.notYet, position) }
    guard let team = team(line.text(.team), at: line.position(.team)) else {
      return skip(.unusable, position)
    }
    switch level(line) {
    case .nobody: return skip(.title, position)
    case .unknown: return skip(.unusable, position)
    case .level(let level):
      let person = ImportedPerson(level: level, start: start.map(Self.month))
      members[team, default: []].append(person)
      let text = words[team]?[level] ?? "\(level) of \(team)"
      words[team, default: [:]][level] = text
      note(.taken(as: text), position)
    }
    if let end = line.day(.end).day, end >= today {
      result.reportSparingly(
        .leavesLater(month: Self.month(end)), on: team, at: line.position(.end))
    }
  }

  private static func month(_ day: Int) -> YearMonth {
    let date = CivilDay.date(of: day)
    return YearMonth(year: date.year, month: date.month)
  }

  private mutating func reportDates(_ line: RosterLine, _ headers: [RosterColumn: String]) {
    for column in [RosterColumn.start, .rehire, .end] where line.day(column).isWrong {
      result.reportSparingly(
        .badDate(column: headers[column] ?? column.rawValue), on: "", at: line.position(column))
    }
  }

  private mutating func level(_ line: RosterLine) -> TitleTable.Meaning {
    let grade = line.text(.level)
    if !grade.isEmpty {
      let found = meaning(of: grade)
      if found != .unknown { return found }
    }
    let title = line.text(.title)
    let meaning = meaning(of: title)
    if meaning == .unknown {
      let name = title.isEmpty ? grade : title
      let place = line.position(title.isEmpty ? .level : .title)
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
      result.reportSparingly(.noTeam, on: "", at: position)
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
      var team = ImportedTeam(id: id, people: people.countsByLevel, position: position)
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
