import Organization

/// The entities of a catalogue, and what they mean for a model.
struct Catalog {
  let entities: [Entity]
  let byKey: [EntityKey: Entity]
  private let byKind: [String: [Entity]]
  let map: ImportMap
  let model: ModelNames
  var result: ImportResult
  /// Components, and resources where wanted, that become services, in the order of the sources.
  private(set) var taken: [Entity] = []
  /// Ids of services by entity.
  var serviceIDs: [EntityKey: String] = [:]
  /// Ids of teams by group, for those that become teams.
  var teamIDs: [EntityKey: String] = [:]
  /// Groups that own something that is taken.
  var owningGroups: Set<EntityKey> = []
  /// Owners that are no group, but become teams.
  var namedTeams: [String: String] = [:]
  var ids = IDGiver()

  init(_ entities: [Entity], _ result: ImportResult, map: ImportMap, model: ModelNames) {
    self.entities = entities
    self.result = result
    self.map = map
    self.model = model
    byKind = Dictionary(grouping: entities, by: \.key.kind)
    byKey = Dictionary(entities.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func entities(of kind: String) -> [Entity] { byKind[kind] ?? [] }

  /// Finds teams, services and people, and reports what is wrong.
  mutating func understand() {
    takeServices()
    let owners = taken.map { owner(of: $0) }
    owningGroups = Set(owners.compactMap(\.group))
    let people = people()
    nameTeams(people)
    for (entity, owner) in zip(taken, owners) { add(entity, owner) }
    addTeams(people)
    auditGroupings()
    addDependencies()
    noteRest()
    result.sort()
  }

  // MARK: Services

  /// Types of components that nobody runs.
  private static let idleTypes: Set<String> = [
    "library", "documentation", "docs", "package", "sdk", "cli", "template", "example", "plugin",
    "design-system", "tool",
  ]

  private mutating func takeServices() {
    var services = IDGiver()
    for entity in entities {
      guard entity.key.kind == "component" || entity.key.kind == "resource" && map.takesResources
      else { continue }
      let type = entity.text("type") ?? ""
      let isWanted = map.types[type.lowercased()] ?? !Self.idleTypes.contains(type.lowercased())
      guard isWanted else {
        let reason = map.types[type.lowercased()] == nil ? SkipReason.type(type) : .excluded
        skip(entity, reason)
        continue
      }
      let name = map.services[entity.name.lowercased()] ?? model.service(entity.name)
      let id = services.id(for: name ?? entity.name, namespace: entity.namespace)
      if name == nil, id != entity.name { renamed(entity, to: id) }
      serviceIDs[entity.key] = id
      taken.append(entity)
    }
  }

  private mutating func renamed(_ entity: Entity, to id: String) {
    result.report(.renamed(from: entity.name, to: id), on: id, at: entity.position)
  }

  private mutating func add(_ entity: Entity, _ owner: FoundOwner) {
    guard let id = serviceIDs[entity.key] else { return }
    var service = ImportedService(id: id, position: entity.position)
    if let team = owner.group.flatMap({ teamIDs[$0] }) ?? owner.team { service.owners = [team] }
    service.pagerDutyID = entity.pagerDutyID
    if let lifecycle = entity.text("lifecycle") {
      let wanted = map.tiers[lifecycle.lowercased()]
      service.tier = wanted ?? (lifecycle.lowercased() == "experimental" ? 4 : nil)
      if wanted == nil, let tier = service.tier {
        result.assumptions.append(
          .tier(service: id, tier, because: "its lifecycle is experimental"))
      }
    }
    result.services.append(service)
    let item = ImportItem(
      kind: entity.kind, name: entity.name, .taken(as: "service \(id)"), at: entity.position)
    result.items.append(item)
  }

  mutating func skip(_ entity: Entity, _ reason: SkipReason) {
    let name = entity.key.kind == "user" ? "" : entity.name
    result.items.append(
      ImportItem(kind: entity.kind, name: name, .skipped(reason), at: entity.position))
  }

  // MARK: Teams

  /// Gives ids to groups that own something or have people of their own.
  private mutating func nameTeams(_ people: [EntityKey: Int]) {
    for group in entities(of: "group") {
      guard owningGroups.contains(group.key) || (people[group.key] ?? 0) > 0 else { continue }
      // A map may say that several groups are one team.
      if let team = mapped(group) {
        ids.take(team)
        teamIDs[group.key] = team
        continue
      }
      let known = model.team(group.name)
      let id = ids.id(for: known ?? group.name, namespace: group.namespace)
      if known == nil, id != group.name { renamed(group, to: id) }
      teamIDs[group.key] = id
    }
  }

  private func mapped(_ group: Entity) -> String? {
    let names = [
      group.name, "\(group.namespace)/\(group.name)", "group:\(group.namespace)/\(group.name)",
    ]
    return names.lazy.compactMap { map.teams[$0.lowercased()] }.first
  }

  private mutating func addTeams(_ people: [EntityKey: Int]) {
    let paged = Set(
      zip(taken, result.services).filter { $0.0.isPaged }.flatMap { $0.1.owners })
    for group in entities(of: "group") {
      guard let id = teamIDs[group.key] else {
        skip(group, .emptyGroup)
        continue
      }
      let count = people[group.key] ?? 0
      addTeam(
        ImportedTeam(
          id: id, people: count > 0 ? [map.level: count] : [:], position: group.position),
        isPaged: paged.contains(id))
      result.items.append(
        ImportItem(kind: group.kind, name: group.name, .taken(as: "team \(id)"), at: group.position)
      )
    }
    let total = people.values.reduce(0, +)
    if total > 0 { result.assumptions.append(.level(map.level, people: total)) }
    for id in namedTeams.values.sorted() where !result.teams.contains(where: { $0.id == id }) {
      addTeam(ImportedTeam(id: id), isPaged: paged.contains(id))
    }
    if !namedTeams.isEmpty { result.assumptions.append(.teamsOfOwners(namedTeams.count)) }
  }

  /// Adds a team, or the people of one more group to it.
  private mutating func addTeam(_ team: ImportedTeam, isPaged: Bool) {
    if let index = result.teams.firstIndex(where: { $0.id == team.id }) {
      result.teams[index].people.merge(team.people, uniquingKeysWith: +)
      return
    }
    var team = team
    team.isOnCall = isPaged
    if isPaged { result.assumptions.append(.rota(team: team.id)) }
    result.teams.append(team)
  }

  // MARK: The rest

  private mutating func noteRest() {
    for entity in entities {
      switch entity.key.kind {
      case "component", "group": continue
      case "resource":
        if serviceIDs[entity.key] == nil { skip(entity, .kind) }
      case "user":
        result.items.append(
          ImportItem(kind: entity.kind, name: "", .taken(as: "one person"), at: entity.position))
      case "system", "domain", "api": skip(entity, .grouping)
      default: skip(entity, .kind)
      }
    }
  }
}
