package import Organization
package import Simulation

/// Plays futures of one plan and says which limits break in them.
package struct FutureJudge: Sendable {
  package let plan: FuturePlan
  package let limits: Limits
  /// The first month that is judged; no decision could change those before.
  package let firstMonth: Int

  package init(_ plan: FuturePlan) {
    self.plan = plan
    limits = Limits(plan.organization)
    firstMonth = min(plan.organization.policy.graceMonths, max(0, plan.organization.months - 1))
  }

  package var organization: Organization { plan.organization }

  /// How likely a limit may be broken: what the policy allows, or for published limits what it allows
  /// for coverage.
  package func allowed(_ limit: Limit) -> Double {
    1 - limits.probability(limit.weight == .policy ? limit : .coverage)
  }

  /// A bit for each demand of the policy.
  static let policy = Limit.allCases.enumerated().reduce(UInt16(0)) { bits, limit in
    limit.element.weight == .policy ? bits | 1 << UInt16(limit.offset) : bits
  }

  /// Plays futures by their numbers; the same whatever else is played before or beside.
  ///
  /// - Complexity: O(futures × months × (services + people)).
  package func play(_ futures: Range<Int>) -> FutureBatch {
    FutureJudges(self).play(futures)[0]
  }

  /// Room for what futures come to.
  func batch(of futures: Range<Int>) -> FutureBatch {
    let teamMonths = organization.months * organization.teams.count
    return FutureBatch(
      futures: futures, cells: teamMonths * TeamFigure.allCases.count, teamMonths: teamMonths)
  }

  func add(_ result: Trajectory, row: Int, to batch: inout FutureBatch) {
    batch.set(result.cells, row: row)
    var cost = CostByKind()
    var (leavers, starters) = (0.0, 0.0)
    var (kept, judged) = (0, 0)
    // A month is told by its place, as a copy of it would take longer than all that is done here.
    result.cells.withUnsafeBufferPointer { cells in
      for place in cells.indices {
        cost += cells[place].cost
        leavers += cells[place].leavers
        starters += cells[place].starters
        let (team, month) = place.quotientAndRemainder(dividingBy: result.months)
        var bits = UInt16(0)
        if month >= firstMonth {
          bits = limits.broken(by: cells[place], team: team)
          judged += 1
          kept += bits & Self.policy == 0 ? 1 : 0
        }
        batch.add(broken: bits)
      }
    }
    batch[.total, row] = cost.total
    batch[.cash, row] = cost.cash
    batch[.payroll, row] = cost.payroll
    batch[.hiring, row] = cost.hiring
    batch[.partner, row] = cost.partner
    batch[.shortage, row] = cost.shortage
    batch[.slip, row] = cost.slip
    batch[.leavers, row] = leavers
    batch[.starters, row] = starters
    batch[.policyKept, row] = judged > 0 ? Double(kept) / Double(judged) : 1
  }

  /// What happens in one future, month by month.
  package func story(of future: Int) -> (story: FutureStory, result: Trajectory) {
    var course = FutureCourse(plan)
    course.story = FutureStory()
    course.play(future)
    return (course.story ?? FutureStory(), course.result)
  }
}
