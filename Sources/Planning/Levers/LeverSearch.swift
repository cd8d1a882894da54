import Organization
import Simulation

/// Tries levers, each on its own, on the courses of traffic that plans are made for.
struct LeverSearch {
  let judge: PolicyJudge

  /// What each kind of lever does at its best, the most useful first; those that do nothing are left
  /// out.
  ///
  /// - Returns: nothing where backfills alone keep the policy.
  /// - Complexity: as many runs for each of about forty levers as there are courses to make plans
  ///   for.
  func all() throws(PlanningStopped) -> [LeverOutcome] {
    var judge = judge
    judge.work = .levers
    let asIs = try judge.trial(of: judge.committed)
    guard asIs.violation > 0 else { return [] }
    var best = [String: Tried]()
    var order = [String]()
    // What a lever frees is free.
    let organization = judge.model.organizationWithRoadmapsOfToday
    for lever in LeverCandidates(judge, asIs: asIs).all {
      guard let tried = try tried(lever, on: organization, judge: judge) else { continue }
      if best[lever.id] == nil { order.append(lever.id) }
      if tried.violation < best[lever.id]?.violation ?? .infinity { best[lever.id] = tried }
    }
    let plain = try judge.play(judge.committed, on: judge.courses.mean).cost.total
    var outcomes = [LeverOutcome]()
    for tried in order.compactMap({ best[$0] }) {
      let mean = try tried.judge.play(tried.judge.committed, on: judge.courses.mean)
      let outcome = LeverOutcome(
        lever: tried.lever, missed: tried.violation / asIs.violation,
        missedAt: zip(tried.violations, asIs.violations.indices).map { violation, team in
          asIs.misses(team) ? violation / asIs.violations[team] : nil
        }, teams: tried.teams,
        worth: plain - mean.cost.total, effortHours: tried.lever.effortHours(in: judge.model),
        cost: tried.lever.cost(in: judge.model, roadmapsOf: organization))
      if outcome.isUseful(of: plain) { outcomes.append(outcome) }
    }
    return outcomes.mostUsefulFirst
  }

  /// A lever with what came of it.
  private struct Tried {
    var lever: Lever
    var judge: PolicyJudge
    /// By team of today.
    var violations: [Double]
    /// Teams of today that miss the policy.
    var teams: Int

    var violation: Double { violations.reduce(0, +) }
  }

  private func tried(
    _ lever: Lever, on organization: Organization, judge: PolicyJudge
  ) throws(PlanningStopped) -> Tried? {
    guard let change = lever.applied(to: organization, like: judge.model) else { return nil }
    var changed = PolicyJudge(
      StaffingModel(change.organization), courses: judge.courses,
      committed: change.moved(judge.committed), watch: judge.watch)
    changed.work = .levers
    let trial = try changed.trial(of: changed.committed)
    return Tried(
      lever: lever, judge: changed, violations: change.ofToday(trial.violations),
      teams: change.successors.count { $0.contains { trial.misses($0) } })
  }
}

extension Trial {
  /// Whether a team misses the policy, by more than rounding.
  func misses(_ team: Int) -> Bool { violations[team] > Self.tolerance }

  /// Less than this of a limit is rounding.
  private static let tolerance = 1e-6
}
