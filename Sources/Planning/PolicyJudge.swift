import Organization
import Simulation

/// Judges plans against the policy on the courses of traffic for which they are made.
struct PolicyJudge {
  let model: StaffingModel
  private let recursion: MeanValueRecursion
  let limits: Limits
  let courses: Courses
  private let trials: [ServiceCourse]
  let firstMonth: Int
  let watch: PlanningWatch
  /// What is decided already, and so part of every plan; nothing but that is as-is.
  let committed: StaffingPlan
  /// What is being judged, for those who watch.
  var work = PlanningStep.Work.breakEvens

  init(
    _ model: StaffingModel, courses: Courses, committed: StaffingPlan = .asIs,
    watch: PlanningWatch = .none
  ) {
    self.model = model
    self.committed = committed
    self.watch = watch
    self.courses = courses
    recursion = MeanValueRecursion(model)
    trials = courses.trials.map { [recursion] in recursion.prepare($0.future) }
    limits = Limits(model.organization)
    firstMonth = min(model.organization.policy.graceMonths, max(0, model.months - 1))
  }

  static let demands = Limit.allCases.filter { $0.weight == .policy }

  func play(_ plan: StaffingPlan, on future: TrafficFuture) throws(PlanningStopped) -> Trajectory {
    try play(plan, on: recursion.prepare(future))
  }

  private func play(_ plan: StaffingPlan, on course: ServiceCourse) throws(PlanningStopped)
    -> Trajectory
  {
    try watch.willDo(work, runs: 1)
    return recursion.run(course, plan: plan)
  }

  /// What a plan leads to on the courses for which plans are made.
  func trial(of plan: StaffingPlan) throws(PlanningStopped) -> Trial {
    var played = [Trajectory]()
    for course in trials { played.append(try play(plan, on: course)) }
    return Trial(
      courses: played,
      violations: model.teams.indices.map { team in
        played.indices.reduce(0) { $0 + violation(played[$1], on: $1, team: team) }
      })
  }

  /// The limits broken on any course of a trial, each as on the first course that breaks it.
  func breaches(in trial: Trial) -> [Breach] {
    var all = [Breach]()
    for (index, course) in trial.courses.enumerated() {
      let judged = Limit.allCases.filter { applies($0, to: index) }
      for breach in Breach.all(in: course, limits: limits, judged: judged, from: firstMonth)
      where !all.contains(where: { $0.team == breach.team && $0.limit == breach.limit }) {
        var breach = breach
        breach.course = index
        all.append(breach)
      }
    }
    return all
  }

  /// Whether a limit has to hold on a trial course: not where the course is worse than the limit's
  /// own probability asks for.
  func applies(_ limit: Limit, to course: Int) -> Bool {
    limit.weight != .policy || courses.trials[course].quantile <= limits.probability(limit) + 1e-9
  }

  /// How much of the policy a team breaks over all months that are judged.
  private func violation(_ trajectory: Trajectory, on course: Int, team: Int) -> Double {
    let judged = Self.demands.filter { applies($0, to: course) }
    var sum = 0.0
    for month in firstMonth..<trajectory.months {
      let cell = trajectory[team: team, month: month]
      for limit in judged { sum += limits.excess(limit, of: cell, team: team) }
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
