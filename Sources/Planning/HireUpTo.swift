import Organization
import Simulation

/// The hire-up-to heuristic: looks ahead, and where a limit will break opens a seat in time.
///
/// It is what a careful manager does by hand, and the baseline that an optimiser has to beat. In
/// each round every team that will break the policy tries the seats that could help and takes the
/// one that mends most for its money. Then seats that turned out not to be needed are taken back,
/// and the others are moved as late as they can go, which gives their latest responsible dates.
/// [cf. Gans & Zhou 2002, hire-up-to]
///
/// Teams touch each other only through recruiters and shared services, so one run of the recursion
/// tries one change in every team at once; what the teams do to each other is checked at the end.
/// - Complexity: rounds × options runs of the recursion, whatever the number of teams.
struct HireUpTo {
  private let judge: PolicyJudge
  private let strategy: Strategy
  private let market: SeatMarket

  init(_ judge: PolicyJudge, strategy: Strategy) {
    self.judge = judge
    self.strategy = strategy
    market = SeatMarket(model: judge.model, strategy: strategy)
  }

  private var model: StaffingModel { judge.model }
  private var teams: Range<Int> { model.teams.indices }
  /// The first seats of every plan, which stay as they are.
  private var committed: StaffingPlan { judge.committed }

  /// Rounds after which building stops, so that a hopeless team cannot make it endless.
  private static let mostRounds = 40
  /// A seat must mend at least this much of the policy: two months of one point in a hundred.
  private static let leastMended = 0.02
  /// Violations below this are rounding, not decisions.
  private static let tolerance = 1e-6

  /// The plan of this strategy.
  func plan() throws(PlanningStopped) -> StaffingPlan {
    guard strategy != .asIs else { return committed }
    let built = try build()
    var polished = try delayed(trimmed(built))
    polished.seats =
      committed.seats
      + polished.seats.dropFirst(committed.seats.count).filter {
        PlanCost.startMonth(of: $0, in: model) < Double(model.months)
      }
    // Teams were changed side by side; where that went wrong for one of them, the plain plan holds.
    let harm = try violation(polished) - violation(built)
    return harm <= Double(built.seats.count) * Self.leastMended ? polished : built
  }

  private func violation(_ plan: StaffingPlan) throws(PlanningStopped) -> Double {
    try judge.trial(of: plan).violation
  }

  /// By team how far the policy is missed; a team with too many partner seats is out of question.
  private func violations(_ plan: StaffingPlan) throws(PlanningStopped) -> [Double] {
    let trial = try judge.trial(of: plan)
    return teams.map { keepsPartnerShare($0, in: trial) ? trial.violations[$0] : .infinity }
  }

  /// Whether partner seats beside today's stay within their share, employees counted whole.
  private func keepsPartnerShare(_ team: Int, in trial: Trial) -> Bool {
    let most = model.organization.policy.maxPartnerShare
    let engaged = model.organization.partners.flatMap(\.engaged).reduce(0) {
      $0 + ($1.team == team ? $1.count : 0)
    }
    return trial.courses.allSatisfy { course in
      (0..<course.months).allSatisfy { month in
        let cell = course[team: team, month: month]
        let people = cell.headcount.total.rounded() + cell.partnerSeats
        return cell.partnerSeats <= max(Double(engaged), most * people) + 1e-9
      }
    }
  }

  // MARK: Building up

  private func build() throws(PlanningStopped) -> StaffingPlan {
    var plan = committed
    var trial = try judge.trial(of: plan)
    var stuck = Set<Int>()
    for _ in 0..<Self.mostRounds {
      let offers: [[Seat]] = teams.map { team in
        stuck.contains(team) ? [] : options(for: team, in: trial, plan: plan)
      }
      guard offers.contains(where: { !$0.isEmpty }) else { break }
      let chosen = try best(of: offers, before: trial.violations, plan: plan)
      for team in teams where chosen[team] == nil { stuck.insert(team) }
      let added = withinMeans(chosen.compactMap(\.self), plan: plan)
      guard !added.isEmpty else { break }
      let next = StaffingPlan(seats: plan.seats + added)
      let after = try judge.trial(of: next)
      // Where recruiters are busy, one team's requisitions only take from another's.
      guard after.violation < trial.violation else { break }
      (plan, trial) = (next, after)
    }
    return plan
  }

  private func options(for team: Int, in trial: Trial, plan: StaffingPlan) -> [Seat] {
    // The demanding course needs most; where it is content another may not be.
    for (index, course) in trial.courses.enumerated() {
      guard let need = judge.need(of: team, in: course, course: index) else { continue }
      let month = course[team: team, month: need.month]
      let options = market.options(for: need, taken: partnerSeats(in: plan), month: month)
      // A team that no partner may help has to hire, whatever the strategy prefers.
      return options.isEmpty ? market.hires(for: need) : options
    }
    return []
  }

