import LinearProgramming
import Organization
import Simulation

extension Organization {
  /// The same people, services and seats with a team in two, each with a rota of its own.
  ///
  /// Services that depend on each other stay together where they can; people of each level, those who
  /// hold a competency, seats of partners and the roadmap go where the work goes.
  /// - Returns: `nil` where there are not two services and two people to deal out.
  func split(_ team: Int, weights: [Double], complex: [[Int]]) -> ShapeProposal? {
    let old = teams[team]
    guard let halves = halves(of: team, weights: weights, complex: complex), old.members.count > 1
    else { return nil }
    var result = self
    let other = teams.count
    let work = halves.map { half in half.reduce(0) { $0 + weights[$1] } }
    let share = work[0] + work[1] > 0 ? work[0] / (work[0] + work[1]) : 0.5
    let members = Self.dealt(old.members, share: share)
    for service in halves[1] {
      result.services[service].owners = services[service].owners.map {
        $0 == .team(team) ? .team(other) : $0
      }
    }
    let part = Double(members[0].count) / Double(old.members.count)
    var (first, second) = (old, old)
    second.id = freeTeamID(old.id)
    (first.members, second.members) = (members[0], members[1])
    if let roadmap = old.roadmapHoursPerMonth {
      first.roadmapHoursPerMonth = roadmap.scaled(by: part)
      second.roadmapHoursPerMonth = roadmap.scaled(by: 1 - part)
    }
    if let held = old.competencies {
      let dealt = dealt(held, halves: halves, people: members.map(\.count))
      (first.competencies, second.competencies) = (dealt[0], dealt[1])
    }
    first.help = self.part(part, ofHelp: old)
    second.help = self.part(1 - part, ofHelp: old)
    result.teams[team] = first
    result.teams.append(second)
    for helper in teams.indices where helper != team {
      if teams[helper].help?.teams.contains(team) == true {
        result.teams[helper].help?.teams.append(other)
      }
    }
    result.dealWork { owner in
      owner == team
        ? [(team: team, part: part), (team: other, part: 1 - part)] : [(team: owner, part: 1)]
    }
    for partner in partners.indices {
      result.partners[partner].engaged = partners[partner].engaged.flatMap { seats in
        guard seats.team == team else { return [seats] }
        let runs = halves.map { $0.contains { services[$0].runBy == partner } }
        let kept =
          runs[0] == runs[1]
          ? Int((Double(seats.count) * share).rounded()) : runs[0] ? seats.count : 0
        return [(team, kept), (other, seats.count - kept)].filter { $0.1 > 0 }.map {
          PartnerSeats(team: $0.0, level: seats.level, count: $0.1)
        }
      }
    }
    var origins = teams.indices.map { [$0: teams[$0].members.count] }
    origins.append([team: members[1].count])
    result.countAddedDependencies(since: self, origins: origins)
    return ShapeProposal(
      change: .split(team: team), reasons: [], organization: result, staffing: .asIs,
      teams: [team, other], given: [:])
  }

  /// A team's services in two, complex domains apart, the work as even as that allows.
  private func halves(of team: Int, weights: [Double], complex: [[Int]]) -> [[Int]]? {
    let owned = services.indices.filter { services[$0].owningTeams.contains(team) }
    guard owned.count > 1 else { return nil }
    var groups = clusters(of: owned)
    if groups.count < 2 { groups = owned.map { [$0] } }
    let hard = Set(complex.flatMap(\.self))
    func weight(_ group: [Int]) -> Double { group.reduce(0) { $0 + weights[$1] } }
    let ordered = groups.sorted { a, b in
      let (isHardA, isHardB) = (!hard.isDisjoint(with: a), !hard.isDisjoint(with: b))
      if isHardA != isHardB { return isHardA }
      let (x, y) = (weight(a), weight(b))
      return x != y ? x > y : a[0] < b[0]
    }
    var halves: [[Int]] = [[], []]
    var (sums, counts) = ([0.0, 0.0], [0, 0])
    for group in ordered {
      let isHard = !hard.isDisjoint(with: group)
      var place = sums[1] < sums[0] || (sums[1] == sums[0] && !halves[0].isEmpty) ? 1 : 0
      if isHard, counts[0] != counts[1] { place = counts[1] < counts[0] ? 1 : 0 }
      halves[place] += group
      sums[place] += weight(group)
      counts[place] += isHard ? 1 : 0
    }
    return halves.contains(where: \.isEmpty) ? nil : halves.map { $0.sorted() }
  }

  /// Services that depend on each other, directly or not, without leaving the list.
  func clusters(of owned: [Int]) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: owned.enumerated().map { ($1, $0) })
    var sets = DisjointSets(count: owned.count)
    for (place, service) in owned.enumerated() {
      for source in services[service].dependsOn {
        if let other = places[source] { sets.join(place, other) }
      }
    }
    return Dictionary(grouping: owned.indices) { sets.least(with: $0) }.sorted { $0.key < $1.key }
      .map { $0.value.map { owned[$0] } }
  }

  /// Deals people out so that both parts have their share of every level and site.
  static func dealt(_ members: [Member], share: Double) -> [[Member]] {
    let order = members.indices.sorted {
      (-members[$0].level, members[$0].site, $0) < (-members[$1].level, members[$1].site, $1)
    }
    let most = Double(members.count - 1) / Double(members.count)
    let share = clamp(share, 1 - most, most)
    var parts: [[Int]] = [[], []]
    for (turn, member) in order.enumerated() {
      let before = (Double(turn) * share + 0.5).rounded(.down)
      let after = (Double(turn + 1) * share + 0.5).rounded(.down)
      parts[after > before ? 0 : 1].append(member)
    }
    for part in [0, 1] where parts[part].isEmpty {
      parts[part].append(parts[1 - part].removeLast())
    }
    return parts.map { $0.sorted().map { members[$0] } }
  }

  /// Deals out who holds what, to where it is needed.
  private func dealt(_ held: [Int: Int], halves: [[Int]], people: [Int]) -> [[Int: Int]] {
    let needs = halves.map { Set($0.flatMap { services[$0].neededCompetencies }) }
    var parts: [[Int: Int]] = [[:], [:]]
    for (competency, depth) in held {
      let all = Double(people[0] + people[1])
      var wanted = Int((Double(depth) * Double(people[0]) / all).rounded())
      let isNeeded = needs.map { $0.contains(competency) }
      if isNeeded[0] != isNeeded[1] { wanted = isNeeded[0] ? depth : 0 }
      let kept = min(max(wanted, depth - people[1]), min(depth, people[0]))
      parts[0][competency] = kept
      parts[1][competency] = depth - kept
    }
    return parts
  }

  /// What a part of a team does of what all of it did for others: both parts together do as much.
  private func part(_ share: Double, ofHelp team: Team) -> TeamHelp? {
    guard var help = team.help else { return nil }
    func part(_ given: ThreePoint?, _ assumed: AssumptionID?) -> ThreePoint? {
      guard let whole = given ?? assumed.map({ assumptions.row($0).value }) else { return nil }
      func of(_ value: Double) -> Double { 1 - power(1 - clamp(value, 0, 0.95), share) }
      return ThreePoint(low: of(whole.low), likely: of(whole.likely), high: of(whole.high))
    }
    help.lowersToil = part(help.lowersToil, team.kind.lowersToil)
    help.lowersPages = part(help.lowersPages, team.kind.lowersPages)
    return help
  }
}
