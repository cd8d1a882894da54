import LinearProgramming
import Organization
import Simulation

/// Reads off the programme of a plan what more of each scarce thing would save.
///
/// The duals of the programme without whole numbers are what one more of a right-hand side saves.
/// [Dantzig 1963] Where a demand is missed whatever is opened, its dual is the price on missing the
/// policy, which is no money that anybody pays: such months are named and not priced.
enum ShadowPrices {
  /// The prices at a plan, the highest first; those that are nowhere scarce are left out.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: a programme without whole numbers.
  static func all(
    _ optimiser: Optimiser, strategy: Strategy, plan: StaffingPlan
  ) throws(PlanningStopped) -> [ShadowPrice] {
    let needs = try optimiser.needs(at: plan, strategy)
    let search = optimiser.search(strategy)
    return optimiser.teams.count > ProgrammeSearch.mostTogether
      ? try pricesOfMany(search, settings: optimiser.teams, needs: needs)
      : prices(search, settings: optimiser.teams, needs: needs, watch: optimiser.watch)
  }

  /// The prices in the programme of some needs.
  static func prices(
    _ search: ProgrammeSearch, settings: [TeamSetting], needs: [TeamNeeds], watch: PlanningWatch
  ) -> [ShadowPrice] {
    let model = search.world.model
    let rows = search.shared.rows(in: model)
    let (programme, shared) = search.programme(needs, settings: settings, sharing: rows)
    let outcome = search.solver.solve(
      programme.linear.relaxed, limits: SolverLimits(seconds: seconds, gap: 0), start: nil
    ) { _ in watch.isStopping }
    guard case .solved(let solution) = outcome else { return [] }
    let teams = programme.blocks.flatMap { self.prices(of: $0, solution, search.world) }
    return ranked(teams, search.shared, shared.map { solution.duals[$0.index] }, model)
  }

  private static func ranked(
    _ teams: [ShadowPrice], _ shared: SharedMeans, _ duals: [Double], _ model: StaffingModel
  ) -> [ShadowPrice] {
    let unmet = Set(teams.flatMap(\.unmet)).sorted()
    let common = prices(shared, duals.map { max(0, -$0) }, model, unmet: unmet)
    return (teams + common).filter { !$0.scarce.isEmpty || !$0.unmet.isEmpty }
      .sorted { $0.total > $1.total }
  }

