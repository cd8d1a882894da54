import Organization

/// Makes teams and services of what service files say.
struct ServiceBook {
  let map: ImportMap
  let model: ModelNames
  var result: ImportResult
  private var ids = IDGiver()
  private var teamIDs = IDGiver()
  private var teams: [String: String] = [:]
  private var services: [String: String] = [:]
  private var people: [String: Int] = [:]
  private var places: [String: SourcePosition] = [:]
  private var paged: Set<String> = []
  /// Ids of teams in the order in which they were first named.
  private var order: [String] = []

  init(_ kind: ImportKind, map: ImportMap, model: ModelNames) {
    self.map = map
    self.model = model
    result = ImportResult(kind)
  }

  /// Reads service files of one kind.
  ///
  /// - Parameters:
  ///   - sources: files and folders.
  ///   - files: reads them, and knows which files of a folder are wanted.
  ///   - record: the service of a document; `nil` where it is none, after telling the book why.
  /// - Returns: all that they say, and what is wrong with them.
  /// - Complexity: O(bytes).
  mutating func read(
    _ sources: [String], _ files: ServiceFiles,
    record: (SourceNode, inout ServiceBook) -> ServiceRecord?
  ) -> ImportResult {
    var records: [ServiceRecord] = []
    for root in files.documents(sources, &result) {
      if let record = record(root, &self) { records.append(record) }
    }
    add(records)
    return result
  }

  mutating func skip(_ kind: String, _ name: String, _ reason: SkipReason, at: SourcePosition) {
    result.items.append(ImportItem(kind: kind, name: name, .skipped(reason), at: at))
  }

  /// Notes a team that a file describes.
  mutating func addTeam(_ name: String, aliases: [String], people count: Int, at: SourcePosition) {
    let id = team(name)
    for alias in aliases where teams[alias.lowercased()] == nil { teams[alias.lowercased()] = id }
    people[id, default: 0] += count
    places[id] = at
    result.items.append(ImportItem(kind: "team", name: name, .taken(as: "team \(id)"), at: at))
  }

  /// Adds services with their owners and what they depend on.
  mutating func add(_ records: [ServiceRecord]) {
    var kept: [ServiceRecord] = []
    for record in records {
      guard services[record.id.lowercased()] == nil else {
        let first = kept.first { $0.id.lowercased() == record.id.lowercased() }?.position
        result.report(
          .duplicateEntity(
            kind: record.kind, name: record.name, first: first ?? record.position),
          on: record.name, at: record.position)
        skip(record.kind, record.name, .duplicate, at: record.position)
        continue
      }
      let known = map.services[record.name.lowercased()] ?? map.services[record.id.lowercased()]
      let id = ids.id(for: known ?? model.service(record.id) ?? record.id)
      for name in [record.id, record.name] + record.aliases {
        services[name.lowercased()] = services[name.lowercased()] ?? id
      }
      kept.append(record)
    }
    for record in kept { add(record) }
    addTeams()
    result.sort()
  }

  // MARK: Services

  private mutating func add(_ record: ServiceRecord) {
    let id = services[record.id.lowercased()] ?? record.id
    var service = ImportedService(id: id, position: record.position)
    service.owners = owners(of: record, id)
    service.tier = tier(of: record, id)
    service.pagerDutyID = record.pagerDutyID
    for (name, position) in record.dependsOn {
      if let other = services[name.lowercased()] {
        if other != id, !service.dependsOn.contains(other) { service.dependsOn.append(other) }
      } else {
        let nearest = Nearest.name(to: name, among: services.keys.sorted())
        result.report(
          .danglingReference(kind: "service", name: name, nearest: nearest), on: id, at: position)
      }
    }
    service.dependsOn.sort()
    if record.isPaged {
      for team in service.owners where paged.insert(team).inserted {
        result.assumptions.append(.rota(team: team))
      }
    }
    result.services.append(service)
    result.items.append(
      ImportItem(
        kind: record.kind, name: record.name, .taken(as: "service \(id)"), at: record.position))
  }

  private mutating func owners(of record: ServiceRecord, _ id: String) -> [String] {
    var found: [String] = []
    for owner in record.owners {
      switch owner {
      case .team(let name):
        let team = team(name)
        if !found.contains(team) { found.append(team) }
      case .person: result.report(.ownerIsAPerson, on: id, at: record.ownerPosition)
      case .address: result.report(.ownerIsAnAddress, on: id, at: record.ownerPosition)
      }
    }
    if record.owners.isEmpty {
      result.report(.ownerMissing(system: nil), on: id, at: record.ownerPosition)
    }
    if found.count > 1 { result.report(.severalOwners(found), on: id, at: record.ownerPosition) }
    return found
  }

  private mutating func tier(of record: ServiceRecord, _ id: String) -> Int? {
    if let (text, position) = record.tier {
      if let tier = map.tiers[text.lowercased()] ?? Self.tier(text) { return tier }
      result.report(.unknownTier(text), on: id, at: position)
      return nil
    }
    return record.lifecycle.flatMap { map.tiers[$0.lowercased()] }
  }

  /// The tier that an alias such as `tier_1`, `Tier 1`, `t1` or `1` names.
  static func tier(_ text: String) -> Int? {
    let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
    let number = plain.hasPrefix("tier") ? plain.dropFirst(4) : plain.drop { $0 == "t" }
    return Int(number).flatMap { (1...4).contains($0) ? $0 : nil }
  }

  // MARK: Teams

  /// The id of the team that an owner is.
  private mutating func team(_ name: String) -> String {
    let key = name.lowercased()
    if let known = teams[key] { return known }
    let id: String
    if let mapped = map.teams[key] {
      id = model.team(mapped) ?? mapped
      teamIDs.take(id)
    } else {
      id = teamIDs.id(for: model.team(name) ?? name)
    }
    teams[key] = id
    order.append(id)
    return id
  }

  private mutating func addTeams() {
    var seen: Set<String> = []
    for id in order where seen.insert(id).inserted {
      let count = people[id] ?? 0
      var team = ImportedTeam(
        id: id, people: count > 0 ? [map.level: count] : [:], position: places[id])
      team.isOnCall = paged.contains(id)
      result.teams.append(team)
    }
    let total = people.values.reduce(0, +)
    if total > 0 { result.assumptions.append(.level(map.level, people: total)) }
    let bare = seen.count { (people[$0] ?? 0) == 0 }
    if bare > 0 { result.assumptions.append(.teamsOfOwners(bare)) }
  }
}
