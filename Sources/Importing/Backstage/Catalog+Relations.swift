import Organization

extension Catalog {
  /// The entity that a reference means; reports one that leads nowhere.
  ///
  /// - Parameters:
  ///   - text: the reference as written.
  ///   - kind: the kind of references that name none; `nil` where they have to.
  ///   - entity: refers to it.
  ///   - subject: what the finding is about; empty for people, who are not named.
  ///   - position: of the reference.
  /// - Returns: `nil` where it leads nowhere.
  mutating func resolve(
    _ text: String, kind: String?, of entity: Entity, subject: String, at position: SourcePosition
  ) -> EntityKey? {
    guard let reference = EntityReference(text) else {
      result.report(.badReference(text), on: subject, at: position)
      return nil
    }
    if let key = reference.key(kind: kind, in: entity.namespace) {
      if byKey[key] != nil { return key }
      let names = entities(of: key.kind).map(\.name)
      result.report(
        .danglingReference(
          kind: reference.kind ?? kind ?? key.kind, name: reference.name,
          nearest: key.kind == "user" ? nil : Nearest.name(to: reference.name, among: names)),
        on: subject, at: position)
      return nil
    }
    result.report(.referenceWithoutKind(text), on: subject, at: position)
    let keys = ["component", "resource"].map {
      EntityKey(
        kind: $0, namespace: reference.namespace ?? entity.namespace, name: reference.name)
    }
    if let key = keys.first(where: { byKey[$0] != nil }) { return key }
    result.report(
      .danglingReference(kind: "component or resource", name: reference.name, nearest: nil),
      on: subject, at: position)
    return nil
  }

  /// What each entity needs directly: `dependsOn`, `dependencyOf` from the other side, and APIs,
  /// which need those that provide them.
  private mutating func needs() -> [EntityKey: [EntityKey]] {
    var needs: [EntityKey: [EntityKey]] = [:]
    for entity in entities where ["component", "resource"].contains(entity.key.kind) {
      let subject = serviceIDs[entity.key] ?? entity.name
      for (text, position) in entity.texts("dependsOn") {
        guard let key = resolve(text, kind: nil, of: entity, subject: subject, at: position) else {
          continue
        }
        needs[entity.key, default: []].append(key)
      }
      for (text, position) in entity.texts("dependencyOf") {
        guard let key = resolve(text, kind: nil, of: entity, subject: subject, at: position) else {
          continue
        }
        needs[key, default: []].append(entity.key)
      }
      for (text, position) in entity.texts("consumesApis") {
        guard let key = resolve(text, kind: "api", of: entity, subject: subject, at: position)
        else { continue }
        needs[entity.key, default: []].append(key)
      }
      for (text, position) in entity.texts("providesApis") {
        guard let key = resolve(text, kind: "api", of: entity, subject: subject, at: position)
        else { continue }
        needs[key, default: []].append(entity.key)
      }
    }
    return needs
  }

  /// Gives services those that they fail with, also through what is no service itself.
  mutating func addDependencies() {
    let needs = needs()
    for (index, entity) in taken.enumerated() {
      var found: [String] = []
      var seen: Set<EntityKey> = [entity.key]
      var open = needs[entity.key] ?? []
      while let next = open.popLast() {
        guard seen.insert(next).inserted else { continue }
        if let id = serviceIDs[next] {
          found.append(id)
        } else {
          open += needs[next] ?? []
        }
      }
      result.services[index].dependsOn = found.sorted()
    }
  }
}
