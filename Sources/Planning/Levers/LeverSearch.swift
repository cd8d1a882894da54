import Organization
import Simulation

/// Tries every ``Lever`` on its own, on the courses of traffic that plans are made for.
struct LeverSearch {
  let judge: PolicyJudge

  /// What each lever does, the most useful first.
  ///
  /// - Returns: nothing where backfills alone keep the policy.
  /// - Complexity: as many runs for each lever as there are courses to make plans for, and one.
  func all() throws(PlanningStopped) -> [LeverOutcome] {
    var judge = judge
    judge.work = .levers
    let plain = try Self.played(judge)
    guard plain.violation > 0 else { return [] }
    // What a lever frees is free.
    let fixed = judge.model.organizationWithRoadmapsOfToday
    var outcomes = [LeverOutcome]()
    for lever in Lever.allCases {
      var changed = PolicyJudge(
        StaffingModel(lever.applied(to: fixed, like: judge.model)), courses: judge.courses,
        watch: judge.watch)
      changed.work = .levers
      let found = try Self.played(changed)
      outcomes.append(
        LeverOutcome(
          lever: lever, missed: found.violation / plain.violation, teams: found.teams,
          worth: plain.cost - found.cost))
    }
    return outcomes.enumerated().sorted {
      ($0.element.missed, $0.offset) < ($1.element.missed, $1.offset)
    }.map(\.element)
  }

  private static func played(_ judge: PolicyJudge) throws(PlanningStopped)
    -> (violation: Double, teams: Int, cost: Double)
  {
    let trial = try judge.trial(of: .asIs)
    let mean = try judge.play(.asIs, on: judge.courses.mean)
    return (trial.violation, trial.violations.count { $0 > tolerance }, mean.cost.total)
  }

  /// Less than this of a limit is rounding.
  private static let tolerance = 1e-6
}
