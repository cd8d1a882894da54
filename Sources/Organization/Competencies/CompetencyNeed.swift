/// A competency that the services of a team need.
package struct CompetencyNeed: Hashable, Sendable {
  /// Index into ``Organization/competencies``.
  package var competency: Int
  /// Indices of the team's services that need it, in the order of the model.
  package var services: [Int]
  /// The lowest tier among them: 1 is the business.
  package var tier: Int
}

extension Organization {
  /// Whether any team says what its people know; without that competencies count for nothing.
  package var namesCompetencies: Bool { teams.contains { $0.competencies != nil } }

  /// What the services of a team need, the most needed first.
  ///
  /// More needed is what the more important service needs, then what more services need, then what
  /// comes first in the catalogue.
  /// - Complexity: O(services × needs).
  package func competencyNeeds(ofTeam team: Int) -> [CompetencyNeed] {
    var needs = competencies.indices.map {
      CompetencyNeed(competency: $0, services: [], tier: .max)
    }
    for (index, service) in services.enumerated() where service.owningTeams.contains(team) {
      for competency in service.neededCompetencies {
        needs[competency].services.append(index)
        needs[competency].tier = min(needs[competency].tier, service.tier)
      }
    }
    return needs.filter { !$0.services.isEmpty }.sorted {
      ($0.tier, -$0.services.count, $0.competency) < ($1.tier, -$1.services.count, $1.competency)
    }
  }
}
