import Simulation

/// A limit that a team does not keep.
package struct Breach: Hashable, Sendable {
  package var limit: Limit
  /// Index into ``Organization/teams``.
  package var team: Int
  package var firstMonth: Int
  package var worstMonth: Int
  package var worstValue: Double
  package var threshold: Double
  /// Months of the plan in which it is broken.
  package var months: Int
  /// Which of the trial courses it was found on.
  package var course = 0
  /// Share of the traffic futures in which it is broken in at least one month.
  package var probability: Double

  /// All breaches of `trajectory`, by team, then limit.
  ///
  /// Months before `firstMonth` are not judged, because no decision could change them.
  /// - Complexity: O(teams × limits × months).
  static func all(
    in trajectory: Trajectory, limits: Limits, judged: [Limit] = Limit.allCases,
    from firstMonth: Int
  ) -> [Breach] {
    var breaches = [Breach]()
    for team in 0..<trajectory.teamCount {
      for limit in judged {
        if let breach = find(limit, team: team, in: trajectory, limits: limits, from: firstMonth) {
          breaches.append(breach)
        }
      }
    }
    return breaches
  }

  /// All limits that are broken more often than allowed in futures that leave everything to chance.
  ///
  /// Values are those that are kept to as often as wanted, where futures tell them.
  static func all(
    in estimate: FuturesEstimate, judge: FutureJudge, expected: Trajectory
  ) -> [Breach] {
    var breaches = [Breach]()
    for team in 0..<estimate.teamCount {
      for limit in Limit.allCases {
        let allowed = judge.allowed(limit)
        let months = (estimate.firstMonth..<max(estimate.firstMonth, estimate.months)).filter {
          (estimate.broken(limit, team: team, month: $0).value ?? 0) > allowed + 1e-9
        }
        guard let first = months.first else { continue }
        let worst = estimate.worstMonth(limit, team: team)
        let value =
          limit.figure.flatMap {
            estimate[$0, team: team, month: worst].spread.quantile(
              limit.isFloor ? allowed : 1 - allowed)
          } ?? judge.limits.value(limit, of: expected[team: team, month: worst])
        breaches.append(
          Breach(
            limit: limit, team: team, firstMonth: first, worstMonth: worst, worstValue: value,
            threshold: judge.limits.threshold(limit), months: months.count,
            probability: estimate.everBroken(limit, team: team).value ?? 0))
      }
    }
    return breaches
  }

  private static func find(
    _ limit: Limit, team: Int, in trajectory: Trajectory, limits: Limits, from firstMonth: Int
  ) -> Breach? {
    var breach: Breach?
    var worst = 0.0
    for month in firstMonth..<max(firstMonth, trajectory.months) {
      let cell = trajectory[team: team, month: month]
      let excess = limits.excess(limit, of: cell, team: team)
      guard excess > 0 else { continue }
      var known =
        breach
        ?? Breach(
          limit: limit, team: team, firstMonth: month, worstMonth: month, worstValue: 0,
          threshold: limits.threshold(limit), months: 0, probability: 1)
      known.months += 1
      if excess > worst {
        worst = excess
        known.worstMonth = month
        known.worstValue = limits.value(limit, of: cell)
      }
      breach = known
    }
    return breach
  }
}

extension Limit {
  /// The figure that futures tell of it; `nil` where they tell none.
  fileprivate var figure: TeamFigure? {
    switch self {
    case .coverage: .coverage
    case .seniorCoverage: .seniorCoverage
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare: .onCallShare
    case .burnout: .burnout
    case .weeklyHours: .weeklyHours
    case .minimumSeniors, .pagesPerShift, .interruptions, .nights: nil
    }
  }
}
