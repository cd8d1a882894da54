package import Simulation

/// What a plan's hours go to, quarter by quarter, and what that does to speed and stability.
///
/// Hours are those done within contract hours.
package struct WorkBalance: Hashable, Sendable {
  package var firstMonth: Int
  /// Roadmap work.
  package var features = 0.0
  /// Incidents, compliance, debt paid down, and planned work such as load tests.
  package var reliability = 0.0
  package var scaling = 0.0
  /// Upkeep and toil.
  package var upkeep = 0.0
  /// Roadmap missed until the end of the quarter, in months of what is asked.
  package var slipMonths = 0.0
  /// Share of team-months that end with neither scaling left undone nor more debt than before.
  package var stability = 1.0

  package var hours: Double { features + reliability + scaling + upkeep }
  /// Share of the hours done that is reliability work; 0 where nothing is done.
  package var reliabilityShare: Double { hours > 0 ? reliability / hours : 0 }

  /// Less than this many hours is rounding, not work left undone.
  static let tolerance = 0.5

  /// The quarters of the given teams together.
  ///
  /// - Complexity: O(teams × months).
  package static func quarters(of teams: some Collection<Int>, in trajectory: Trajectory)
    -> [WorkBalance]
  {
    Quarters.all(of: trajectory.months).map { WorkBalance(of: teams, in: trajectory, months: $0) }
  }

  /// All teams and months together.
  package init(_ trajectory: Trajectory) {
    self.init(of: 0..<trajectory.teamCount, in: trajectory, months: 0..<trajectory.months)
  }

  private init(of teams: some Collection<Int>, in trajectory: Trajectory, months: Range<Int>) {
    firstMonth = months.lowerBound
    var (stable, all, asked, missed) = (0, 0, 0.0, 0.0)
    for team in teams {
      for month in months {
        let cell = trajectory[team: team, month: month]
        add(cell)
        let before = month > 0 ? trajectory[team: team, month: month - 1].debtHours : 0
        all += 1
        if Self.isStable(cell, debtBefore: before) { stable += 1 }
        guard month == months.upperBound - 1 else { continue }
        asked += cell.askedHours[.roadmap]
        missed += cell.slipMonths * cell.askedHours[.roadmap]
      }
    }
    slipMonths = asked > 0 ? missed / asked : 0
    stability = all > 0 ? Double(stable) / Double(all) : 1
  }

  private mutating func add(_ cell: TeamMonth) {
    features += cell.doneHours[.roadmap]
    reliability +=
      cell.doneHours[.incidents] + cell.doneHours[.compliance] + cell.doneHours[.debt]
      + cell.plannedHours
    scaling += cell.doneHours[.scaling]
    upkeep += cell.doneHours[.upkeep] - cell.plannedHours
  }

  private static func isStable(_ cell: TeamMonth, debtBefore: Double) -> Bool {
    cell.askedHours[.scaling] - cell.doneHours[.scaling] <= tolerance
      && cell.debtHours - debtBefore <= tolerance
  }
}
