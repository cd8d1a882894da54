import Organization

/// One run of the mean-value recursion while it goes on.
struct MeanValueCourse {
  let model: StaffingModel
  private let services: ServiceCourse
  private let plan: StaffingPlan
  private let today: [Today]
  var teams: [TeamState]
  /// What is left of the scaling hours due so far, by service.
  private var backlog: [Double]
  private(set) var result: Trajectory

  init(
    _ model: StaffingModel, from start: StartingPoint, services: ServiceCourse, plan: StaffingPlan
  ) {
    self.model = model
    self.services = services
    self.plan = plan
    teams = start.teams
    today = start.today
    result = Trajectory(
      teamCount: model.teams.count, serviceCount: model.services.count, months: model.months)
    backlog = [Double](repeating: 0, count: model.services.count)
  }

  // MARK: A month

  mutating func step(_ month: Int) {
    open(in: month)
    var capacities = [TeamCapacity]()
    capacities.reserveCapacity(teams.count)
    for team in teams.indices {
      let started = arrive(team, in: month)
      result[team: team, month: month].starters = started
      capacities.append(
        TeamCapacity(teams[team], team: team, month: month, model: model))
    }
    let strains = teams.indices.map { strain(on: $0, capacity: capacities[$0]) }
    var demands = [Demand](repeating: Demand(), count: teams.count)
    for service in model.services.indices {
      ask(service, in: month, strains: strains, demands: &demands)
    }
    var done = [Double](repeating: 1, count: teams.count)
    for team in teams.indices {
      done[team] = finish(team, in: month, demand: demands[team], capacity: capacities[team])
    }
    for service in model.services.indices { carryScaling(service, in: month, done: done) }
  }

  /// Opens the plan's seats of this month and gives waiting requisitions to recruiters.
  private mutating func open(in month: Int) {
    for seat in plan.seats where seat.openMonth == month {
      switch seat.source {
      case .inHouse:
        teams[seat.team].waiting[seat.level] += 1
      case .partner(let partner):
        let start = Double(month) + model.partners[partner].leadMonths
        teams[seat.team].partners.append(
          PartnerCohort(
            partner: partner, level: seat.level, start: start, end: seat.endMonth, count: 1))
      }
    }
    guard !model.rules.freeze.contains(month) else { return }
    let waiting = teams.reduce(0) { $0 + $1.waiting.reduce(0, +) }
    guard waiting > 0 else { return }
    let released = model.rules.hiresPerMonth.map { min(1, $0 / waiting) } ?? 1
    for team in teams.indices {
      for level in model.levels.indices where teams[team].waiting[level] > 0 {
        let count = teams[team].waiting[level] * released
        teams[team].waiting[level] -= count
        let lead = model.levels[level].leadMonths
        schedule(count, team: team, level: level, at: Double(month) + lead)
        chargeInterviews(count, team: team, from: month, over: lead)
      }
    }
  }

  /// Puts `count` offers at a moment between two months, split by nearness.
  private mutating func schedule(_ count: Double, team: Int, level: Int, at moment: Double) {
    let first = Int(moment.rounded(.down))
    let late = moment - Double(first)
    teams[team].search(count * (1 - late), level: level, until: first)
    teams[team].search(count * late, level: level, until: first + 1)
  }

  private mutating func chargeInterviews(
    _ count: Double, team: Int, from month: Int, over lead: Double
  ) {
    let length = max(1, Int(lead.rounded(.up)))
    let each = count * model.rules.interviewHours / Double(length)
    for later in month..<min(model.months, month + length) {
      teams[team].interviewHours[later] += each
    }
  }

  /// Turns this month's offers into starters; declined ones go on searching.
  private mutating func arrive(_ team: Int, in month: Int) -> Double {
    let before = teams[team].inHouse
    var started = 0.0
    for level in model.levels.indices {
      let offers = teams[team].takeOffers(level: level, in: month)
      guard offers > 0 else { continue }
      let accepted = offers * model.rules.acceptance
      teams[team].cohorts.append(
        Cohort(level: level, start: month, count: accepted, onRota: 1, isHire: true))
      started += accepted
      let retry = max(1, model.levels[level].retryMonths)
      schedule(offers - accepted, team: team, level: level, at: Double(month) + retry)
    }
    if started > 0 {
      // Starters are like anybody at the base rate: neither rested for good nor worn by this team.
      let base = model.rules.burnoutBase
      teams[team].burnout =
        (teams[team].burnout * before + base * started) / (before + started)
    }
    return started
  }

  // MARK: Work

  /// What a team's own state does to the pages of its services, relative to today.
  private struct Strain {
    var change: Double
    var trouble: Double
  }

