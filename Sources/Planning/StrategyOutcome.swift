package import Simulation

/// What a strategy does, judged on all futures.
package struct StrategyOutcome: Sendable {
  package var strategy: Strategy
  package var plan: StaffingPlan
  /// The mean course of traffic.
  package var expected: Trajectory
  /// The courses for which the plan was made, the most demanding first.
  package var trial: [Trajectory]
  /// Cost on each traffic course, in the order of the courses.
  package var costs: [CostByKind]
  /// Mean cost over the futures that judge it.
  package var cost: CostByKind
  /// Limits broken more often than allowed, as on the first course or at the probability wanted, with
  /// the share of futures that break them.
  package var breaches: [Breach]
  /// How often each team keeps every demand of the policy, by month.
  package var reliability: PolicyReliability
  /// How far the policy is missed on the courses for which plans are made; 0 where it holds.
  package var violation: Double
  /// How much less often than wanted demands hold, summed up over teams and months; `nil` where no
  /// futures were played person by person.
  package var shortfall: Double?
  /// How the plan was found; `nil` where it is the heuristic's.
  package var search: OptimiserOutcome?
  /// What the hire-up-to heuristic would do.
  package var heuristic: StaffingPlan

  package var meetsPolicy: Bool { breaches.allSatisfy { $0.limit.weight != .policy } }

  package var meanCost: Double { cost.total }

  /// How far the policy is missed, in whatever futures judge it.
  package var missed: Double { shortfall ?? violation }

  /// Whether both hires and partner seats are in the plan.
  package var isMixed: Bool {
    plan.seats.contains { $0.source.isPartner } && plan.seats.contains { !$0.source.isPartner }
  }
}

extension StrategyOutcome {
  /// The same, judged by futures that leave everything to chance.
  func judged(by run: FuturesRun) -> StrategyOutcome {
    let (estimate, limits) = (run.estimate, run.judge.limits)
    var judged = self
    func mean(_ figure: FutureFigure) -> Double { estimate[figure].mean.mean }
    judged.cost = CostByKind()
    judged.cost.payroll = mean(.payroll)
    judged.cost.hiring = mean(.hiring)
    judged.cost.partner = mean(.partner)
    judged.cost.shortage = mean(.shortage)
    judged.cost.slip = mean(.slip)
    judged.reliability = PolicyReliability(estimate, limits: limits)
    judged.breaches = Breach.all(in: estimate, judge: run.judge, expected: expected)
    judged.shortfall = estimate.shortfall(limits)
    return judged
  }
}

extension FuturesEstimate {
  /// How much less often than wanted the demands of the policy hold, summed up over teams and months.
  func shortfall(_ limits: Limits) -> Double {
    var sum = 0.0
    for limit in PolicyJudge.demands {
      for team in 0..<teamCount {
        for month in firstMonth..<max(firstMonth, months) {
          let share = broken(limit, team: team, month: month).value ?? 0
          sum += max(0, share - (1 - limits.probability(limit)) - 1e-9)
        }
      }
    }
    return sum
  }
}
