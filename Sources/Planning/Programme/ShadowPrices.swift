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
    return prices(
      optimiser.search(strategy), settings: optimiser.teams, needs: needs,
      watch: optimiser.watch)
  }

  /// The prices in the programme of some needs.
  static func prices(
    _ search: ProgrammeSearch, settings: [TeamSetting], needs: [TeamNeeds], watch: PlanningWatch
  ) -> [ShadowPrice] {
    let model = search.world.model
    guard settings.count <= ProgrammeSearch.mostTogether else {
      return ranked(ofTeamsApart: search, settings: settings, needs: needs, watch: watch)
    }
    let rows = search.shared.rows(in: model)
    let (programme, shared) = search.programme(needs, settings: settings, sharing: rows)
    let outcome = search.solver.solve(
      programme.linear.relaxed, limits: SolverLimits(seconds: seconds, gap: 0), start: nil
    ) { _ in watch.isStopping }
    guard case .solved(let solution) = outcome else { return [] }
    let teams = programme.blocks.flatMap { self.prices(of: $0, solution, search.world) }
    let unmet = Set(teams.flatMap(\.unmet)).sorted()
    let duals = shared.map { max(0, -solution.duals[$0.index]) }
    let common = self.prices(search.shared, duals, model, unmet: unmet)
    return ranked(teams + common)
  }

  private static func ranked(_ prices: [ShadowPrice]) -> [ShadowPrice] {
    prices.filter { !$0.scarce.isEmpty || !$0.unmet.isEmpty }.sorted { $0.total > $1.total }
  }

  /// The prices of many teams, each as if the others took nothing of what all share.
  private static func ranked(
    ofTeamsApart search: ProgrammeSearch, settings: [TeamSetting], needs: [TeamNeeds],
    watch: PlanningWatch
  ) -> [ShadowPrice] {
    let all = settings.indices.flatMap { team -> [ShadowPrice] in
      let programme = search.programme(of: team, needs[team], setting: settings[team])
      let outcome = search.solver.solve(
        programme.linear.relaxed, limits: SolverLimits(seconds: seconds, gap: 0), start: nil
      ) { _ in watch.isStopping }
      guard case .solved(let solution) = outcome else { return [] }
      return programme.blocks.flatMap { prices(of: $0, solution, search.world) }
    }
    return ranked(all)
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
