import Organization
import Simulation

/// The hire-up-to heuristic: looks ahead, and where a limit will break opens a seat in time.
///
/// It is what a careful manager does by hand, and the baseline that an optimiser has to beat. After
/// building up it takes back seats that turned out not to be needed and moves the others as late
/// as they can go, which gives their latest responsible dates. [cf. Gans & Zhou 2002, hire-up-to]
/// - Complexity: one run of the recursion per seat built, dropped or moved.
struct HireUpTo {
  let judge: PolicyJudge
  let strategy: Strategy
  private let market: SeatMarket

  /// Seats that a plan may not pass, so that a hopeless team cannot make the search endless.
  static let mostSeatsPerTeam = 40

  init(_ judge: PolicyJudge, strategy: Strategy) {
    self.judge = judge
    self.strategy = strategy
    market = SeatMarket(model: judge.model)
  }

  private var model: StaffingModel { judge.model }

  func plan() -> StaffingPlan {
    guard strategy != .asIs else { return .asIs }
    var plan = build()
    plan = trimmed(plan)
    return delayed(plan)
  }

  // MARK: Building up

  private func build() -> StaffingPlan {
    var plan = StaffingPlan()
    var trajectory = judge.play(plan)
    var stuck = Set<Int>()
    for _ in 0..<Self.mostSeatsPerTeam {
      let added = model.teams.indices.filter { !stuck.contains($0) }.compactMap { team in
        seat(for: team, in: trajectory, plan: plan)
      }
      let allowed = withinMeans(added, plan: plan)
      guard !allowed.isEmpty else { break }
      let next = StaffingPlan(seats: plan.seats + allowed)
      let after = judge.play(next)
      var kept = plan.seats
      for seat in allowed {
        let before = judge.violation(trajectory, team: seat.team)
        if judge.violation(after, team: seat.team) < before - 1e-9 {
          kept.append(seat)
        } else {
          // One more of the same does not help this team; others may still gain.
          stuck.insert(seat.team)
        }
      }
      plan = StaffingPlan(seats: kept)
      trajectory = kept.count == next.seats.count ? after : judge.play(plan)
    }
    return plan
  }

  private func seat(for team: Int, in trajectory: Trajectory, plan: StaffingPlan) -> Seat? {
    let taken = partnerSeats(in: plan)
    let rents = strategy != .inHouse
    let need = judge.need(of: team, in: trajectory) { limit, standing in
      let hire = market.level(atLeast: standing).map {
        Int(market.hiringReach(limit, level: $0, team: team).rounded(.up))
      }
      let probe = Need(
        team: team, limit: limit, month: 0, duration: 0, standing: standing,
        forPager: limit == .onCallShare)
      let rent = rents ? market.partner(for: probe, taken: taken) : nil
      let soonest = rent.map { Int(market.partnerReach(limit, partner: $0.partner).rounded(.up)) }
      return [hire, soonest].compactMap(\.self).min() ?? .max
    }
    guard let need else { return nil }
    if rents, let offer = market.partner(for: need, taken: taken),
      mayRent(need, partner: offer.partner, plan: plan, trajectory: trajectory)
    {
      return partnerSeat(for: need, partner: offer.partner, level: offer.level)
    }
    guard let level = market.level(atLeast: need.standing) else { return nil }
    let reach = Int(market.hiringReach(need.limit, level: level, team: team).rounded(.up))
    return Seat(
      team: team, level: level, source: .inHouse, openMonth: max(0, need.month - reach))
  }

