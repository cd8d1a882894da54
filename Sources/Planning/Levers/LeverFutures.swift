import Organization
import Simulation

/// Judges levers where everything is left to chance, each by itself and beside the plan's seats.
struct LeverFutures {
  let model: StaffingModel
  /// Backfills only.
  let base: FuturePlan
  let plan: StaffingPlan
  /// What is decided already.
  let committed: StaffingPlan
  let watch: PlanningWatch
  let perform: Pieces

  /// Numbers of the futures, which are used for nothing else.
  private static let futures = 1 << 27..<1 << 27 + 192

  /// The same levers, the most useful first; those that do nothing are left out.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: some hundred futures for each, and as many again beside the plan.
  func judged(_ levers: [LeverOutcome]) throws(PlanningStopped) -> [LeverOutcome] {
    let asIs = try verdicts([committed], in: base)[0]
    guard asIs.missed > 0 else { return [] }
    // What a lever frees is free.
    let organization = model.organizationWithRoadmapsOfToday
    var judged = [LeverOutcome]()
    for var outcome in levers {
      guard let change = outcome.lever.applied(to: organization, like: model) else { continue }
      // Beside the plan only where its teams are still the same.
      let isSame = change.organization.teams.count == model.teams.count
      let verdicts = try verdicts(
        [change.moved(committed)] + (isSame ? [plan] : []),
        in: base.changed(change.organization, staffing: .asIs))
      let alone = verdicts[0]
      let missed = change.ofToday(alone.missedAt)
      outcome.missed = missed.reduce(0, +) / asIs.missed
      outcome.missedAt = zip(missed, asIs.missedAt).map { $1 > 0 ? $0 / $1 : nil }
      outcome.worth = asIs.total - alone.total
      if isSame { outcome.keptBesidePlan = verdicts[1].kept }
      if outcome.isUseful(of: asIs.total) { judged.append(outcome) }
    }
    return judged.mostUsefulFirst
  }

  private func verdicts(
    _ plans: [StaffingPlan], in world: FuturePlan
  ) throws(PlanningStopped) -> [PlanVerdict] {
    try watch.willDo(.levers, runs: Self.futures.count * plans.count)
    return PlanVerdict.all(
      FutureJudges(plans, base: world), Self.futures, perform: perform)
  }
}