  /// For each team the option that mends most for its money, or `nil` where none mends enough.
  private func best(
    of options: [[Seat]], before: [Double], plan: StaffingPlan
  ) throws(PlanningStopped) -> [Seat?] {
    var chosen = [Seat?](repeating: nil, count: options.count)
    var highest = [Double](repeating: 0, count: options.count)
    for position in 0..<(options.map(\.count).max() ?? 0) {
      let tried = options.compactMap { position < $0.count ? $0[position] : nil }
      let after = try violations(StaffingPlan(seats: plan.seats + tried))
      for seat in tried {
        let mended = before[seat.team] - after[seat.team]
        guard mended >= min(Self.leastMended, before[seat.team] * 0.99) else { continue }
        let value = mended / max(1, PlanCost.total(of: seat, in: model))
        if value > highest[seat.team] {
          highest[seat.team] = value
          chosen[seat.team] = seat
        }
      }
    }
    return chosen
  }

  private func partnerSeats(in plan: StaffingPlan) -> [Int] {
    var taken = model.organization.partners.map { $0.engaged.reduce(0) { $0 + $1.count } }
    for seat in plan.seats {
      if case .partner(let partner) = seat.source { taken[partner] += 1 }
    }
    return taken
  }

  /// Leaves out what goes beyond the seats and the money that the policy and partners allow.
  private func withinMeans(_ added: [Seat], plan: StaffingPlan) -> [Seat] {
    let policy = model.organization.policy
    var taken = partnerSeats(in: plan)
    var allowed = [Seat]()
    for seat in added {
      let next = plan.seats + allowed + [seat]
      if let most = policy.maxNewSeats, next.count > most { continue }
      guard isAffordable(StaffingPlan(seats: next)) else { continue }
      if case .partner(let partner) = seat.source {
        guard taken[partner] < model.organization.partners[partner].maxSeats else { continue }
        taken[partner] += 1
      }
      allowed.append(seat)
    }
    return allowed
  }

  private func isAffordable(_ plan: StaffingPlan) -> Bool {
    guard let budget = model.organization.policy.extraBudgetPerQuarter else { return true }
    return PlanCost.highestQuarter(of: plan, in: model) <= budget
  }

  // MARK: Polishing

  /// Takes back seats that the policy does not need, each team's latest first.
  private func trimmed(_ plan: StaffingPlan) throws(PlanningStopped) -> StaffingPlan {
    var plan = plan
    var violation = try violations(plan)
    var kept = Set(committed.seats.indices)
    while true {
      let tried = teams.compactMap { team in
        plan.seats.indices.last { plan.seats[$0].team == team && !kept.contains($0) }
      }
      guard !tried.isEmpty else { return plan }
      let dropped = Set(tried)
      let fewer = plan.seats.indices.filter { !dropped.contains($0) }.map { plan.seats[$0] }
      let after = try violations(StaffingPlan(seats: fewer))
      let superfluous = Set(
        tried.filter { index in
          let team = plan.seats[index].team
          let allowed = violation[team] > Self.tolerance ? Self.leastMended / 2 : Self.tolerance
          return after[team] <= violation[team] + allowed
        })
      kept.formUnion(dropped.subtracting(superfluous))
      guard !superfluous.isEmpty else { continue }
      let order = plan.seats.indices.filter { !superfluous.contains($0) }
      let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      kept = Set(kept.compactMap { place[$0] })
      plan = StaffingPlan(seats: order.map { plan.seats[$0] })
      violation = try violations(plan)
    }
  }

  /// Moves every seat as late as the policy lets it go, one seat of each team at a time.
  private func delayed(_ plan: StaffingPlan) throws(PlanningStopped) -> StaffingPlan {
    var plan = plan
    let allowed = try violations(plan).map { $0 + Self.tolerance }
    let byTeam = teams.map { team in
      plan.seats.indices.dropFirst(committed.seats.count).filter { plan.seats[$0].team == team }
    }
    for turn in 0..<(byTeam.map(\.count).max() ?? 0) {
      var seats = byTeam.compactMap { turn < $0.count ? $0[turn] : nil }
      // Most seats are already opened just in time: one month shows which can be moved at all.
      try move(&seats, of: &plan, by: 1, allowed: allowed)
      for step in [4, 2, 1] {
        var moving = seats
        while !moving.isEmpty { try move(&moving, of: &plan, by: step, allowed: allowed) }
      }
    }
    return plan
  }

  /// Moves seats of different teams later and keeps in `moving` those for which it went well.
  private func move(
    _ moving: inout [Int], of plan: inout StaffingPlan, by months: Int, allowed: [Double]
  ) throws(PlanningStopped) {
    var later = plan
    moving.removeAll { !delay(&later.seats[$0], by: months) }
    guard !moving.isEmpty else { return }
    let after = try violations(later)
    moving.removeAll { after[later.seats[$0].team] > allowed[later.seats[$0].team] }
    // Later is not always cheaper: what was spread over quarters may meet in one.
    moving.removeAll { index in
      let before = plan.seats[index]
      plan.seats[index] = later.seats[index]
      guard !isAffordable(plan) else { return false }
      plan.seats[index] = before
      return true
    }
  }

  /// Whether the seat can be moved and still begin within the plan.
  private func delay(_ seat: inout Seat, by months: Int) -> Bool {
    guard seat.openMonth + months < model.months else { return false }
    seat.openMonth += months
    if let end = seat.endMonth {
      seat.endMonth = end + months < model.months ? end + months : nil
    }
    return true
  }
}
