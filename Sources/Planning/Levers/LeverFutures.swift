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
    let asIs = try verdict(base.changed(staffing: committed))
    guard asIs.missed > 0 else { return [] }
    // What a lever frees is free.
    let organization = model.organizationWithRoadmapsOfToday
    var judged = [LeverOutcome]()
    for var outcome in levers {
      guard let change = outcome.lever.applied(to: organization, like: model) else { continue }
      let world = base.changed(change.organization, staffing: change.moved(committed))
      let alone = try verdict(world)
      let missed = change.ofToday(alone.missedAt)
      outcome.missed = missed.reduce(0, +) / asIs.missed
      outcome.missedAt = zip(missed, asIs.missedAt).map { $1 > 0 ? $0 / $1 : nil }
      outcome.worth = asIs.total - alone.total
      if change.organization.teams.count == model.teams.count {
        outcome.keptBesidePlan = try verdict(world.changed(staffing: plan)).kept
      }
      if outcome.isUseful(of: asIs.total) { judged.append(outcome) }
    }
    return judged.mostUsefulFirst
  }

  private func verdict(_ world: FuturePlan) throws(PlanningStopped) -> PlanVerdict {
    try watch.willDo(.levers, runs: Self.futures.count)
    return PlanVerdict(FutureJudge(world), futures: Self.futures, perform: perform)
  }
}
