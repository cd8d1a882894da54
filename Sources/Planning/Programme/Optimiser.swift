import LinearProgramming
import Organization
import Simulation

/// Finds the seats that keep the policy at least cost, and how far from the best they can be.
///
/// Each round makes programmes of what the plan at hand leaves undone in a sample of futures, solves
/// them, and plays what they found. Where a demand fails the next round asks for more, where there is
/// slack for less, until plans no longer change: programmes know seats by their expected lives, the
/// futures know what they do to pages, debt and burnout.
struct Optimiser {
  let settings: OptimiserSettings
  let search: ProgrammeSearch
  let watch: PlanningWatch
  let perform: Pieces
  let base: FuturePlan
  let world: StaffingProgramme.World
  let teams: [TeamSetting]
  /// Backfills only.
  let asIs: FutureSample
  /// Transfers that are worth a look.
  private let transfers: [TransferOption]

  /// Plays `base`, the organisation with backfills only, to see what it leaves undone.
  init(
    _ base: FuturePlan, traffic: TrafficFuture, solver: any Solver, settings: OptimiserSettings,
    watch: PlanningWatch, perform: @escaping Pieces
  ) {
    self.base = base
    self.settings = settings
    self.watch = watch
    self.perform = perform
    let judge = FutureJudge(base)
    let model = StaffingModel(base.organization)
    world = StaffingProgramme.World(
      model: model, limits: judge.limits, firstMonth: judge.firstMonth)
    asIs = FutureSample(judge, futures: settings.numbers, perform: perform)
    let relief = TeamSetting.relief(in: model, on: traffic)
    teams = model.teams.indices.map { [asIs] in
      TeamSetting($0, in: model, sample: asIs, relief: relief[$0])
    }
    transfers =
      settings.hasTransfers && teams.count <= ProgrammeSearch.mostTogether
      ? TransferOptions(model: model).all(
        asIs: asIs, world, limits: TransferLimit.all(of: model, settings: teams)) : []
    search = ProgrammeSearch(
      world: world, shared: SharedMeans(model, sample: asIs), solver: solver, watch: watch,
      perform: perform)
  }

  var model: StaffingModel { world.model }

  /// The best plan of a strategy.
  ///
  /// - Parameters:
  ///   - strategy: not as-is, which has nothing to decide.
  ///   - start: a plan to begin with, as good as it may be.
  ///   - locked: seats that the plan has to have.
  /// - Returns: every round, and which of them is best.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: that of a programme and of ``OptimiserSettings/futures`` for each round.
  func solve(
    _ strategy: Strategy, from start: StaffingPlan, locked: [Seat] = []
  ) throws(PlanningStopped) -> OptimiserOutcome {
    let options = SeatOptions(model: model, strategy: strategy)
    var search = search(strategy, locked: locked)
    var outcome = OptimiserOutcome(
      budget: settings.budget(
        teams: model.teams.count, transfers: !search.transfers.isEmpty))
    var tried = [Tried]()
    var plan = start
    var sample = try played(plan)
    var chase = Chase(teams: model.teams.count, months: model.months)
    // Of many teams a programme takes so long that one has to do.
    let isMany = teams.count > ProgrammeSearch.mostTogether
    for number in 0..<(isMany ? 1 : max(1, settings.rounds - 1)) {
      let needs = needs(beyond: plan, sample, options, &chase)
      search.round = number
      let solved = try search.solve(
        needs, settings: teams, near: plan, gap: settings.gap,
        budget: outcome.left.scaled(by: isMany ? Self.shareOfOnly : Self.shareOfRound))
      guard let solved else { break }
      outcome.left -= solved.taken
      sample = try played(solved.plan)
      let isSettled = tried.contains { $0.solved.plan == solved.plan }
      outcome.rounds.append(round(solved, sample))
      tried.append(Tried(needs: needs, solved: solved))
      plan = solved.plan
      if isSettled { break }
    }
    outcome.chosen = outcome.rounds.indices.reversed().min {
      price(outcome.rounds[$0]) < price(outcome.rounds[$1])
    }
    try prove(&outcome, tried, search)
    return outcome
  }

  /// Of the work that is left, what the programme of a round may take before its proof.
  private static let shareOfRound = 0.2
  /// The same where there is but one round.
  private static let shareOfOnly = 0.6

  /// A round's programme, and what came of it.
  private struct Tried {
    var needs: [TeamNeeds]
    var solved: ProgrammeSearch.Solved
  }

  /// Proves how good the best plan so far is for the programme that it came from, with all work that is
  /// left; what turns up meanwhile is taken where it does better in the futures too.
  private func prove(
    _ outcome: inout OptimiserOutcome, _ tried: [Tried], _ search: ProgrammeSearch
  ) throws(PlanningStopped) {
    guard let chosen = outcome.chosen else { return }
    var search = search
    search.round = tried.count
    let (needs, best) = (tried[chosen].needs, tried[chosen].solved)
    let proof = try search.prove(
      best, needs, settings: teams, gap: settings.gap, budget: outcome.left)
    guard let proof else { return }
    outcome.left -= proof.taken
    // It is a plan of the same programme, whatever its own search knew of how good it is.
    outcome.rounds[chosen].gap = best.gap(above: max(best.bound, proof.bound))
    guard proof.plan != best.plan else { return }
    let found = round(proof, try played(proof.plan))
    outcome.rounds.append(found)
    if price(found) < price(outcome.rounds[chosen]) { outcome.chosen = outcome.rounds.count - 1 }
  }

