import Organization
import Simulation

/// Judges plans against the policy on the courses of traffic for which they are made.
struct PolicyJudge {
  let model: StaffingModel
  private let recursion: MeanValueRecursion
  let limits: Limits
  let courses: Courses
  let firstMonth: Int
  let watch: PlanningWatch
  /// What is being judged, for those who watch.
  var work = PlanningStep.Work.breakEvens

  init(_ model: StaffingModel, courses: Courses, watch: PlanningWatch = .none) {
    self.model = model
    self.watch = watch
    self.courses = courses
    recursion = MeanValueRecursion(model)
    limits = Limits(model.organization)
    firstMonth = min(model.organization.policy.graceMonths, max(0, model.months - 1))
  }

  static let demands = Limit.allCases.filter { $0.weight == .policy }

  func play(_ plan: StaffingPlan, on future: TrafficFuture) throws(PlanningStopped) -> Trajectory {
    try watch.willDo(work, runs: 1)
    return recursion.run(future: future, plan: plan)
  }

  /// What a plan leads to on the courses for which plans are made.
  func trial(of plan: StaffingPlan) throws(PlanningStopped) -> Trial {
    var played = [Trajectory]()
    for future in courses.trials { played.append(try play(plan, on: future)) }
    return Trial(
      courses: played,
      violations: model.teams.indices.map { team in
        played.reduce(0) { $0 + violation($1, team: team) }
      })
  }

  /// The limits broken on any course of a trial, each as on the first course that breaks it.
  func breaches(in trial: Trial) -> [Breach] {
    var all = [Breach]()
    for (index, course) in trial.courses.enumerated() {
      for breach in Breach.all(in: course, limits: limits, from: firstMonth)
      where !all.contains(where: { $0.team == breach.team && $0.limit == breach.limit }) {
        var breach = breach
        breach.course = index
        all.append(breach)
      }
    }
    return all
  }

  /// Whether a team keeps every demand of the policy in a month.
  func keeps(_ cell: TeamMonth, team: Int) -> Bool {
    Self.demands.allSatisfy { limits.excess($0, of: cell, team: team) <= 0 }
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
  /// The most demanding first.
  var courses: [Trajectory]
  /// By team: how far the policy is missed on all courses together; 0 where it holds.
  var violations: [Double]

  var violation: Double { violations.reduce(0, +) }
}
