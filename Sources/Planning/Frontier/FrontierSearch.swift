import LinearProgramming
import Organization
import Simulation

/// Solves the programme of one strategy for more and more that may be missed.
///
/// The price on missing the policy is replaced by a cap on what is missed, which is the
/// epsilon-constraint way to a Pareto front. [Haimes et al. 1971] Programmes without whole numbers
/// and with several prices say before that what no plan can cost less than, whatever the cap
/// [Geoffrion 1974], and which seats are worth a look; from these, going down seat by seat at each
/// price, come the plans that searches under a cap begin with.
struct FrontierSearch {
  let optimiser: Optimiser
  let search: ProgrammeSearch
  let needs: [TeamNeeds]
  /// Plans of the prices, with the one at hand.
  private(set) var known: [Known] = []
  private var bounds: [Bound] = []

  /// A plan with what it comes to by the programme.
  struct Known: Sendable {
    var plan: StaffingPlan
    /// Seats and undone work.
    var money: Double
    /// In persons' worth of a month.
    var missed: Double
  }

  /// A plan that costs least for what it may miss.
  struct Found: Sendable {
    var mayMiss: Double
    var plan: StaffingPlan
    /// Seats and undone work.
    var money: Double
    /// Proved distance to the least money, relative to it.
    var gap: Double
  }

  /// No plan costs less than `intercept`, less `price` for each person's worth of a month missed.
  private struct Bound: Sendable {
    var intercept: Double
    var price: Double
  }

  /// Prices on missing the policy, relative to the one that plans are made with: the first is as high,
  /// at the last next to nobody is worth a seat.
  private static let prices = [1, 0.5, 0.25, 0.12, 0.06, 0.03, 0.02, 0.01]
  /// Prices at which plans are bettered in turn.
  private static let steps = [
    1, 0.7, 0.5, 0.35, 0.25, 0.18, 0.13, 0.1, 0.08, 0.065, 0.05, 0.045, 0.04, 0.035, 0.031, 0.028,
    0.025, 0.023, 0.021, 0.019, 0.017, 0.015,
  ]
  /// Of the solver for each price.
  private static let priceWork = SearchBudget(iterations: 40_000)
  /// Distance from the best, relative to it, at which a plan is good enough.
  private static let gap = 0.02

