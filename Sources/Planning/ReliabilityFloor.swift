import Organization
package import Simulation

/// Quarters in which a team does less reliability work than its most important service asks for.
package struct ReliabilityFloor: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  package var team: Int
  /// The most important tier that the team owns.
  package var tier: Int
  /// Least share of the hours done.
  package var share: Double
  /// The quarters below it.
  package var below: [WorkBalance]

  /// Teams that own a service, in order, with their floors.
  package static func all(_ model: StaffingModel, expected: Trajectory) -> [ReliabilityFloor] {
    let floors = model.organization.assumptions.reliabilityFloors
    return model.teams.indices.compactMap { team in
      let tiers = model.teams[team].services.map { model.organization.services[$0].tier }
      guard let tier = tiers.min() else { return nil }
      let share = floors[tier]
      let quarters = WorkBalance.quarters(of: [team], in: expected)
      return ReliabilityFloor(
        team: team, tier: tier, share: share,
        below: quarters.filter { $0.hours > 0 && $0.reliabilityShare < share })
    }
  }
}
