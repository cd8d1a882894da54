import Organization
import Simulation

/// The first demand of the policy that a team will break.
struct Need {
  var team: Int
  var limit: Limit
  var month: Int
  /// Months from then on in which the limit is broken.
  var duration: Int
}

extension PolicyJudge {
  /// What a team needs first on one of the trial courses, or `nil` where it keeps the policy there.
  func need(of team: Int, in trajectory: Trajectory, course: Int) -> Need? {
    var first: Need?
    for limit in Self.demands where applies(limit, to: course) {
      let broken = (firstMonth..<trajectory.months).filter {
        limits.excess(limit, of: trajectory[team: team, month: $0], team: team) > 0
      }
      guard let month = broken.first, first.map({ month < $0.month }) ?? true else { continue }
      first = Need(team: team, limit: limit, month: month, duration: broken.count)
    }
    return first
  }
}
