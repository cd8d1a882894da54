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
    let pinned = try pinned(judge.model)
    let plain = try played(pinned)
    guard plain.violation > 0 else { return [] }
    var outcomes = [LeverOutcome]()
    let model = StaffingModel(pinned)
    for lever in Lever.allCases {
      let changed = try played(lever.applied(to: model))
      outcomes.append(
        LeverOutcome(
          lever: lever, missed: changed.violation / plain.violation, teams: changed.teams,
          worth: plain.cost - changed.cost))
    }
    return outcomes.enumerated().sorted {
      ($0.element.missed, $0.offset) < ($1.element.missed, $1.offset)
    }.map(\.element)
  }

  /// The organisation with the roadmaps that it has today, so that what a lever frees is free.
  private func pinned(_ model: StaffingModel) throws(PlanningStopped) -> Organization {
    let first = try judge.play(.asIs, on: judge.courses.mean)
    var organization = model.organization
    for team in organization.teams.indices
    where organization.teams[team].roadmapHoursPerMonth == nil {
      organization.teams[team].roadmapHoursPerMonth = ThreePoint(
        first[team: team, month: 0].askedHours[.roadmap])
    }
    return organization
  }

  private func played(_ organization: Organization) throws(PlanningStopped)
    -> (violation: Double, teams: Int, cost: Double)
  {
    var changed = PolicyJudge(
      StaffingModel(organization), courses: judge.courses, watch: judge.watch)
    changed.work = .levers
    let trial = try changed.trial(of: .asIs)
    let mean = try changed.play(.asIs, on: judge.courses.mean)
    return (
      trial.violation, trial.violations.count { $0 > LeverSearch.tolerance }, mean.cost.total
    )
  }

  /// Less than this of a limit is rounding.
  private static let tolerance = 1e-6
}
