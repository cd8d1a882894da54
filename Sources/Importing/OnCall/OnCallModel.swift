import Organization

/// Puts what a study found into the words of a model.
struct OnCallModel {
  private let records: OnCallRecords
  private let study: OnCallStudy
  private let map: ImportMap
  private let model: ModelNames
  private(set) var result: ImportResult
  private var teamIDs: [String: String] = [:]
  private var giver = IDGiver()
  private var serviceGiver = IDGiver()

  /// Fewer pages than these say nothing of a whole organisation.
  private static let leastPages = 30

  init(_ records: OnCallRecords, map: ImportMap, model: ModelNames) {
    self.records = records
    study = OnCallStudy(records)
    self.map = map
    self.model = model
    result = records.result
    result.findings += study.findings
  }

  mutating func make() {
    result.note(study, records)
    for load in study.teams { add(load) }
    for load in study.services { add(load) }
    addRest()
    measure()
    result.sort()
  }

  // MARK: Teams

  private mutating func teamID(_ name: String) -> String {
    if let id = teamIDs[name] { return id }
    let id = giver.id(for: model.team(name) ?? name)
    if id.lowercased() != name.lowercased(), !map.teams.values.contains(name) {
      result.report(.renamed(from: name, to: id), on: id, at: nil)
    }
    teamIDs[name] = id
    return id
  }

  /// Whether a team may come into the model: every one into a new model, and into another those that
  /// it has or a map names.
  private func isWelcome(_ name: String) -> Bool {
    model.isNew || model.team(name) != nil || map.teams.values.contains(name)
  }

  private mutating func add(_ load: TeamLoad) {
    guard isWelcome(load.name) else {
      result.report(
        .unknownTeam(load.name, nearest: model.nearestTeam(to: load.name)), on: load.name,
        at: load.position)
      return
    }
    let id = teamID(load.name)
    var team = ImportedTeam(
      id: id, people: load.people > 0 ? [map.level: load.people] : [:], position: load.position)
    team.isOnCall = true
    team.isAtLeast = true
    team.rota = load.rota.map {
      ImportedRota(layers: min(max($0.layers, 1), 5), shiftHours: $0.shiftHours, zone: $0.zone)
    }
    if load.rota == nil { result.assumptions.append(.rota(team: id)) }
    if load.people > 0 {
      result.assumptions.append(.seenOnCall(team: id, people: load.people))
    }
    result.teams.append(team)
    result.items.append(
      ImportItem(kind: "team", name: load.name, .taken(as: "team \(id)"), at: load.position))
  }

  // MARK: Services

  private mutating func add(_ load: ServiceLoad) {
    guard let name = load.name else { return }
    let id = serviceGiver.id(for: model.service(name) ?? name)
    if id.lowercased() != name.lowercased() {
      result.report(.renamed(from: name, to: id), on: id, at: load.position)
    }
    var service = ImportedService(id: id, position: load.position)
    service.owners = load.team.map { isWelcome($0) ? [teamID($0)] : [] } ?? []
    service.pages = load.perMonth
    if load.team == nil, model.service(name) == nil {
      result.report(.ownerMissing(system: nil), on: id, at: load.position)
    }
    result.services.append(service)
    result.items.append(
      ImportItem(kind: "service", name: name, .taken(as: "service \(id)"), at: load.position))
  }

  /// Services of teams that none is told of: a new model needs one for each team, and pages without a
  /// service are somebody's.
  private mutating func addRest() {
    for load in study.teams where isWelcome(load.name) {
      let id = teamID(load.name)
      let rest = study.unnamed(team: load.name)
      let hasService = result.services.contains { $0.owners.contains(id) }
      guard rest != nil || model.isNew && !hasService else { continue }
      let name = serviceGiver.id(for: "\(id)-service")
      var service = ImportedService(id: name, position: load.position)
      service.owners = [id]
      service.pages = rest?.perMonth
      result.services.append(service)
      result.assumptions.append(
        rest == nil
          ? .placeholder(team: id, service: name) : .restOfTeam(team: id, service: name))
    }
  }

  // MARK: Numbers of the whole

  /// Windows and clustering of all pages, where there are enough of them.
  private mutating func measure() {
    guard study.windows.total >= Self.leastPages else { return }
    let shares = study.shares
    result.measured = [
      (AssumptionID.incidentsSleepShare.rawValue, shares.sleep),
      (AssumptionID.incidentsOffHoursShare.rawValue, shares.off),
    ]
  }
}

extension ImportResult {
  /// Tells how pages and shifts were counted.
  package mutating func note(_ study: OnCallStudy, _ records: OnCallRecords) {
    if study.homeZone.people > 0 {
      assumptions.append(
        .homeZone(people: study.homeZone.people, zone: study.homeZone.name))
    }
    if let span = study.span, records.asked.since == nil || records.asked.until == nil {
      let months = (span.months * 10).rounded() / 10
      assumptions.append(
        .watched(
          from: span.first.day, through: (span.last + -1).day, months: Printable.number(months)))
    }
    let open = records.pages.count { $0.resolved == nil }
    if open > 0 { report(.stillOpen(pages: open), on: "", at: nil) }
    if study.unanswered > 0 {
      report(.nobodyNamed(pages: study.unanswered), on: "", at: nil)
    }
    let unnamed = study.services.first { $0.name == nil }
    if let unnamed { report(.noServiceNamed(pages: unnamed.pages), on: "", at: unnamed.position) }
  }
}
