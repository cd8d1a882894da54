extension ModelBuilder {
  /// The catalogue with what the model adds to it, by index.
  mutating func buildCompetencies() -> [String] {
    var ids = Competency.ids
    var known = Set(ids)
    for item in root["competencies"]?.items ?? [] {
      guard let id = item.text else { continue }
      guard Identifier.isValid(id) else {
        report(.badID(id), at: item.position)
        continue
      }
      if known.insert(id).inserted {
        ids.append(id)
      } else {
        report(.duplicateKey(id), at: item.position, severity: .warning)
      }
    }
    competencies = NameIndex(ids, kind: "competency")
    return ids
  }

  /// The places of a list of names in the catalogue, each once, in the order of the catalogue.
  mutating func competencies(named list: Checked) -> [Int] {
    let places = list.items.compactMap { item in
      item.text.flatMap { resolve($0, in: competencies, at: item.position) }
    }
    return Set(places).sorted()
  }

  /// How many of a team's people hold each competency; `nil` where it says nothing.
  mutating func depths(of team: Checked.Entry, people: Int) -> [Int: Int]? {
    guard let named = team.value["competencies"] else { return nil }
    var depths: [Int: Int] = [:]
    for entry in named.entries {
      let place = resolve(entry.id, in: competencies, at: entry.position)
      guard let place, let depth = entry.value.exact else { continue }
      if Int(depth) > people {
        report(
          .outOfRange(
            value: Printable.number(depth), allowed: "at most the team's people, \(people)"),
          at: entry.value.position)
      }
      depths[place] = Int(depth)
    }
    return depths
  }
}
