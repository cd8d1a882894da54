import Organization

/// Who owns an entity, as far as a plan can use it.
struct FoundOwner: Hashable {
  /// A group of the sources.
  var group: EntityKey?
  /// A team that no group stands for.
  var team: String?
}

extension Catalog {
  /// The owner of a component, resource, system or other entity; reports what is no team.
  ///
  /// The kind of an owner is Group unless it says otherwise. [Backstage, BuiltinKindsEntityProcessor]
  mutating func owner(of entity: Entity) -> FoundOwner {
    let position = entity.place(of: "owner")
    let subject = serviceIDs[entity.key] ?? entity.name
    guard let text = entity.text("owner") else {
      if let node = entity.spec?.value(of: "owner"), !node.isNull, node.text != "" {
        result.report(.badField("owner", expected: "text"), on: subject, at: position)
      } else {
        result.report(.ownerMissing(system: systemOwner(of: entity)), on: subject, at: position)
      }
      return FoundOwner()
    }
    if let team = map.teams[text.lowercased()] { return FoundOwner(team: known(team)) }
    if Self.isAddress(text) {
      result.report(.ownerIsAnAddress, on: subject, at: position)
      return FoundOwner()
    }
    guard let reference = EntityReference(text),
      let key = reference.key(kind: "group", in: entity.namespace)
    else {
      result.report(.badReference(text), on: subject, at: position)
      return FoundOwner()
    }
    if let found = byKey[key] { return owner(found, of: subject, at: position) }
    return dangling(reference, key, of: subject, at: position)
  }

  private mutating func owner(
    _ found: Entity, of subject: String, at position: SourcePosition
  ) -> FoundOwner {
    switch found.key.kind {
    case "group": return FoundOwner(group: found.key)
    case "user":
      result.report(.ownerIsAPerson, on: subject, at: position)
    default:
      let owner = ownerName(of: found)
      result.report(
        .ownerIsNoTeam(kind: found.kind, name: found.name, ownedBy: owner), on: subject,
        at: position)
    }
    return FoundOwner()
  }

  /// An owner that is no entity of the sources: a team of the model, somebody or something of the
  /// same name, or nothing at all.
  private mutating func dangling(
    _ reference: EntityReference, _ key: EntityKey, of subject: String, at position: SourcePosition
  ) -> FoundOwner {
    guard key.kind == "group" else {
      if key.kind == "user" {
        result.report(.ownerIsAPerson, on: subject, at: position)
      } else {
        result.report(
          .danglingReference(kind: key.kind, name: reference.name, nearest: nil), on: subject,
          at: position)
      }
      return FoundOwner()
    }
    let groups = entities(of: "group")
    // A group of the name in another namespace, or of a name that no id may have, may be the team of that
    // name, which is not this owner's.
    let isOther = groups.contains {
      IDGiver.cleaned($0.name).lowercased() == reference.name.lowercased()
    }
    if !isOther, let team = model.team(reference.name) { return FoundOwner(team: known(team)) }
    // Groups often come from a directory and not from files; then owners are all that tells of them.
    if groups.isEmpty, !reference.name.contains("{{") {
      if let same = namesake(of: key) { return owner(same, of: subject, at: position) }
      return FoundOwner(team: named(reference))
    }
    if reference.kind == nil, let same = namesake(of: key) {
      return owner(same, of: subject, at: position)
    }
    let named = groups.first { $0.title?.lowercased() == reference.name.lowercased() }?.name
    let nearest = named ?? Nearest.name(to: reference.name, among: groups.map(\.name))
    result.report(.ownerUnknown(reference.name, nearest: nearest), on: subject, at: position)
    return FoundOwner()
  }

  /// Something else of the name: a person, a domain or a system.
  private func namesake(of key: EntityKey) -> Entity? {
    ["user", "domain", "system"].lazy.compactMap {
      byKey[EntityKey(kind: $0, namespace: key.namespace, name: key.name)]
    }.first
  }

  /// The team of a name that the model or the map has.
  private mutating func known(_ team: String) -> String {
    if model.team(team) == nil {
      namedTeams[team.lowercased()] = namedTeams[team.lowercased()] ?? team
    }
    return model.team(team) ?? namedTeams[team.lowercased()] ?? team
  }

  private mutating func named(_ reference: EntityReference) -> String {
    let name = "\(reference.namespace ?? "")/\(reference.name)".lowercased()
    if let id = namedTeams[name] { return id }
    let id = ids.id(for: reference.name, namespace: reference.namespace)
    namedTeams[name] = id
    return id
  }

  private func systemOwner(of entity: Entity) -> String? {
    guard let text = entity.text("system"),
      let key = EntityReference(text)?.key(kind: "system", in: entity.namespace),
      let system = byKey[key]
    else { return nil }
    return ownerName(of: system)
  }

  /// The group that owns an entity, for hints.
  private func ownerName(of entity: Entity) -> String? {
    guard let text = entity.text("owner"),
      let key = EntityReference(text)?.key(kind: "group", in: entity.namespace),
      key.kind == "group"
    else { return nil }
    return byKey[key]?.name
  }

  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !text.contains(" ")
  }

  /// Reports systems, domains, APIs and resources whose owner is no team; nothing else depends on it.
  mutating func auditGroupings() {
    for entity in entities
    where ["system", "domain", "api", "resource"].contains(entity.key.kind)
      && serviceIDs[entity.key] == nil
    {
      let before = namedTeams
      _ = owner(of: entity)
      namedTeams = before
    }
  }
}
