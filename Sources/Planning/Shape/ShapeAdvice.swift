package import Organization
import Simulation

/// Which other cuts into teams are worth trying, by published thresholds.
///
/// Nothing is simulated here; ``ShapeTrial`` tells whether a change is any good.
package struct ShapeAdvice: Sendable {
  /// The organisation with every roadmap fixed to what is asked today, so that a team that can do less
  /// is not asked for less.
  package let organization: Organization
  package private(set) var proposals: [ShapeProposal] = []
  /// What was thought of and not tried, and why.
  package private(set) var notes: [String] = []
  let model: StaffingModel
  let facts: OwnershipFacts

  /// Splits and merges that are tried, about, as each takes as long as a simulation.
  private static let most = 12

  package init(_ organization: Organization) {
    self.organization = StaffingModel(organization).organizationWithRoadmapsOfToday
    model = StaffingModel(self.organization)
    facts = OwnershipFacts(self.organization)
    proposals += splits()
    proposals += merges()
    proposals += [TeamKind.platform, .reliability].flatMap { founding($0) }
  }

  private mutating func note(further count: Int, _ one: String, _ many: String) {
    if count > 0 { notes.append("\(count) further \(count == 1 ? one : many)") }
  }

  var assumptions: Assumptions { organization.assumptions }

  func name(_ team: Int) -> String { organization.teams[team].id }

  /// Employees and seats that work today.
  func people(in team: Int) -> Int {
    organization.teams[team].members.count + facts.partnerSeats(inTeam: team)
  }

  private func reason(_ words: String, _ id: AssumptionID) -> ShapeReason {
    ShapeReason(words: words, citation: facts.citation(id))
  }

  // MARK: Splits

  private mutating func splits() -> [ShapeProposal] {
    let weights = model.hoursOfEachOwner
    var found = [ShapeProposal]()
    var further = 0
    for team in organization.teams.indices {
      let domains = model.complexDomains(of: team)
      let reasons = reasonsToSplit(team, domains: domains)
      guard !reasons.isEmpty else { continue }
      guard found.count < Self.most else {
        further += 1
        continue
      }
      let least = Int(assumptions[.auditTeamMin].rounded())
      guard people(in: team) >= 2 * least else {
        notes.append(
          "split \(name(team)) (\(reasons[0].words)): \(people(in: team)) people are too few for two "
            + "teams of at least \(least)")
        continue
      }
      guard var proposal = organization.split(team, weights: weights, complex: domains) else {
        notes.append(
          "split \(name(team)) (\(reasons[0].words)): it has no two services to deal out")
        continue
      }
      proposal.reasons = reasons
      found.append(proposal)
    }
    note(further: further, "team to split", "teams to split")
    return found
  }

  private func reasonsToSplit(_ team: Int, domains: [[Int]]) -> [ShapeReason] {
    var reasons = [ShapeReason]()
    let people = people(in: team)
    if Double(people) > assumptions[.auditTeamMax] {
      reasons.append(reason("\(people) people", .auditTeamMax))
    }
    if Double(domains.count) > assumptions[.shapeComplexDomains] {
      reasons.append(reason("\(domains.count) complex domains", .shapeComplexDomains))
    }
    let services = people > 0 ? facts.weightedServices(ofTeam: team) / Double(people) : 0
    if services > assumptions[.auditServicesPerEngineer] {
      let tenths = (services * 10).rounded() / 10
      reasons.append(reason("\(tenths) services a person", .auditServicesPerEngineer))
    }
    let (layers, ready) = rota(of: team)
    if layers > 0, Double(13 * layers) / Double(max(1, ready)) < assumptions[.shapeShiftsPerQuarter]
    {
      reasons.append(reason("\(ready) people in one rota", .shapeShiftsPerQuarter))
    }
    return reasons
  }

  /// People on call at once, and those who take turns.
  private func rota(of team: Int) -> (layers: Int, people: Int) {
    let ready =
      organization.teams[team].members.reduce(0) { $0 + ($1.takesPager ? 1 : 0) }
      + facts.partnerSeats(inTeam: team, onlyWithPager: true)
    return (organization.teams[team].rota?.layers ?? 0, ready)
  }

  // MARK: Merges

  private mutating func merges() -> [ShapeProposal] {
    guard organization.teams.count > 1 else { return [] }
    let links = TeamDependencies(organization)
    var seen = Set<Set<Int>>()
    var found = [ShapeProposal]()
    var further = 0
    for team in organization.teams.indices {
      let reasons = reasonsToMerge(team)
      guard !reasons.isEmpty else { continue }
      guard found.count < Self.most else {
        further += 1
        continue
      }
      let fitting = organization.teams.indices.filter { other in
        other != team && people(in: other) > 0
          && Double(people(in: team) + people(in: other)) <= assumptions[.shapeMostPeople]
          && (organization.teams[team].help == nil || organization.teams[other].help == nil)
      }
      guard !fitting.isEmpty else {
        notes.append(
          "merge \(name(team)) (\(reasons[0].words)): no other team is small enough for at most "
            + "\(Int(assumptions[.shapeMostPeople])) people together")
        continue
      }
      let ordered = fitting.sorted {
        (-links.links(team, $0), people(in: $0), $0) < (-links.links(team, $1), people(in: $1), $1)
      }
      for other in ordered.prefix(2) where seen.insert([team, other]).inserted {
        var proposal = organization.merged(min(team, other), max(team, other))
        proposal.reasons = reasons.map { reason in
          ShapeReason(words: "\(name(team)): \(reason.words)", citation: reason.citation)
        }
        found.append(proposal)
      }
    }
    note(further: further, "team to merge", "teams to merge")
    return found
  }

  private func reasonsToMerge(_ team: Int) -> [ShapeReason] {
    var reasons = [ShapeReason]()
    let people = people(in: team)
    guard people > 0 else { return [] }
    if Double(people) < assumptions[.auditTeamMin] {
      reasons.append(reason(people == 1 ? "1 person" : "\(people) people", .auditTeamMin))
    }
    let (layers, ready) = rota(of: team)
    let share = ready > 0 ? min(1, Double(layers) / Double(ready)) : layers > 0 ? 1 : 0
    if share > assumptions[.oncallMaxTimeShare] + 1e-9 {
      reasons.append(
        reason("each on call \(Int((share * 100).rounded())) % of the time", .oncallMaxTimeShare))
    }
    return reasons
  }

  // MARK: New teams

  private mutating func founding(_ kind: TeamKind) -> [ShapeProposal] {
    if let team = organization.teams.first(where: { $0.kind == kind }) {
      notes.append("\(kind.rawValue) team: \(team.id) is one")
      return []
    }
    guard Set(organization.services.flatMap(\.owningTeams)).count > 1 else {
      notes.append("\(kind.rawValue) team: only one team would be served")
      return []
    }
    let size = max(1, Int(assumptions[.auditTeamMin].rounded()))
    let id: AssumptionID =
      kind == .platform ? .shapePlatformLowersToil : .shapeReliabilityLowersPages
    let words = "no team takes \(kind == .platform ? "toil" : "pages") off others"
    let citation =
      assumptions.row(id).isOverridden
      ? "\(id.rawValue), set in the model" : "\(id.rawValue) is a guess"
    let reasons = [ShapeReason(words: words, citation: citation)]
    var found = [ShapeProposal]()
    let givers = givers(size, for: kind)
    if givers.count == size {
      found.append(organization.founding(kind, from: givers))
    } else {
      notes.append(
        "\(kind.rawValue) team from within: the teams can spare \(givers.count) of the \(size) people "
          + "it takes, if each keeps \(size) and as many seniors as the policy asks for")
    }
    if let most = organization.policy.maxNewSeats, most < size {
      notes.append(
        "\(kind.rawValue) team of new seats: the policy allows \(most), it takes \(size)")
    } else if let mid = level(.mid), let senior = level(.senior) {
      let seats = [senior] + [Int](repeating: mid, count: size - 1)
      found.append(organization.founding(kind, hiring: seats))
    }
    for index in found.indices { found[index].reasons = reasons }
    return found
  }

  private func level(_ standing: Standing) -> Int? {
    organization.levels.firstIndex { $0.standing >= standing } ?? organization.levels.indices.last
  }

  /// Whom a new team is made of: one senior and people of mid level, each from the team that has most
  /// of the work to be lowered for each person who is left, and can spare somebody.
  private func givers(_ size: Int, for kind: TeamKind) -> [(team: Int, level: Int)] {
    var left = organization.teams.map(\.members)
    let loads = organization.teams.indices.map { team in
      model.services.reduce(0.0) { sum, service in
        guard service.owners.contains(team) else { return sum }
        let load = kind == .platform ? service.toilHours : service.pagesPerMonth
        return sum + load / Double(service.owners.count)
      }
    }
    let least = max(1, Int(assumptions[.auditTeamMin].rounded()))
    var givers = [(team: Int, level: Int)]()
    for turn in 0..<size {
      let wanted: [Standing] = turn == 0 ? [.senior, .mid] : [.mid, .senior]
      let ready = left.indices.filter { left[$0].count > least && loads[$0] > 0 }
        .sorted {
          let (a, b) = (loads[$0] / Double(left[$0].count), loads[$1] / Double(left[$1].count))
          return a != b ? a > b : $0 < $1
        }
      let found = wanted.lazy.compactMap { standing in
        ready.lazy.compactMap { team in
          spare(standing, of: left[team]).map { (team: team, level: $0) }
        }.first
      }.first
      guard let found else { break }
      if let place = left[found.team].lastIndex(where: { $0.level == found.level }) {
        left[found.team].remove(at: place)
      }
      givers.append(found)
    }
    return givers
  }

  /// The level of somebody of a standing whom a team can spare: of its seniors it keeps two, or what
  /// the policy asks for if that is more.
  private func spare(_ standing: Standing, of members: [Member]) -> Int? {
    if standing == .senior {
      let seniors = members.filter { organization.levels[$0.level].standing >= .senior }
      guard seniors.count > max(2, organization.policy.minimumSeniors) else { return nil }
    }
    return members.last { organization.levels[$0.level].standing == standing }?.level
  }
}