  private func round(_ solved: ProgrammeSearch.Solved, _ sample: FutureSample) -> OptimiserRound {
    let missed = missed(in: sample)
    let kept = missed.isEmpty ? 1 : Double(missed.count { $0 <= 1e-9 }) / Double(missed.count)
    return OptimiserRound(
      plan: solved.plan, money: solved.money, gap: solved.gap(above: solved.bound), kept: kept,
      missed: missed.reduce(0, +), cost: sample.meanCost)
  }

  /// The programme of all teams that what a plan leaves undone leads to.
  func programme(
    of strategy: Strategy, near plan: StaffingPlan
  ) throws(PlanningStopped) -> StaffingProgramme {
    let options = SeatOptions(model: model, strategy: strategy)
    var chase = Chase(teams: model.teams.count, months: model.months)
    let needs = needs(beyond: plan, try played(plan), options, &chase)
    return search(strategy).programme(
      needs, settings: teams, sharing: search.shared.rows(in: model)
    ).0
  }

  /// A search among the seats that a strategy may open, and those that the plan has to have.
  func search(_ strategy: Strategy, locked: [Seat] = []) -> ProgrammeSearch {
    let options = SeatOptions(model: model, strategy: strategy)
    var search = search
    search.options = model.teams.indices.map { team in
      let offered = options.all(at: team)
      var extra = [SeatOption]()
      for seat in locked where seat.team == team {
        guard !(offered + extra).contains(where: { $0.seat == seat }) else { continue }
        extra.append(options.option(of: seat))
      }
      return offered + extra
        + (settings.hasRises && strategy != .asIs ? RiseOptions(model: model).all(at: team) : [])
    }
    search.locked = locked
    search.strategy = strategy
    guard !transfers.isEmpty, strategy != .asIs else { return search }
    search.transfers = transfers
    search.transferLimits = TransferLimit.all(of: model, settings: teams)
    return search
  }

  /// What teams need as it is seen from a plan, without what no seat can mend.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: that of playing the plan.
  func needs(at plan: StaffingPlan, _ strategy: Strategy) throws(PlanningStopped) -> [TeamNeeds] {
    let options = SeatOptions(model: model, strategy: strategy)
    var chase = Chase(teams: model.teams.count, months: model.months)
    let asIs = needs(beyond: .asIs, asIs, options, &chase)
    return try plan.isEmpty ? asIs : needs(beyond: plan, played(plan), options, &chase)
  }

  /// Money, with a price on missing the policy: a month of the dearest person for each team-month in
  /// which it does not hold as often as wanted, and more the less often it holds.
  private func price(_ round: OptimiserRound) -> Double {
    let judged = Double(model.teams.count * max(0, model.months - world.firstMonth))
    return round.cost + world.missPrice * round.missed
      + world.missPrice / StaffingProgramme.World.monthsOfMiss * (1 - round.kept) * judged
  }

  /// The same gap with what one more engineer would do about it, where that is known.
  func relieved(_ gap: PolicyGap) -> PolicyGap {
    guard gap.limit == .burnout, !gap.months.isEmpty else { return gap }
    var gap = gap
    let relief = teams[gap.team].relief
    gap.relief = gap.months.reduce(0) { $0 + relief[$1] } / Double(gap.months.count)
    return gap
  }

  /// What a plan leaves undone.
  func played(_ plan: StaffingPlan) throws(PlanningStopped) -> FutureSample {
    try watch.willDo(.futures, runs: settings.futures)
    guard !plan.isEmpty else { return asIs }
    return FutureSample(
      FutureJudge(base.changed(staffing: plan)), futures: settings.numbers, perform: perform)
  }

  /// What a plan has to add, as one that adds something shows.
  func needs(
    beyond plan: StaffingPlan, _ sample: FutureSample, _ options: SeatOptions, _ chase: inout Chase
  ) -> [TeamNeeds] {
    var added = model.teams.indices.map { _ in Added(months: model.months) }
    for seat in plan.seats { added[seat.team].add(options.option(of: seat), in: teams[seat.team]) }
    let halves =
      plan.transfers.map(TransferOptions(model: model).option).flatMap { [$0.loss, $0.gain] }
      + plan.rises.flatMap(RiseOptions(model: model).halves)
    for half in halves { added[half.seat.team].add(half, in: teams[half.seat.team]) }
    return model.teams.indices.map { team in
      var needs = TeamNeeds(
        of: team, in: sample, added: added[team], limits: world.limits, rules: model.rules,
        margin: OptimiserSettings.margin)
      chase.hold(&needs, of: team, added: added[team], world)
      holdBurnout(&needs, of: team)
      return needs
    }
  }

  /// Asks for no seats against burnout where it would take too many of them.
  private func holdBurnout(_ needs: inout TeamNeeds, of team: Int) {
    for month in 0..<model.months {
      let most = Self.mostAgainstBurnout * teams[team].employees[month] * teams[team].relief[month]
      if needs.short[TeamNeeds.Demand.burnout.rawValue][month] > most {
        needs.hold(.burnout, month)
      }
    }
  }

  /// Share of a team's people by which it may grow against burnout alone: pages and nights wear people
  /// out, and beyond it fewer of these help more.
  private static let mostAgainstBurnout = 0.25

  /// How much less often than wanted demands hold, by team and month from the first that is judged.
  func missed(in sample: FutureSample) -> [Double] {
    model.teams.indices.flatMap { team in
      (world.firstMonth..<max(world.firstMonth, model.months)).map { month in
        TeamNeeds.Demand.allCases.reduce(0) { sum, demand in
          let gaps = sample.all(demand.gap, team: team, month: month)
          let share = Double(gaps.count { $0 <= 1e-6 }) / Double(sample.count)
          return sum + max(0, world.limits.probability(demand.limit) - share)
        }
      }
    }
  }
}
