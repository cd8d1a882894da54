import Organization

/// Which competencies count in which team, worked out once for an organisation.
///
/// Only teams that say what their people know are in it, so that all others cost nothing.
struct CompetencyModel: Sendable {
  /// By team; `nil` where it names no competencies.
  let teams: [TeamCompetencies?]
  /// Whether no team names any.
  let isEmpty: Bool
  /// Pairs of a service and an owner.
  let places: Int

  init(_ organization: Organization, ownership: Ownership, services: [[Int]]) {
    teams = organization.competencyNeeds().enumerated().map { team, needs in
      TeamCompetencies(
        team, needing: needs, in: organization, ownership: ownership, services: services[team])
    }
    isEmpty = teams.allSatisfy { $0 == nil }
    places = organization.services.indices.reduce(0) { $0 + ownership.places(of: $1).count }
  }
}

/// What the services of one team need and its people hold today.
///
/// A class, immutable, for the reason that ``StaffingModel`` is one.
final class TeamCompetencies: Sendable {
  /// A service that the team owns.
  struct Service: Sendable {
    /// Where the pair of it and the team stands in ``Ownership``.
    let place: Int
    /// Where what it needs stands in ``TeamCompetencies/needs``.
    let needs: Range<Int>
  }

  /// People who hold what is needed today, the most needed first.
  let depths: [Double]
  /// Employees today.
  let people: Double
  let services: [Service]
  /// What services need, one after another, as indices into ``depths``.
  let needs: [Int]
  /// By partner: for each of ``depths``, whether its people bring it; `nil` brings anything.
  let brings: [[Bool]?]

  init?(
    _ team: Int, needing needs: [CompetencyNeed], in organization: Organization,
    ownership: Ownership, services: [Int]
  ) {
    guard let held = organization.teams[team].competencies else { return nil }
    depths = needs.map { Double(held[$0.competency] ?? 0) }
    people = Double(organization.teams[team].members.count)
    let ranks = Dictionary(uniqueKeysWithValues: needs.enumerated().map { ($1.competency, $0) })
    var all = [Int]()
    self.services = Set(services).sorted().flatMap { service in
      let first = all.count
      all += organization.services[service].neededCompetencies.compactMap { ranks[$0] }
      return ownership.places(of: service).filter { ownership.team(at: $0) == team }
        .map { Service(place: $0, needs: first..<all.count) }
    }
    self.needs = all
    brings = organization.partners.map { partner in
      partner.competencies.isEmpty
        ? nil : needs.map { partner.competencies.contains($0.competency) }
    }
  }
}
