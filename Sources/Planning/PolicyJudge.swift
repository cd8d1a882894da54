import Organization
import Simulation

/// Judges plans against the policy on the future for which they are made.
///
/// The policy wants its limits to hold with a probability. Work only grows with traffic, so a plan
/// that holds on the course that traffic exceeds with the remaining probability holds as often as
/// demanded; plans are therefore made for that course and priced on the mean one.
struct PolicyJudge {
  let model: StaffingModel
  let limits: Limits
  /// The course of traffic that is exceeded only as rarely as the policy allows.
  let demanding: TrafficFuture
  let firstMonth: Int

  init(_ model: StaffingModel, demanding: TrafficFuture) {
    self.model = model
    limits = Limits(model.organization)
    self.demanding = demanding
    firstMonth = min(model.organization.policy.graceMonths, max(0, model.months - 1))
  }

  static let demands = Limit.allCases.filter { $0.weight == .policy }

  func play(_ plan: StaffingPlan) -> Trajectory {
    MeanValueRecursion.run(model, future: demanding, plan: plan)
  }

  /// How much of the policy a trajectory breaks, over all teams and months judged.
  func violation(_ trajectory: Trajectory) -> Double {
    (0..<trajectory.teamCount).reduce(0) { $0 + violation(trajectory, team: $1) }
  }

  func violation(_ trajectory: Trajectory, team: Int) -> Double {
    var sum = 0.0
    for month in firstMonth..<trajectory.months {
      let cell = trajectory[team: team, month: month]
      for limit in Self.demands { sum += limits.excess(limit, of: cell, team: team) }
    }
    return sum
  }
}