  /// Whether the strategy rents for this need, and the partner's share of the team stays allowed.
  private func mayRent(
    _ need: Need, partner: Int, plan: StaffingPlan, trajectory: Trajectory
  ) -> Bool {
    let cell = trajectory[team: need.team, month: need.month]
    let share = (cell.partnerSeats + 1) / max(1, cell.headcount.total + cell.partnerSeats + 1)
    guard share <= model.organization.policy.maxPartnerShare + 1e-9 else { return false }
    // Somebody in-house has to own what a partner runs, and somebody has to stand in.
    guard cell.headcount.atLeast(.mid) >= 2 - 0.5 else { return false }
    guard strategy == .hybrid else { return true }
    guard let level = market.level(atLeast: need.standing) else { return true }
    let comesTooLate =
      Double(need.month) < market.hiringReach(need.limit, level: level, team: need.team)
    return comesTooLate || need.duration < Self.passingMonths
  }

  /// A need shorter than this is rented in a hybrid plan; half a year is the usual minimum term.
  private static let passingMonths = 6

  private func partnerSeat(for need: Need, partner: Int, level: Int) -> Seat {
    let reach = Int(market.partnerReach(need.limit, partner: partner).rounded(.up))
    let open = max(0, need.month - reach)
    guard strategy == .hybrid else {
      return Seat(team: need.team, level: level, source: .partner(partner), openMonth: open)
    }
    let terms = model.organization.partners[partner]
    let lead = Int(model.partners[partner].leadMonths.rounded(.up))
    // Long enough for the contract, and until a hire opened now works in its place.
    let hire = market.level(atLeast: need.standing).map {
      Int(market.hiringReach(need.limit, level: $0, team: need.team).rounded(.up))
    }
    let relief = max(need.month + min(need.duration, Self.passingMonths), hire ?? 0)
    let end = max(open + lead + terms.minimumTermMonths, relief)
    return Seat(
      team: need.team, level: level, source: .partner(partner), openMonth: open,
      endMonth: end < model.months ? end : nil)
  }

  private func partnerSeats(in plan: StaffingPlan) -> [Int] {
    var taken = model.organization.partners.map { $0.engaged.reduce(0) { $0 + $1.count } }
    for seat in plan.seats {
      if case .partner(let partner) = seat.source { taken[partner] += 1 }
    }
    return taken
  }

  /// Drops what goes beyond the seats and the money that the policy allows, last teams first.
  private func withinMeans(_ added: [Seat], plan: StaffingPlan) -> [Seat] {
    let policy = model.organization.policy
    var allowed = [Seat]()
    for seat in added {
      let next = plan.seats + allowed + [seat]
      if let most = policy.maxNewSeats, next.count > most { continue }
      if let budget = policy.extraBudgetPerQuarter,
        PlanCost.highestQuarter(of: StaffingPlan(seats: next), in: model) > budget
      {
        continue
      }
      allowed.append(seat)
    }
    return allowed
  }

  // MARK: Polishing

  /// Takes back seats that the policy does not need, the latest first.
  private func trimmed(_ plan: StaffingPlan) -> StaffingPlan {
    var seats = plan.seats
    var allowed = judge.violation(judge.play(plan)) + Self.tolerance
    for index in seats.indices.reversed() {
      var fewer = seats
      fewer.remove(at: index)
      let violation = judge.violation(judge.play(StaffingPlan(seats: fewer)))
      if violation <= allowed {
        seats = fewer
        allowed = max(violation, allowed)
      }
    }
    return StaffingPlan(seats: seats)
  }

  /// Moves every seat as late as the policy lets it go.
  private func delayed(_ plan: StaffingPlan) -> StaffingPlan {
    var plan = plan
    let allowed = judge.violation(judge.play(plan)) + Self.tolerance
    for index in plan.seats.indices {
      for step in [4, 2, 1] {
        while true {
          var later = plan
          later.seats[index].openMonth += step
          if let end = later.seats[index].endMonth, end < model.months {
            later.seats[index].endMonth = min(model.months, end + step)
          }
          guard later.seats[index].openMonth < model.months,
            judge.violation(judge.play(later)) <= allowed
          else { break }
          plan = later
        }
      }
    }
    return plan
  }

  /// Violations below this are rounding, not decisions.
  private static let tolerance = 1e-6
}
