import Organization
import Simulation

/// Works out for each seat of a plan when it is ready, what it costs and what it is for.
struct SeatFacts {
  let judge: PolicyJudge
  let plan: StaffingPlan

  func seats() -> [PlannedSeat] {
    var numbers = [String: Int]()
    let known = breaches(of: plan)
    let order = plan.seats.indices.sorted { sortKey(plan.seats[$0]) < sortKey(plan.seats[$1]) }
    return order.map { index in
      let seat = plan.seats[index]
      let name = self.name(of: seat)
      numbers[name, default: 0] += 1
      var without = plan
      without.seats.remove(at: index)
      var late = plan
      late.seats[index].openMonth += Self.lateness
      return PlannedSeat(
        id: "\(name)-\(numbers[name] ?? 1)", seat: seat,
        startMonth: PlanCost.startMonth(of: seat, in: judge.model), readyMonth: ready(seat),
        cost: PlanCost.total(of: seat, in: judge.model),
        reason: newlyBroken(by: without, team: seat.team, besides: known),
        ifLate: newlyBroken(by: late, team: seat.team, besides: known))
    }
  }

  /// Months that a seat is delayed to see what would break.
  static let lateness = 2

  private func sortKey(_ seat: Seat) -> (Int, Int, Int) { (seat.openMonth, seat.team, seat.level) }

  private func name(of seat: Seat) -> String {
    let organization = judge.model.organization
    let place = "\(organization.teams[seat.team].id)-\(organization.levels[seat.level].id)"
    switch seat.source {
    case .inHouse: return place
    case .partner(let partner): return "\(place)-\(organization.partners[partner].id)"
    }
  }

  private func ready(_ seat: Seat) -> Double {
    let start = PlanCost.startMonth(of: seat, in: judge.model)
    switch seat.source {
    case .inHouse:
      let level = judge.model.levels[seat.level]
      return start + level.rampMonths * judge.model.teams[seat.team].onboarding
    case .partner(let partner):
      return start + judge.model.partners[partner].rampMonths
    }
  }

  private func breaches(of plan: StaffingPlan) -> [Breach] {
    let course = judge.play(plan, on: judge.courses.demanding)
    return Breach.all(in: course, limits: judge.limits, from: judge.firstMonth)
  }

  /// The demand of the policy that breaks first, or for longer, in the seat's team.
  private func newlyBroken(by other: StaffingPlan, team: Int, besides known: [Breach]) -> Breach? {
    let found = breaches(of: other)
    return
      found
      .filter { $0.team == team && $0.limit.weight == .policy }
      .filter { breach in
        let before = known.first { $0.team == team && $0.limit == breach.limit }
        return before.map { $0.months < breach.months } ?? true
      }
      .min { ($0.firstMonth, $1.months) < ($1.firstMonth, $0.months) }
  }
}
