import Organization
import Simulation

extension Organization {
  /// The same organisation with a team of `givers`, one person each, that serves all who own services.
  ///
  /// Its people leave their rotas; those who hold a competency go in proportion.
  func founding(_ kind: TeamKind, from givers: [(team: Int, level: Int)]) -> ShapeProposal {
    var result = self
    var members = [Member]()
    var given = [Int: Int]()
    var competencies = [Int: Int]()
    for giver in givers {
      guard
        let place = result.teams[giver.team].members.lastIndex(where: { $0.level == giver.level })
      else { continue }
      var member = result.teams[giver.team].members.remove(at: place)
      member.site = 0
      members.append(member)
      given[giver.team, default: 0] += 1
    }
    for (team, count) in given {
      guard let held = teams[team].competencies else { continue }
      let people = teams[team].members.count
      for (competency, depth) in held {
        let kept = min(depth - depth * count / max(1, people), people - count)
        result.teams[team].competencies?[competency] = kept
        competencies[competency, default: 0] += depth - kept
      }
    }
    let worth = members.reduce(0) { $0 + levels[$1.level].productivity.mean }
    var proposal = result.adding(
      kind, members: members, competencies: competencies.isEmpty ? nil : competencies,
      worth: worth, since: self, isHired: false)
    proposal.given = given
    return proposal
  }

  /// The same organisation with a team of new seats, opened in the first month.
  func founding(_ kind: TeamKind, hiring seats: [Int]) -> ShapeProposal {
    let worth = seats.reduce(0) { $0 + levels[$1].productivity.mean }
    var proposal = adding(
      kind, members: [], competencies: nil, worth: worth, since: self, isHired: true)
    proposal.staffing = StaffingPlan(
      seats: seats.map { Seat(team: teams.count, level: $0, source: .inHouse, openMonth: 0) })
    return proposal
  }

  private func adding(
    _ kind: TeamKind, members: [Member], competencies: [Int: Int]?, worth: Double,
    since before: Organization, isHired: Bool
  ) -> ShapeProposal {
    var result = self
    let owning = Set(services.flatMap(\.owningTeams))
    result.teams.append(
      Team(
        id: freeTeamID(kind.rawValue), kind: kind, members: members,
        roadmapHoursPerMonth: ThreePoint(0), competencies: competencies,
        help: TeamHelp(teams: owning.sorted(), foundedWith: worth)))
    let origins = before.teams.indices.map { [$0: max(1, before.teams[$0].members.count)] } + [[:]]
    result.countAddedDependencies(since: before, origins: origins)
    return ShapeProposal(
      change: .found(kind, isHired: isHired), reasons: [], organization: result, staffing: .asIs,
      teams: [teams.count], given: [:])
  }
}