  private func strain(on team: Int, capacity: TeamCapacity) -> Strain {
    // Today's pages of a team that nobody works for yet cannot come from its changes.
    let before = today[team].engineers
    let factor = TeamWork.pageFactor(
      teams[team], capacity: capacity, steadyHours: model.teams[team].steadyHours,
      rules: model.rules)
    return Strain(
      change: before > 0 ? capacity.engineers / before : 1,
      trouble: factor / today[team].pageFactor)
  }

  /// Adds what a service needs this month to the demand of the teams that share it.
  private mutating func ask(
    _ index: Int, in month: Int, strains: [Strain], demands: inout [Demand]
  ) {
    let owners = model.services[index].owners
    guard !owners.isEmpty else { return }
    let part = 1 / Double(owners.count)
    var change = 0.0
    var trouble = 0.0
    for owner in owners {
      change += part * strains[owner].change
      trouble += part * strains[owner].trouble
    }
    let activity = model.rules.changeShare * change + services.trafficPages(index, month)
    let late = services.scaling[index].late(in: month, backlog: backlog[index])
    let pages =
      model.services[index].pagesPerMonth * activity * trouble
      * (1 + model.rules.scalingOverduePages * late)
    result.servicePages[index * model.months + month] = pages
    let due = services.scaling[index].hours[month] + backlog[index]
    let toil = services.toil(index, month)
    for owner in owners {
      demands[owner].add(index, of: model, part: part, pages: pages, toilFactor: toil)
      demands[owner].asked[.scaling] += due * part
    }
  }

  /// Ends a team's month.
  ///
  /// - Returns: the share of its scaling work that got done.
  private mutating func finish(
    _ team: Int, in month: Int, demand: Demand, capacity: TeamCapacity
  ) -> Double {
    let rules = model.rules
    var demand = demand
    demand.asked[.upkeep] += rules.debtInterest * teams[team].debtHours
    demand.asked[.debt] = rules.debtPaydown * teams[team].debtHours
    demand.asked[.roadmap] = today[team].roadmapHours
    var cell = result[team: team, month: month]
    let outcome = TeamWork.work(
      demand, capacity: capacity, rota: model.teams[team].rota, rules: model.rules, into: &cell)
    let pressure = outcome.pressure

    // Overtime does part of what contract hours leave open, the most urgent first.
    var open = outcome.open
    var worked = cell.doneHours
    if pressure > 0 {
      open = WorkDemand(demand.asked, shares: rules.shares)
      var longer = capacity.pool.withOvertime(
        1 + min(rules.overtimeMax / rules.contractHours, rules.overtimeAbsorbed * pressure))
      worked = longer.work(off: &open)
    }
    let doneScaling =
      demand.asked[.scaling] > 0 ? 1 - open[.scaling].total / demand.asked[.scaling] : 1
    let deferred = open[.upkeep].total + open[.compliance].total + open[.incidents].total
    let paid = worked[.debt]
    let asked = demand.asked[.roadmap]
    teams[team].missedRoadmapHours += open[.roadmap].total
    teams[team].debtHours = max(0, teams[team].debtHours + deferred - paid)
    endContracts(of: team, after: month)
    teams[team].pressure = pressure

    fillQuarter(&cell, team: team, month: month)
    cell.headcount = capacity.headcount
    cell.partnerSeats = capacity.partnerSeats
    cell.newcomers = capacity.newcomers
    cell.callReady = capacity.callReady
    cell.debtHours = teams[team].debtHours
    cell.slipMonths = asked > 0 ? teams[team].missedRoadmapHours / asked : 0
    cell.cost = cost(
      of: team, in: month, starters: cell.starters,
      shortage: deferred + open[.scaling].total, slip: open[.roadmap].total)
    cell.burnout = teams[team].burnout
    cell.leavers = leave(team, in: month, stationary: outcome.stationary)
    cell.openRequisitions = teams[team].openRequisitions
    result[team: team, month: month] = cell
    return doneScaling
  }

  /// Work can be moved within a quarter, so demands on coverage are made of a quarter's sum.
  private func fillQuarter(_ cell: inout TeamMonth, team: Int, month: Int) {
    var all = QuarterWork()
    for before in max(0, month - 2)..<month { all.add(result[team: team, month: before]) }
    all.add(cell)
    cell.quarterCoverage = all.coverage
    cell.quarterSeniorCoverage = all.seniorCoverage
  }

  private mutating func carryScaling(_ index: Int, in month: Int, done: [Double]) {
    let owners = model.services[index].owners
    guard !owners.isEmpty else { return }
    let due = services.scaling[index].hours[month] + backlog[index]
    let share = owners.reduce(0) { $0 + done[$1] } / Double(owners.count)
    backlog[index] = max(0, due * (1 - share))
  }
}
