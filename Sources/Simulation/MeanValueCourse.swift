import Organization

/// One run of the mean-value recursion while it goes on.
struct MeanValueCourse {
  let model: StaffingModel
  private let future: TrafficFuture
  private let plan: StaffingPlan
  private let today: [Today]
  var teams: [TeamState]
  /// Scaling hours due by service and month, then what is left of them by service.
  private let scaling: [ScalingSchedule]
  private var backlog: [Double]
  private(set) var result: Trajectory

  init(
    _ model: StaffingModel, from start: StartingPoint, future: TrafficFuture, plan: StaffingPlan
  ) {
    precondition(future.months >= model.months || model.organization.drivers.isEmpty)
    self.model = model
    self.future = future
    self.plan = plan
    teams = start.teams
    today = start.today
    result = Trajectory(
      teamCount: model.teams.count, serviceCount: model.services.count, months: model.months)
    scaling = model.services.map { service in
      ScalingSchedule(
        peaks: (0..<future.months).map { Self.index(of: service, in: future.peak, month: $0) },
        headroom: service.headroom, stepHours: service.scalingHours,
        leadMonths: model.rules.scalingLeadMonths, months: model.months)
    }
    backlog = [Double](repeating: 0, count: model.services.count)
  }

  private static func index(of service: ServiceModel, in traffic: [[Double]], month: Int) -> Double
  {
    guard !service.traffic.isEmpty else { return 1 }
    return service.traffic.reduce(0) { $0 + $1.weight * traffic[$1.driver][month] }
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
        TeamCapacity(teams[team], team: model.teams[team], month: month, model: model))
    }
    var demands = [Demand](repeating: Demand(), count: teams.count)
    for service in model.services.indices {
      ask(service, in: month, capacities: capacities, demands: &demands)
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

  /// Adds what a service needs this month to the demand of the teams that share it.
  private mutating func ask(
    _ index: Int, in month: Int, capacities: [TeamCapacity], demands: inout [Demand]
  ) {
    let service = model.services[index]
    guard !service.owners.isEmpty else { return }
    let part = 1 / Double(service.owners.count)
    let traffic = Self.index(of: service, in: future.mean, month: month)
    var change = 0.0
    var trouble = 0.0
    for owner in service.owners {
      // Today's pages of a team that nobody works for yet cannot come from its changes.
      let before = today[owner].engineers
      change += before > 0 ? part * capacities[owner].engineers / before : part
      let factor = TeamWork.pageFactor(
        teams[owner], capacity: capacities[owner], steadyHours: model.teams[owner].steadyHours,
        rules: model.rules)
      trouble += part * factor / today[owner].pageFactor
    }
    let rules = model.rules
    let activity =
      rules.changeShare * change
      + (1 - rules.changeShare) * power(traffic, rules.trafficElasticity)
    let late = scaling[index].late(in: month, backlog: backlog[index])
    let pages =
      service.pagesPerMonth * activity * trouble * (1 + rules.scalingOverduePages * late)
    result.servicePages[index][month] = pages
    let toil = power(traffic, rules.toilExponent)
    let due = scaling[index].hours[month] + backlog[index]
    for owner in service.owners {
      demands[owner].add(
        service, part: part, pages: pages, toilFactor: toil, rules: model.rules)
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
      demand, capacity: capacity, team: model.teams[team], rules: model.rules, into: &cell)
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
    let before = (max(0, month - 2)..<month).map { result[team: team, month: $0] }
    let quarter = before + [cell]
    func share(_ done: (TeamMonth) -> Double, of asked: (TeamMonth) -> Double) -> Double {
      let all = quarter.reduce(0) { $0 + asked($1) }
      return all > 1e-9 ? min(1, quarter.reduce(0) { $0 + done($1) } / all) : 1
    }
    cell.quarterCoverage = share(
      { $0.doneHours.total - $0.doneHours[.debt] },
      of: { $0.askedHours.total - $0.askedHours[.debt] })
    cell.quarterSeniorCoverage = share(
      { $0.seniorCoverage * $0.seniorAskedHours }, of: \.seniorAskedHours)
  }

  private mutating func carryScaling(_ index: Int, in month: Int, done: [Double]) {
    let service = model.services[index]
    guard !service.owners.isEmpty else { return }
    let due = scaling[index].hours[month] + backlog[index]
    let share = service.owners.reduce(0) { $0 + done[$1] } / Double(service.owners.count)
    backlog[index] = max(0, due * (1 - share))
  }
}
