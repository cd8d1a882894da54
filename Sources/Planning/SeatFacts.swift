import Organization
import Simulation

/// Works out for each seat of a plan when it is ready, what it costs and what it is for.
struct SeatFacts {
  let judge: PolicyJudge
  let plan: StaffingPlan

  /// The seats in the order in which they are opened.
  ///
  /// - Complexity: two trials for as many seats as the largest team gets.
  func seats() throws(PlanningStopped) -> [PlannedSeat] {
    try seats(consequences())
  }

  /// The same with what was seen in futures.
  func seats(
    _ consequences: (without: [Breach?], late: [Breach?])
  ) throws(PlanningStopped) -> [PlannedSeat] {
    let openings = LatestOpenings(judge: judge, plan: plan, consequences: consequences) {
      first(of: judge.breaches(in: $0), team: $2, besides: judge.breaches(in: $1))
    }
    return seats(
      reasons: consequences.without, delays: consequences.late, latest: try openings.all())
  }

  /// The same without what each seat is for, which takes no time.
  func unexplained() -> [PlannedSeat] {
    let unknown = [Breach?](repeating: nil, count: plan.seats.count)
    let latest = [Int?](repeating: nil, count: plan.seats.count)
    return seats(reasons: unknown, delays: unknown, latest: latest)
  }

  private func seats(
    reasons: [Breach?], delays: [Breach?], latest: [Int?]
  ) -> [PlannedSeat] {
    let order = plan.seats.indices.sorted { sortKey(plan.seats[$0]) < sortKey(plan.seats[$1]) }
    let ids = SeatID.all(of: plan.seats, in: judge.model.organization)
    let competencies = competencies(of: order.map { plan.seats[$0] })
    return order.enumerated().map { place, index in
      let seat = plan.seats[index]
      return PlannedSeat(
        id: ids[index], seat: seat,
        startMonth: PlanCost.startMonth(of: seat, in: judge.model), readyMonth: ready(seat),
        competency: competencies[place],
        cost: PlanCost.total(of: seat, in: judge.model), reason: reasons[index],
        ifLate: delays[index], latestOpenMonth: latest[index],
        owner: SeatOwner.role(for: seat, in: judge.model.organization))
    }
  }

  /// What each seat is to bring: what its team lacks most today and with the seats before it.
  private func competencies(of seats: [Seat]) -> [Int?] {
    let organization = judge.model.organization
    var holdings = CompetencyHoldings.today(in: organization)
    return seats.map { seat in
      switch seat.source {
      case .inHouse: holdings[seat.team]?.add()
      case .partner(let partner): holdings[seat.team]?.add(organization.partners[partner])
      }
    }
  }

  /// What breaks without each seat, and with each seat late; one seat of every team at a time.
  private func consequences() throws(PlanningStopped) -> (without: [Breach?], late: [Breach?]) {
    try SeatTrials(plan: plan, teams: judge.model.teams.count).consequences(breaches) {
      first(of: $0, team: $2, besides: $1)
    }
  }

  private func breaches(of plan: StaffingPlan) throws(PlanningStopped) -> [Breach] {
    judge.breaches(in: try judge.trial(of: plan))
  }

  /// The demand of the policy that a team newly breaks, or breaks for longer, soonest first.
  private func first(of found: [Breach], team: Int, besides known: [Breach]) -> Breach? {
    found
      .filter { $0.team == team && $0.limit.weight == .policy }
      .filter { breach in
        let before = known.first { $0.team == team && $0.limit == breach.limit }
        return before.map { isWorse(breach, than: $0) } ?? true
      }
      .min { ($0.firstMonth, $1.months) < ($1.firstMonth, $0.months) }
  }

  private func isWorse(_ breach: Breach, than before: Breach) -> Bool {
    guard breach.months <= before.months else { return true }
    let change = breach.worstValue - before.worstValue
    return (breach.limit.isFloor ? -change : change) > 0.005 * abs(before.threshold)
  }

  private func sortKey(_ seat: Seat) -> (Int, Int, Int) { (seat.openMonth, seat.team, seat.level) }

  private func ready(_ seat: Seat) -> Double {
    let start = PlanCost.startMonth(of: seat, in: judge.model)
    switch seat.source {
    case .inHouse:
      let level = judge.model.levels[seat.level]
      let team = judge.model.teams[seat.team]
      let months =
        team.rota.layers > 0 ? max(level.rampMonths, level.monthsToOnCall) : level.rampMonths
      return start + months * team.onboarding
    case .partner(let partner):
      return start + judge.model.partners[partner].rampMonths
    }
  }
}