  /// Sees the world from `plan`.
  ///
  /// - Parameters:
  ///   - optimiser: of the organisation.
  ///   - strategy: where people come from.
  ///   - plan: the best of the strategy.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  init(
    _ optimiser: Optimiser, strategy: Strategy, at plan: StaffingPlan
  ) throws(PlanningStopped) {
    self.optimiser = optimiser
    search = optimiser.search(strategy)
    needs = try optimiser.needs(at: plan, strategy)
    known.append(self.known(plan))
    let good = try price()
    descend(from: plan, good: good.union(plan.seats))
  }

  /// What a plan comes to by the programme.
  func known(_ plan: StaffingPlan) -> Known {
    optimiser.teams.indices.reduce(into: Known(plan: plan, money: 0, missed: 0)) { known, team in
      let check = ProgrammeCheck(
        world: optimiser.world, setting: optimiser.teams[team], needs: needs[team])
      let result = check.result(of: plan.options(at: team, in: optimiser.model))
      known.money += result.money
      known.missed += result.missed / optimiser.world.missPrice
    }
  }

  // MARK: Prices

  /// Solves programmes without whole numbers.
  ///
  /// - Returns: seats that look good at some price.
  private mutating func price() throws(PlanningStopped) -> Set<Seat> {
    let (programme, _) = search.programme(
      needs, settings: optimiser.teams, sharing: search.shared.rows(in: optimiser.model))
    var found = [(bound: Bound, seats: Set<Seat>)?](repeating: nil, count: Self.prices.count)
    let optimiser = optimiser
    found.withUnsafeMutableBufferPointer { found in
      // No two pieces share a price.
      nonisolated(unsafe) let found = found
      optimiser.perform(Self.prices.count) { place in
        var priced = programme
        priced.priceMissed(times: Self.prices[place])
        let limits = Self.priceWork.limits(absoluteGap: 0)
        let outcome = optimiser.search.solver.solve(
          priced.linear.relaxed, limits: limits, start: nil
        ) { _ in optimiser.watch.isStopping }
        guard case .solved(let solution) = outcome else { return }
        let price = Self.prices[place] * optimiser.world.missPrice
        found[place] = (
          Bound(intercept: solution.objective, price: price), priced.taken(in: solution.values)
        )
      }
    }
    if optimiser.watch.isStopping { throw PlanningStopped() }
    bounds = found.compactMap { $0?.bound }
    return found.reduce(into: []) { $0.formUnion($1?.seats ?? []) }
  }

  /// Goes down from the plan at hand, at lower and lower prices.
  private mutating func descend(from plan: StaffingPlan, good: Set<Seat>) {
    let descent = PlanDescent(
      search, settings: optimiser.teams, needs: needs, good: good)
    var seats = descent.seats(of: plan)
    for price in Self.steps {
      seats = descent.descend(from: seats, price: price)
      known.append(known(StaffingPlan(seats.joined().map(\.option))))
    }
  }

  /// What no plan can cost less than that misses no more.
  private func least(missingAtMost most: Double) -> Double {
    bounds.reduce(0) { max($0, $1.intercept - $1.price * most) }
  }

  // MARK: Caps

  /// The plans for some caps, all solved at once where `perform` does so.
  ///
  /// - Parameters:
  ///   - caps: persons' worth of a month that may be missed.
  ///   - budget: of the solver for each.
  /// - Returns: those that were found.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func plans(
    missingAtMost caps: [Double], within budget: SearchBudget
  ) throws(PlanningStopped) -> [Found] {
    var (programme, _) = search.programme(
      needs, settings: optimiser.teams, sharing: search.shared.rows(in: optimiser.model))
    let cap = programme.capMissed()
    // Only seats that some price makes good, or a month beside them.
    let fewer = programme.keeping(
      NearSeats(
        Set(known.flatMap(\.plan.seats)), transfers: Set(known.flatMap(\.plan.transfers)),
        teams: optimiser.teams.count))
    var found = [Known?](repeating: nil, count: caps.count)
    found.withUnsafeMutableBufferPointer { found in
      // No two pieces share a cap.
      nonisolated(unsafe) let found = found
      optimiser.perform(caps.count) { place in
        var capped = fewer
        capped.bound(cap, to: (0, caps[place]))
        found[place] = self.plan(missingAtMost: caps[place], capped, within: budget)
      }
    }
    if optimiser.watch.isStopping { throw PlanningStopped() }
    // What was found for one cap may be the best for another.
    let all = known + found.compactMap(\.self)
    return caps.compactMap { cap in
      best(of: all, missingAtMost: cap).map {
        Found(mayMiss: cap, plan: $0.plan, money: $0.money, gap: gap(of: $0, cap: cap))
      }
    }
  }

  private func best(of plans: [Known], missingAtMost most: Double) -> Known? {
    plans.filter { $0.missed <= most + Self.tolerance }.min { $0.money < $1.money }
  }

  private func gap(of plan: Known, cap: Double) -> Double {
    max(0, plan.money - least(missingAtMost: cap)) / max(1, plan.money)
  }

  /// Persons' worth of a month by which a solver may go beyond a cap.
  private static let tolerance = 1e-3

  /// What a search under a cap finds; `nil` where nothing was better than what is known.
  private func plan(
    missingAtMost most: Double, _ programme: StaffingProgramme, within budget: SearchBudget
  ) -> Known? {
    let before = best(of: known, missingAtMost: most)
    if let before, gap(of: before, cap: most) <= Self.gap { return nil }
    let least = max(1, least(missingAtMost: most))
    let limits = budget.limits(absoluteGap: Self.gap * least)
    let watch = optimiser.watch
    let outcome = search.solver.solve(
      programme.linear, limits: limits, start: before.map { .values(programme.start($0.plan)) }
    ) { _ in watch.isStopping }
    // What it misses is reckoned apart from the programme.
    return outcome.solution.map {
      known(StaffingPlan(programme.options(of: $0.values)))
    }
  }
}
