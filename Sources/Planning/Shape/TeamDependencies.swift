import Organization

/// How many other teams each team has to talk to, because its services depend on theirs or because
/// they help it.
struct TeamDependencies {
  /// By team.
  let teams: [Set<Int>]
  private let kinds: [TeamKind]

  init(_ organization: Organization) {
    var teams = [Set<Int>](repeating: [], count: organization.teams.count)
    for service in organization.services {
      for source in service.dependsOn {
        for owner in service.owningTeams {
          teams[owner].formUnion(organization.services[source].owningTeams)
        }
      }
    }
    for (helper, team) in organization.teams.enumerated() {
      for served in team.help?.teams ?? [] { teams[served].insert(helper) }
    }
    for team in teams.indices { teams[team].remove(team) }
    self.teams = teams
    kinds = organization.teams.map(\.kind)
  }

  /// Dependencies of a team, platform teams apart.
  func count(of team: Int) -> AddedDependencies {
    let platforms = teams[team].reduce(0) { $0 + (kinds[$1] == .platform ? 1.0 : 0) }
    return AddedDependencies(teams: Double(teams[team].count) - platforms, platforms: platforms)
  }

  /// Dependencies between two teams, either way.
  func links(_ a: Int, _ b: Int) -> Int {
    (teams[a].contains(b) ? 1 : 0) + (teams[b].contains(a) ? 1 : 0)
  }
}

extension Organization {
  /// Counts for every team what it depends on more than those teams did that its people come from.
  ///
  /// - Parameters:
  ///   - before: the organisation as it is.
  ///   - origins: by team of this one, how many people come from which team of `before`; teams without
  ///     people from anywhere are new and owe nothing.
  mutating func countAddedDependencies(since before: Organization, origins: [[Int: Int]]) {
    let (old, new) = (TeamDependencies(before), TeamDependencies(self))
    for team in teams.indices {
      let people = origins[team].values.reduce(0, +)
      guard people > 0 else { continue }
      var added = new.count(of: team)
      for (origin, count) in origins[team].sorted(by: { $0.key < $1.key }) {
        let weight = Double(count) / Double(people)
        added.teams -= weight * old.count(of: origin).teams
        added.platforms -= weight * old.count(of: origin).platforms
      }
      teams[team].addedDependencies = added
    }
  }

  /// A name for a team that no other has.
  func freeTeamID(_ wanted: String) -> String {
    let known = Set(teams.map(\.id))
    guard known.contains(wanted) else { return wanted }
    for number in 2...(known.count + 2) where !known.contains("\(wanted)-\(number)") {
      return "\(wanted)-\(number)"
    }
    return wanted
  }
}
