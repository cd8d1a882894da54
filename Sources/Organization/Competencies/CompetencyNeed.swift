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

  /// What the services of each team need, by team, the most needed first; nothing for teams that do
  /// not say what their people know.
  ///
  /// More needed is what the more important service needs, then what more services need, then what
  /// comes first in the catalogue.
  /// - Complexity: O(teams + services × needs).
  package func competencyNeeds() -> [[CompetencyNeed]] {
    guard namesCompetencies else { return teams.map { _ in [] } }
    var owned = [[Int]](repeating: [], count: teams.count)
    for (index, service) in services.enumerated() {
      for team in Set(service.owningTeams) where teams[team].competencies != nil {
        owned[team].append(index)
      }
    }
    return owned.map(needs)
  }

  /// What services need, by their indices, the most needed first.
  package func needs(of indices: [Int]) -> [CompetencyNeed] {
    var needs = [Int: CompetencyNeed]()
    for index in indices {
      let service = services[index]
      for competency in service.neededCompetencies {
        var need =
          needs[competency]
          ?? CompetencyNeed(competency: competency, services: [], tier: service.tier)
        need.services.append(index)
        need.tier = min(need.tier, service.tier)
        needs[competency] = need
      }
    }
    return needs.values.sorted {
      ($0.tier, -$0.services.count, $0.competency) < ($1.tier, -$1.services.count, $1.competency)
    }
  }
}
