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

  /// Counts who of each team has operated something as large as its services that ask for that.
  mutating func holdScale(_ teams: inout [Team], for services: [Service]) {
    for (index, entry) in (root["teams"]?.entries ?? []).enumerated() {
      guard let systems = entry.value["largest-systems"], teams.indices.contains(index) else {
        continue
      }
      let people = teams[index].members.count
      if teams[index].competencies == nil {
        report(
          .misplacedKey(
            "largest-systems", because: "it counts beside 'competencies', which are not named"),
          at: systems.position)
      } else if systems.items.count > people {
        report(
          .outOfRange(
            value: "\(systems.items.count) systems", allowed: "at most the team's people, \(people)"
          ),
          at: systems.position)
      }
      let largest = services.filter { $0.asksForScale && $0.owningTeams.contains(index) }
        .compactMap(\.peakRequests).max()
      teams[index].competencies?[Competency.scale.index] =
        systems.items.count { ($0.exact ?? 0) >= largest ?? 0 }
    }
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
