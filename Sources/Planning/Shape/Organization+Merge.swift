import Organization
import Simulation

extension Organization {
  /// The same people, services and seats with `second` in `first`.
  ///
  /// The rota has the layers of the wider and the sites of both; levers of retention are those of the
  /// larger team. What a team holds that does not say so counts as covered.
  ///
  /// - Precondition: `first` stands before `second`.
  func merged(_ first: Int, _ second: Int) -> ShapeProposal {
    var result = self
    let (a, b) = (teams[first], teams[second])
    var rota = a.rota ?? b.rota
    if let mine = a.rota, let others = b.rota {
      rota?.layers = max(mine.layers, others.layers)
      rota?.shiftHours = min(mine.shiftHours, others.shiftHours)
      rota?.sites = mine.sites + others.sites.filter { !mine.sites.contains($0) }
      rota?.hasEscalation = mine.hasEscalation || others.hasEscalation
    }
    func moved(_ member: Member, from team: Team) -> Member {
      var member = member
      let site = team.rota.flatMap {
        $0.sites.indices.contains(member.site) ? $0.sites[member.site] : nil
      }
      member.site = site.flatMap { rota?.sites.firstIndex(of: $0) } ?? 0
      return member
    }
    result.teams[first].rota = rota
    result.teams[first].members =
      a.members.map { moved($0, from: a) } + b.members.map { moved($0, from: b) }
    let isLarger = b.members.count > a.members.count
    if isLarger { result.teams[first].retention = b.retention }
    // What a helper lowers may follow from its kind.
    result.teams[first].help = a.help ?? b.help
    result.teams[first].kind =
      a.help != nil ? a.kind : b.help != nil || isLarger ? b.kind : a.kind
    if let mine = a.roadmapHoursPerMonth, let others = b.roadmapHoursPerMonth {
      result.teams[first].roadmapHoursPerMonth = ThreePoint(
        low: mine.low + others.low, likely: mine.likely + others.likely,
        high: mine.high + others.high)
    }
    result.teams[first].competencies = together(first, second)
    result.renameTeams { $0 == second ? first : $0 > second ? $0 - 1 : $0 }
    result.teams.remove(at: second)
    var origins = teams.indices.map { [$0: teams[$0].members.count] }
    origins[first][second] = b.members.count
    origins.remove(at: second)
    result.countAddedDependencies(since: self, origins: origins)
    return ShapeProposal(
      change: .merge(first, second), reasons: [], organization: result, staffing: .asIs,
      teams: [first], given: [:])
  }

  /// How many hold what in two teams together; `nil` where neither says.
  private func together(_ first: Int, _ second: Int) -> [Int: Int]? {
    guard teams[first].competencies != nil || teams[second].competencies != nil else { return nil }
    var sum = [Int: Int]()
    for team in [first, second] {
      for (competency, depth) in held(by: team) { sum[competency, default: 0] += depth }
    }
    return sum
  }

  /// What a team says that its people hold; one that says nothing covers what its services need.
  private func held(by team: Int) -> [Int: Int] {
    if let named = teams[team].competencies { return named }
    var held = [Int: Int]()
    for service in services where service.owningTeams.contains(team) {
      for competency in service.neededCompetencies {
        held[competency] = min(CompetencyHoldings.enough, teams[team].members.count)
      }
    }
    return held
  }

  /// Lets everything that names a team name another; what then is named twice is named once.
  mutating func renameTeams(_ name: (Int) -> Int) {
    for service in services.indices {
      var owners = [Owner]()
      for owner in services[service].owners {
        let renamed: Owner = if case .team(let team) = owner { .team(name(team)) } else { owner }
        if !owners.contains(renamed) { owners.append(renamed) }
      }
      services[service].owners = owners
    }
    for partner in partners.indices {
      for seats in partners[partner].engaged.indices {
        partners[partner].engaged[seats].team = name(partners[partner].engaged[seats].team)
      }
    }
    dealWork { [(team: name($0), part: 1)] }
    for team in teams.indices {
      guard let help = teams[team].help else { continue }
      var served = [Int]()
      for other in help.teams.map(name) where other != name(team) && !served.contains(other) {
        served.append(other)
      }
      teams[team].help?.teams = served
    }
  }
}
