import Organization
import Simulation

/// Judges plans against the policy on the courses of traffic for which they are made.
///
/// The policy wants its limits to hold with a probability. Work grows with traffic, so a plan is
/// made for the course that traffic exceeds only with the remaining probability; and because
/// scaling steps fall due at other times when traffic grows less, for the middle course as well.
struct PolicyJudge {
  let model: StaffingModel
  private let recursion: MeanValueRecursion
  let limits: Limits
  let courses: Courses
  let firstMonth: Int

  init(_ model: StaffingModel, courses: Courses) {
    self.model = model
    self.courses = courses
    recursion = MeanValueRecursion(model)
    limits = Limits(model.organization)
    firstMonth = min(model.organization.policy.graceMonths, max(0, model.months - 1))
  }

  static let demands = Limit.allCases.filter { $0.weight == .policy }

  func play(_ plan: StaffingPlan, on future: TrafficFuture) -> Trajectory {
    recursion.run(future: future, plan: plan)
  }

  /// What a plan leads to on the courses for which plans are made.
  func trial(of plan: StaffingPlan) -> Trial {
    let demanding = play(plan, on: courses.demanding)
    let middle = play(plan, on: courses.middle)
    return Trial(
      demanding: demanding, middle: middle,
      violations: model.teams.indices.map {
        violation(demanding, team: $0) + violation(middle, team: $0)
      })
  }

  /// How much of the policy a team breaks over all months that are judged.
  private func violation(_ trajectory: Trajectory, team: Int) -> Double {
    var sum = 0.0
    for month in firstMonth..<trajectory.months {
      let cell = trajectory[team: team, month: month]
      for limit in Self.demands { sum += limits.excess(limit, of: cell, team: team) }
    }
    return sum
  }
}

/// A plan played on the courses for which plans are made.
struct Trial {
  var demanding: Trajectory
  var middle: Trajectory
  /// By team: how far the policy is missed on both courses together; 0 where it holds.
  var violations: [Double]

  var violation: Double { violations.reduce(0, +) }
}
