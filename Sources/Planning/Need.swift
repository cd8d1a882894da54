import Organization
import Simulation

/// Why a team needs one more person, and from when.
struct Need {
  var team: Int
  var limit: Limit
  var month: Int
  /// Months from then on in which the limit stays broken.
  var duration: Int
  /// The least standing that helps.
  var standing: Standing
  /// Whether only somebody who carries the pager helps.
  var forPager: Bool
}

extension PolicyJudge {
  /// The first limit of the policy that a team breaks at a month when a seat could have helped.
  ///
  /// `reach` tells the first month in which a seat opened now can mend a limit.
  func need(
    of team: Int, in trajectory: Trajectory, reach: (_ limit: Limit, _ standing: Standing) -> Int
  ) -> Need? {
    var first: Need?
    for limit in Self.demands {
      let standing = leastStanding(for: limit, team: team, in: trajectory)
      let start = max(firstMonth, reach(limit, standing))
      guard start < trajectory.months else { continue }
      let broken = (start..<trajectory.months).filter {
        limits.excess(limit, of: trajectory[team: team, month: $0], team: team) > 0
      }
      guard let month = broken.first, first.map({ month < $0.month }) ?? true else { continue }
      first = Need(
        team: team, limit: limit, month: month, duration: broken.count,
        standing: leastStanding(for: limit, team: team, in: trajectory, month: month),
        forPager: limit == .onCallShare)
    }
    return first
  }

  /// Seniors where senior work or guidance is what lacks, otherwise the level that costs least.
  private func leastStanding(
    for limit: Limit, team: Int, in trajectory: Trajectory, month: Int? = nil
  ) -> Standing {
    switch limit {
    case .seniorCoverage, .minimumSeniors:
      return .senior
    case .coverage:
      guard let month else { return .mid }
      let cell = trajectory[team: team, month: month]
      let lacksSeniors = cell.seniorCoverage < cell.coverage - 0.01 || cell.guidance < 0.9
      return lacksSeniors ? .senior : .mid
    case .burnout, .onCallShare:
      return .mid
    case .neverOnCallShare, .pagesPerShift, .weeklyHours, .interruptions, .nights,
      .adviceOnCallShare:
      return .mid
    }
  }
}
