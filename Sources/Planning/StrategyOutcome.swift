package import Simulation

/// What a strategy does, judged on all futures.
package struct StrategyOutcome: Sendable {
  package var strategy: Strategy
  package var plan: StaffingPlan
  /// The mean course of traffic.
  package var expected: Trajectory
  /// The courses for which the plan was made, the most demanding first.
  package var trial: [Trajectory]
  /// Cost on each traffic future, in the order of the futures.
  package var costs: [CostByKind]
  /// Limits broken on any of them, as on the first, with the share of futures that break them.
  package var breaches: [Breach]
  /// How often each team keeps every demand of the policy, by month.
  package var reliability: PolicyReliability
  /// How far the policy is missed on the courses for which plans are made; 0 where it holds.
  package var violation: Double

  package var meetsPolicy: Bool { breaches.allSatisfy { $0.limit.weight != .policy } }

  package var meanCost: Double {
    costs.isEmpty ? 0 : costs.reduce(0) { $0 + $1.total } / Double(costs.count)
  }

  /// Whether both hires and partner seats are in the plan.
  package var isMixed: Bool {
    plan.seats.contains { $0.source.isPartner } && plan.seats.contains { !$0.source.isPartner }
  }
}