  /// The same of many teams, whose one programme takes too long: what is shared is worth what the best mixture of
  /// their proposals says, and teams' own means what they are at these prices.
  ///
  /// - Returns: nothing where the solver has nothing.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  static func pricesOfMany(
    _ search: ProgrammeSearch, settings: [TeamSetting], needs: [TeamNeeds]
  ) throws(PlanningStopped) -> [ShadowPrice] {
    let model = search.world.model
    let rows = search.shared.rows(in: model)
    let (programme, shared) = search.programme(needs, settings: settings, sharing: rows)
    var task = ProgrammeSearch.Task(
      needs: needs, settings: settings, near: .asIs, gap: 0,
      left: SearchBudget(
        seconds: seconds * Double(settings.count), iterations: OptimiserSettings.noLimit),
      rows: rows)
    let none = [Double](repeating: 0, count: programme.linear.rowCount)
    let cut = SeparateParts(programme.linear, joinedBy: Set(shared), duals: none)
    let apart = try search.each(cut.parts.indices, spending: 1, &task) {
      place, task throws(PlanningStopped) in
      try search.run(cut.parts[place].program.relaxed, &task, start: nil, gap: 0).solution
    }
    let found = apart.compactMap(\.self).map { (rows: [LinearProgram.Inequality](), relaxed: $0) }
    guard found.count == apart.count,
      let mixed = try search.mixed(programme.linear, cut, found, &task)
    else { return [] }
    let duals = shared.map { mixed.duals[$0.index] }
    let teams = try search.each(settings.indices, spending: 1, &task) {
      team, task throws(PlanningStopped) -> [ShadowPrice] in
      var programme = StaffingProgramme(search.world)
      programme.add(settings[team], needs: needs[team], options: search.options[team]) { option in
        zip(rows, duals).reduce(option.cost(in: model)) { $0 - $1.1 * $1.0.taken(option) }
      }
      let solution = try search.run(programme.linear.relaxed, &task, start: nil, gap: 0).solution
      return solution.map { solution in
        programme.blocks.flatMap { prices(of: $0, solution, search.world) }
      } ?? []
    }
    return ranked(teams.flatMap(\.self), search.shared, duals, model)
  }

  /// Of the solver.
  private static let seconds = 10.0

  // MARK: Teams

  private static func prices(
    of block: StaffingProgramme.Block, _ solution: Solution, _ world: StaffingProgramme.World
  ) -> [ShadowPrice] {
    let team = block.setting.team
    let all: [(TeamNeeds.Demand, ShadowPrice.Means, [LinearProgram.Row])] = [
      (.coverage, .hours(team: team), block.hoursRows),
      (.seniorCoverage, .seniorHours(team: team), block.seniorHoursRows),
      (.onCallShare, .callReady(team: team), []), (.minimumSeniors, .senior(team: team), []),
    ]
    return all.map { demand, means, work in
      let unmet = unmetMonths(demand, block, solution)
      // A month is short where any quarter that it counts towards is.
      let touched = Set(
        (0..<world.model.months).filter { month in
          unmet.contains { demand.window(to: $0).contains(month) }
        })
      let worth = (0..<world.model.months).map { month -> Double in
        guard !touched.contains(month) else { return 0 }
        let rows = [block.demandRows[demand.rawValue], work].compactMap {
          $0.indices.contains(month) ? $0[month] : nil
        }
        return rows.reduce(0) { $0 + max(0, solution.duals[$1.index]) } * world.unit(of: demand)
      }
      return ShadowPrice(means: means, worth: worth, unmet: unmet)
    }
  }

  private static func unmetMonths(
    _ demand: TeamNeeds.Demand, _ block: StaffingProgramme.Block, _ solution: Solution
  ) -> [Int] {
    block.missed[demand.rawValue].enumerated().compactMap { month, missed in
      missed.map { solution[$0] > 1e-6 } ?? false ? month : nil
    }
  }

  // MARK: What teams share

  /// The prices of what is shared; `duals` are in the order of ``SharedMeans/rows(in:)``.
  private static func prices(
    _ shared: SharedMeans, _ duals: [Double], _ model: StaffingModel, unmet: [Int]
  ) -> [ShadowPrice] {
    var (found, place) = ([ShadowPrice](), 0)
    func next(_ count: Int) -> [Double] {
      defer { place += count }
      return Array(duals[place..<place + count])
    }
    func add(_ means: ShadowPrice.Means, _ worth: [Double]) {
      guard worth.contains(where: { $0 > ShadowPrice.least }) else { return }
      found.append(
        ShadowPrice(means: means, worth: worth, unmet: unmet))
    }
    if let requisitions = shared.requisitions {
      // One more in a month is one more until every later one.
      var worth = next(requisitions.count)
      for month in worth.indices.dropLast().reversed() { worth[month] += worth[month + 1] }
      add(.recruiting, worth)
    }
    for (partner, seats) in shared.partnerSeats.enumerated() {
      add(.partnerSeat(partner: partner), next(seats.count))
    }
    if let budget = shared.budget {
      let quarters = next(budget.count)
      var worth = [Double](repeating: 0, count: model.months)
      for (quarter, months) in Quarters.all(of: model.months).enumerated() {
        for month in months {
          worth[month] = quarters[quarter] * ShadowPrice.budgetStep / Double(months.count)
        }
      }
      add(.budget, worth)
    }
    if shared.seats != nil {
      let months = Double(max(1, model.months))
      let each = (next(1).first ?? 0) / months
      add(.newSeat, [Double](repeating: each, count: model.months))
    }
    return found
  }
}
