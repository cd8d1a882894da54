package import Organization
package import Simulation

/// How much of one piece of planned work gets done within contract hours.
package struct PlannedWorkDone: Hashable, Sendable {
  /// Index into ``Organization/work``.
  package var work: Int
  /// Hours that fall into the plan.
  package var hours = 0.0
  package var done = 0.0

  /// Share of the hours that gets done; 1 where there are none.
  package var share: Double { hours > 0 ? done / hours : 1 }

  /// All planned work; teams treat what they have planned alike.
  ///
  /// - Complexity: O(work × teams × months).
  package static func all(_ organization: Organization, in trajectory: Trajectory)
    -> [PlannedWorkDone]
  {
    organization.work.enumerated().map { index, work in
      var result = PlannedWorkDone(work: index)
      for team in work.teams {
        let beside = organization.work.filter { $0.teams.contains(team) }
        for month in 0..<trajectory.months {
          let date = organization.start + month
          let planned = beside.reduce(0) { $0 + $1.hoursPerTeam(in: date) }
          guard planned > 0 else { continue }
          let asked = work.hoursPerTeam(in: date)
          result.hours += asked
          result.done += asked * trajectory[team: team, month: month].plannedHours / planned
        }
      }
      return result
    }
  }
}
