import Organization
import Simulation

/// Finds for each seat the latest responsible month: the last in which opening it still keeps what it
/// is for.
///
/// A seat is opened later and later, the others as planned, until its team breaks a demand of the
/// policy that it kept, or breaks one for longer or worse. A seat that no demand of the policy needs is
/// there for the work it does, of which every month of delay costs some; its latest month is the one
/// in which it opens. What has been opened already has none.
struct LatestOpenings {
  let judge: PolicyJudge
  let plan: StaffingPlan
  /// What breaks without each seat, and with each two months late, in the order of the plan.
  let consequences: (without: [Breach?], late: [Breach?])
  /// What a team newly breaks, or breaks for longer or worse, in a trial.
  let worse: (Trial, Trial, _ team: Int) -> Breach?

  /// Months by which seats are tried to be opened later, one after the other.
  private static let steps = [8, 4, 2, 1]
  /// Months of ``SeatTrials`` that ``consequences`` tells of.
  private static let knownDelay = 2

  /// By seat, in the order of the plan: a month of the plan.
  ///
  /// - Complexity: four trials for as many seats as the largest team gets.
  func all() throws(PlanningStopped) -> [Int?] {
    var delays = [Int](repeating: 0, count: plan.seats.count)
    let known = try judge.trial(of: plan)
    let movable = plan.seats.indices.filter {
      plan.seats[$0].progress == .notBegun && consequences.without[$0] != nil
    }
    let byTeam = judge.model.teams.indices.map { team in
      movable.filter { plan.seats[$0].team == team }
    }
    for turn in 0..<(byTeam.map(\.count).max() ?? 0) {
      let tried = byTeam.compactMap { turn < $0.count ? $0[turn] : nil }
      for step in Self.steps {
        var later = plan
        let moved = tried.filter { delay(&later.seats[$0], by: delays[$0] + step) }
        guard !moved.isEmpty else { continue }
        let after = try judge.trial(of: later)
        for index in moved where worse(after, known, plan.seats[index].team) == nil {
          delays[index] += step
        }
      }
      for index in tried { settle(&delays[index], of: index) }
    }
    return plan.seats.indices.map { index in
      plan.seats[index].progress == .notBegun ? plan.seats[index].openMonth + delays[index] : nil
    }
  }

  /// What is known of two months' delay may have been seen in futures, which know better.
  private func settle(_ delay: inout Int, of index: Int) {
    if consequences.late[index] != nil {
      delay = min(delay, Self.knownDelay - 1)
    } else {
      var late = plan.seats[index]
      if self.delay(&late, by: Self.knownDelay) { delay = max(delay, Self.knownDelay) }
    }
  }

  /// Whether the seat can be opened so much later and still work within the plan.
  private func delay(_ seat: inout Seat, by months: Int) -> Bool {
    seat.openMonth += months
    let end = seat.endMonth ?? judge.model.months
    return PlanCost.startMonth(of: seat, in: judge.model) < Double(min(end, judge.model.months))
  }
}
