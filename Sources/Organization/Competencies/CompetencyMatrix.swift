/// Who holds what, team by team, and what is missing.
package struct CompetencyMatrix: Sendable {
  /// How well a team holds a competency.
  package enum State: String, Sendable {
    case covered
    /// One person holds it.
    case risk
    /// It is needed, and nobody holds it.
    case gap
    /// Held, but none of the team's services needs it.
    case spare
  }

  /// A team and a competency that it needs or names.
  package struct Cell: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    /// Index into ``Organization/competencies``.
    package var competency: Int
    /// People who hold it, seats of partners that bring it among them.
    package var depth: Int
    /// Indices of the team's services that need it.
    package var services: [Int]
    /// The lowest tier among them.
    package var tier: Int

    package var state: State {
      guard !services.isEmpty else { return .spare }
      return depth >= CompetencyHoldings.enough ? .covered : depth > 0 ? .risk : .gap
    }
  }

  /// By team, in the order of the model, then the most needed first; spare ones last.
  ///
  /// Teams that say nothing about competencies are left out.
  package let cells: [Cell]

  package init(_ organization: Organization) {
    cells = CompetencyHoldings.today(in: organization).enumerated().flatMap { team, holdings in
      holdings.map {
        Self.cells(ofTeam: team, $0, held: organization.teams[team].competencies ?? [:])
      } ?? []
    }
  }

  private static func cells(
    ofTeam team: Int, _ holdings: CompetencyHoldings, held: [Int: Int]
  ) -> [Cell] {
    let needed = zip(holdings.needs, holdings.depths).map { need, depth in
      Cell(
        team: team, competency: need.competency, depth: depth, services: need.services,
        tier: need.tier)
    }
    let known = Set(needed.map(\.competency))
    let spare = held.filter { $0.value > 0 && !known.contains($0.key) }.sorted { $0.key < $1.key }
    return needed
      + spare.map { Cell(team: team, competency: $0, depth: $1, services: [], tier: .max) }
  }
}
