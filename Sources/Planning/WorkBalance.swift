package import Simulation

/// What a plan's hours go to, quarter by quarter, and what that does to speed and stability.
///
/// Hours are those done within contract hours.
package struct WorkBalance: Hashable, Sendable {
  package var firstMonth: Int
  /// Roadmap work.
  package var features = 0.0
  /// Incidents, compliance and debt paid down.
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
    Quarters.all(of: trajectory.months).map { months in
      var balance = WorkBalance(firstMonth: months.lowerBound)
      var (stable, all, asked, missed) = (0, 0, 0.0, 0.0)
      for team in teams {
        for month in months {
          let cell = trajectory[team: team, month: month]
          balance.add(cell)
          let before = month > 0 ? trajectory[team: team, month: month - 1].debtHours : 0
          all += 1
          if isStable(cell, debtBefore: before) { stable += 1 }
        }
        let last = trajectory[team: team, month: months.upperBound - 1]
        asked += last.askedHours[.roadmap]
        missed += last.slipMonths * last.askedHours[.roadmap]
      }
      balance.slipMonths = asked > 0 ? missed / asked : 0
      balance.stability = all > 0 ? Double(stable) / Double(all) : 1
      return balance
    }
  }

  private mutating func add(_ cell: TeamMonth) {
    features += cell.doneHours[.roadmap]
    reliability +=
      cell.doneHours[.incidents] + cell.doneHours[.compliance] + cell.doneHours[.debt]
    scaling += cell.doneHours[.scaling]
    upkeep += cell.doneHours[.upkeep]
  }

  private static func isStable(_ cell: TeamMonth, debtBefore: Double) -> Bool {
    cell.askedHours[.scaling] - cell.doneHours[.scaling] <= tolerance
      && cell.debtHours - debtBefore <= tolerance
  }
}
