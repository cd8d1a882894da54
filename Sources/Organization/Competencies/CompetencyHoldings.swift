/// What a team's services need and how many people there hold each of it.
///
/// Of a team's own people the model says who holds what. A seat of a partner brings one thing: of
/// what its partner is good at, that which fewest in the team hold, the most needed first.
package struct CompetencyHoldings: Sendable {
  /// The most needed first.
  package let needs: [CompetencyNeed]
  /// People who hold each of ``needs``.
  package private(set) var depths: [Int]

  /// From so many on, one of them may be away.
  package static let enough = 2

  /// What each team holds today; `nil` where it says nothing and is taken to hold what it needs.
  package static func today(in organization: Organization) -> [CompetencyHoldings?] {
    organization.competencyNeeds().enumerated().map { team, needs in
      organization.teams[team].competencies.map {
        CompetencyHoldings($0, ofTeam: team, needing: needs, in: organization)
      }
    }
  }

  private init(
    _ held: [Int: Int], ofTeam team: Int, needing needs: [CompetencyNeed],
    in organization: Organization
  ) {
    self.needs = needs
    depths = needs.map { held[$0.competency] ?? 0 }
    for partner in organization.partners where !partner.competencies.isEmpty {
      for seats in partner.engaged where seats.team == team {
        for _ in 0..<seats.count where add(partner) == nil { break }
      }
    }
  }

  /// Adds one more person, and tells what that person is to bring.
  ///
  /// - Parameter partner: who sends the person; `nil` is a hire. Partners that name nothing, and the
  ///   market, have people for everything.
  /// - Returns: an index into ``Organization/competencies``; `nil` where nothing is short that the
  ///   person could bring.
  package mutating func add(_ partner: Partner? = nil) -> Int? {
    let brings = partner?.competencies ?? []
    let short = needs.indices.filter {
      depths[$0] < Self.enough && (brings.isEmpty || brings.contains(needs[$0].competency))
    }
    guard let place = short.min(by: { (depths[$0], $0) < (depths[$1], $1) }) else { return nil }
    depths[place] += 1
    return needs[place].competency
  }
}
