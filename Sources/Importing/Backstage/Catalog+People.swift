import Organization

extension Catalog {
  /// How many people each group has, everybody counted once.
  ///
  /// Membership is told by groups, by users or by both. Whoever is in a group and in one above it
  /// counts in the lower one; whoever is then still in several counts in the one that owns something,
  /// or else in the first by name.
  mutating func people() -> [EntityKey: Int] {
    let members = membership()
    let above = groupsAbove()
    var counts: [EntityKey: Int] = [:]
    for user in members.keys.sorted() {
      let groups = members[user] ?? []
      let lowest = groups.filter { group in
        !groups.contains { $0 != group && (above[$0] ?? []).contains(group) }
      }.sorted()
      guard let home = lowest.first(where: owningGroups.contains) ?? lowest.first else { continue }
      counts[home, default: 0] += 1
      if lowest.count > 1, let place = byKey[user]?.position ?? byKey[home]?.position {
        result.report(
          .severalTeams(counted: byKey[home]?.name ?? home.name, of: lowest.count),
          on: byKey[home]?.name ?? home.name, at: place)
      }
    }
    return counts
  }

  /// The groups of each user, from both sides.
  private mutating func membership() -> [EntityKey: Set<EntityKey>] {
    var members: [EntityKey: Set<EntityKey>] = [:]
    for group in entities(of: "group") {
      var unknown = 0
      for (text, position) in group.texts("members") {
        guard let key = EntityReference(text)?.key(kind: "user", in: group.namespace) else {
          result.report(.badReference(""), on: group.name, at: position)
          continue
        }
        if byKey[key] == nil { unknown += 1 }
        members[key, default: []].insert(group.key)
      }
      if unknown > 0 {
        result.report(.unknownMembers(unknown), on: group.name, at: group.place(of: "members"))
      }
    }
    for user in entities(of: "user") {
      for (text, position) in user.texts("memberOf") {
        guard let key = resolve(text, kind: "group", of: user, subject: "", at: position) else {
          continue
        }
        members[user.key, default: []].insert(key)
      }
    }
    return members
  }

  /// All groups above each; groups in a circle are above none of each other.
  private mutating func groupsAbove() -> [EntityKey: Set<EntityKey>] {
    let parents = parents()
    var above: [EntityKey: Set<EntityKey>] = [:]
    var circles: Set<[EntityKey]> = []
    for start in parents.keys.sorted() {
      var seen: [EntityKey] = [start]
      var next = parents[start]
      while let group = next, !seen.contains(group) {
        seen.append(group)
        next = parents[group]
      }
      if let again = next, let first = seen.firstIndex(of: again) {
        circles.insert(seen[first...].sorted())
      }
      above[start] = Set(seen.dropFirst())
    }
    for circle in circles.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for group in circle { above[group]?.subtract(circle) }
      let names = circle.map { byKey[$0]?.name ?? $0.name }
      result.report(
        .groupCircle(names), on: names[0], at: circle.first.flatMap { byKey[$0]?.position })
    }
    return above
  }

  /// The group directly above each, from both sides.
  private mutating func parents() -> [EntityKey: EntityKey] {
    var found: [EntityKey: [EntityKey]] = [:]
    func note(_ parent: EntityKey, above child: EntityKey) {
      if !(found[child] ?? []).contains(parent) { found[child, default: []].append(parent) }
    }
    let groups = entities(of: "group")
    for group in groups {
      for (text, position) in group.texts("parent") {
        guard
          let key = resolve(text, kind: "group", of: group, subject: group.name, at: position)
        else { continue }
        note(key, above: group.key)
      }
    }
    for group in groups {
      for (text, position) in group.texts("children") {
        guard
          let key = resolve(text, kind: "group", of: group, subject: group.name, at: position)
        else { continue }
        note(group.key, above: key)
      }
    }
    for child in found.keys.sorted() {
      guard let all = found[child], all.count > 1, let entity = byKey[child] else { continue }
      result.report(
        .severalParents(all.map { byKey[$0]?.name ?? $0.name }), on: entity.name,
        at: entity.place(of: "parent"))
    }
    return found.compactMapValues(\.first)
  }
}
