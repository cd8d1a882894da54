import Organization

/// The organisation month by month with every random quantity at its mean.
///
/// It is what the simulation becomes without noise, and fast enough to judge hundreds of plans a
/// second. People are expected counts, so a team may lose a tenth of a person in a month.
///
/// One month goes: requisitions open and starters arrive; capacity; traffic makes work and pages;
/// the work is done in order of urgency; what is left becomes overtime, debt, overdue scaling or
/// slip; load moves burnout; people leave and backfills open.
/// - Complexity: O(months × (services + teams × levels × cohorts)).
package struct MeanValueRecursion {
  private let model: StaffingModel
  private let future: TrafficFuture
  private let plan: StaffingPlan
  private var teams: [TeamState]
  private var today: [Today]
  /// Scaling hours due by service and month, then what is overdue by service.
  private let scaling: [ScalingSchedule]
  private var overdue: [Double]
  private var result: Trajectory

  /// What a team is like before the first month; later months are relative to it.
  private struct Today {
    var engineers = 1.0
    var pageFactor = 1.0
    var roadmapHours = 0.0
  }

  /// What the services ask of a team in a month.
  private struct Demand {
    var asked = ByWorkKind()
    var pages = 0.0
  }

  /// Runs the recursion.
  ///
  /// - Precondition: `future` covers at least the months of the model.
  package static func run(_ model: StaffingModel, future: TrafficFuture, plan: StaffingPlan)
    -> Trajectory
  {
    var recursion = MeanValueRecursion(model, future: future, plan: plan)
    for month in 0..<model.months { recursion.step(month) }
    return recursion.result
  }

  private init(_ model: StaffingModel, future: TrafficFuture, plan: StaffingPlan) {
    precondition(future.months >= model.months || model.organization.drivers.isEmpty)
    self.model = model
    self.future = future
    self.plan = plan
    result = Trajectory(
      teamCount: model.teams.count, serviceCount: model.services.count, months: model.months)
    scaling = model.services.map { service in
      ScalingSchedule(
        peaks: (0..<future.months).map { Self.index(of: service, in: future.peak, month: $0) },
        headroom: service.headroom, stepHours: service.scalingHours,
        leadMonths: model.rules.scalingLeadMonths, months: model.months)
    }
    overdue = [Double](repeating: 0, count: model.services.count)
    teams = model.teams.indices.map { TeamState($0, in: model) }
    today = []
    var start = [Today]()
    for team in teams.indices { start.append(settle(team)) }
    today = start
  }

  private static func index(of service: ServiceModel, in traffic: [[Double]], month: Int) -> Double
  {
    service.traffic.reduce(0) { $0 + $1.weight * traffic[$1.driver][month] }
  }

  // MARK: Today

  /// Brings burnout to the level that today's load sustains and measures today's factors.
  private mutating func settle(_ team: Int) -> Today {
    var demand = Demand()
    for service in model.teams[team].services {
      let hours = model.services[service]
      let part = 1 / Double(hours.owners.count)
      add(hours, part: part, pages: hours.pagesPerMonth, toilFactor: 1, to: &demand)
    }
    var today = Today()
    teams[team].burnout = model.rules.burnoutBase
    for _ in 0..<60 {
      let capacity = TeamCapacity(teams[team], team: model.teams[team], month: 0, model: model)
      today.engineers = max(1e-9, capacity.engineers)
      today.roadmapHours = roadmapAsked(team, besides: demand, capacity: capacity)
      demand.asked[.roadmap] = today.roadmapHours
      var month = TeamMonth()
      let (stationary, pressure) = work(team, demand: demand, capacity: capacity, into: &month)
      teams[team].pressure = pressure
      teams[team].burnout = stationary
      today.pageFactor = pageFactor(team, capacity: capacity)
    }
    return today
  }

  /// The roadmap that the model asks for, or all that today's capacity leaves.
  private func roadmapAsked(_ team: Int, besides demand: Demand, capacity: TeamCapacity) -> Double {
    if let given = model.teams[team].roadmapHours { return given }
    var others = demand.asked
    others[.roadmap] = 0
    var open = WorkDemand(others, shares: model.rules.share)
    var pool = capacity.pool
    pool.work(off: &open)
    let free = pool.partners.reduce(pool.inHouse) { sum, partner in
      var sum = sum
      for standing in Standing.allCases { sum[standing] += partner.hours[standing] * partner.open }
      return sum
    }
    let shares = model.rules.share[WorkKind.roadmap.rawValue]
    return Standing.allCases.map { standing in
      let share = shares[standing.rawValue]
      return share > 0 ? free.atLeast(standing) / share : .infinity
    }.min() ?? 0
  }

  // MARK: A month

  private mutating func step(_ month: Int) {
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
    if first < model.months { teams[team].offers[level][first] += count * (1 - late) }
    if first + 1 < model.months { teams[team].offers[level][first + 1] += count * late }
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
    var started = 0.0
    for level in model.levels.indices {
      let offers = teams[team].offers[level][month]
      guard offers > 0 else { continue }
      let accepted = offers * model.rules.acceptance
      teams[team].cohorts[level].append(
        Cohort(start: month, count: accepted, onRota: 1, isHire: true))
      started += accepted
      let retry = max(1, model.levels[level].retryMonths)
      schedule(offers - accepted, team: team, level: level, at: Double(month) + retry)
    }
    return started
  }

  // MARK: Work

  private func add(
    _ service: ServiceModel, part: Double, pages: Double, toilFactor: Double,
    to demand: inout Demand
  ) {
    demand.pages += pages * part
    demand.asked[.incidents] +=
      pages * model.rules.effortPerPage * service.handlingFactor * part
    demand.asked[.compliance] += service.complianceHours * part
    demand.asked[.upkeep] += (service.upkeepHours + service.toilHours * toilFactor) * part
  }

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
      change += part * capacities[owner].engineers / today[owner].engineers
      let factor = pageFactor(owner, capacity: capacities[owner])
      trouble += part * factor / today[owner].pageFactor
    }
    let rules = model.rules
    let activity =
      rules.changeShare * change
      + (1 - rules.changeShare) * power(traffic, rules.trafficElasticity)
    let late = service.scalingHours > 0 ? min(1, overdue[index] / service.scalingHours) : 0
    let pages =
      service.pagesPerMonth * activity * trouble * (1 + rules.scalingOverduePages * late)
    result.servicePages[index][month] = pages
    let toil = power(traffic, rules.toilExponent)
    let due = scaling[index].hours[month] + overdue[index]
    for owner in service.owners {
      add(service, part: part, pages: pages, toilFactor: toil, to: &demands[owner])
      demands[owner].asked[.scaling] += due * part
    }
  }

  /// How much more a team is paged because it is overloaded, indebted, new or burned out.
  private func pageFactor(_ team: Int, capacity: TeamCapacity) -> Double {
    let steadyHours = model.teams[team].steadyHours
    let rules = model.rules
    let state = teams[team]
    let people = capacity.headcount.total + capacity.partnerSeats
    let debt = steadyHours > 0 ? state.debtHours / (12 * steadyHours) : 0
    let newcomers = people > 0 ? capacity.newcomers / people : 0
    return (1 + rules.overloadPages * state.pressure)
      * (1 + rules.debtPages * debt)
      * (1 + rules.newcomerPages * newcomers)
      * (1 + (rules.errorOdds - 1) * state.burnout)
  }

  /// Does the month's work and fills in what it means for people.
  ///
  /// - Returns: the burnout that the load would lead to, and the pressure it leaves.
  private func work(
    _ team: Int, demand: Demand, capacity: TeamCapacity, into month: inout TeamMonth
  ) -> (stationary: Double, pressure: Double) {
    let rules = model.rules
    let load = OnCallLoad(
      people: capacity.callReady, layers: model.teams[team].layers, pages: demand.pages,
      windows: model.teams[team].windows, rules: rules)
    var open = WorkDemand(demand.asked, shares: rules.share)
    let seniorAsked = Self.seniorHours(open)
    var pool = capacity.pool
    let total = pool.total
    pool.work(off: &open)
    let missing = Missing(open)
    let pressure =
      total > 0
      ? min(2, (missing.urgent + rules.roadmapPressure * open.total(.roadmap)) / total)
      : (demand.asked.total > 0 ? 2 : 0)
    let overtime = min(
      rules.overtimeMax, rules.overtimeAbsorbed * pressure * rules.contractHours)
    let freeTimePages =
      load.freeTimeInterruptions * rules.handlingHours * 12 / 52
    month.weeklyHours = rules.contractHours + overtime + freeTimePages

    month.askedHours = demand.asked
    for kind in WorkKind.allCases {
      month.doneHours[kind] = max(0, demand.asked[kind] - open.total(kind))
    }
    let asked = demand.asked.total - demand.asked[.debt]
    let done = month.doneHours.total - month.doneHours[.debt]
    month.coverage = asked > 1e-9 ? min(1, done / asked) : 1
    let seniorMissing = Self.seniorHours(open)
    month.seniorCoverage = seniorAsked > 1e-9 ? 1 - seniorMissing / seniorAsked : 1

    month.capacityHours = total
    month.guidance = capacity.guidance
    month.pages = demand.pages
    month.onCallShare = load.share
    month.nightsPerWeek = load.nightsPerWeek
    month.pagesPer12Hours = load.pagesPer12Hours
    month.shiftOverLimit = load.shiftOverLimit
    month.allBusy = load.allBusy
    month.sleepInterruptions = load.sleepInterruptions
    month.freeTimeInterruptions = load.freeTimeInterruptions
    let stationary = Burnout.stationary(
      weeklyHours: month.weeklyHours, nightsPerWeek: load.nightsPerWeek,
      sleepInterruptionsPerWeek: load.sleepInterruptions * 12 / 52, rules: rules)
    return (stationary, pressure)
  }

  /// Work left undone, urgent kinds together.
  private struct Missing {
    var urgent = 0.0

    init(_ open: WorkDemand) {
      for kind in WorkKind.allCases where kind.isUrgent { urgent += open.total(kind) }
    }
  }

  private static func seniorHours(_ demand: WorkDemand) -> Double {
    WorkKind.allCases.reduce(0) { $1 == .debt ? $0 : $0 + demand.needingSenior($1) }
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
    let (stationary, pressure) = work(team, demand: demand, capacity: capacity, into: &cell)

    // Overtime does part of what contract hours leave open, the most urgent first.
    var open = WorkDemand(demand.asked, shares: rules.share)
    var longer = capacity.pool.scaled(
      by: 1 + min(rules.overtimeMax / rules.contractHours, rules.overtimeAbsorbed * pressure))
    longer.work(off: &open)
    let doneScaling =
      demand.asked[.scaling] > 0 ? 1 - open.total(.scaling) / demand.asked[.scaling] : 1
    let deferred = open.total(.upkeep) + open.total(.compliance) + open.total(.incidents)
    let paid = demand.asked[.debt] - open.total(.debt)
    let asked = demand.asked[.roadmap]
    teams[team].missedRoadmapHours += open.total(.roadmap)
    teams[team].debtHours = max(0, teams[team].debtHours + deferred - paid)
    endContracts(of: team, after: month)
    teams[team].pressure = pressure

    cell.headcount = capacity.headcount
    cell.partnerSeats = capacity.partnerSeats
    cell.newcomers = capacity.newcomers
    cell.callReady = capacity.callReady
    cell.debtHours = teams[team].debtHours
    cell.slipMonths = asked > 0 ? teams[team].missedRoadmapHours / asked : 0
    cell.cost = cost(
      of: team, in: month, starters: cell.starters,
      shortage: deferred + open.total(.scaling), slip: open.total(.roadmap))
    cell.burnout = teams[team].burnout
    cell.leavers = leave(team, in: month, stationary: stationary)
    cell.openRequisitions = teams[team].openRequisitions(after: month)
    result[team: team, month: month] = cell
    return doneScaling
  }

  private mutating func carryScaling(_ index: Int, in month: Int, done: [Double]) {
    let service = model.services[index]
    guard !service.owners.isEmpty else { return }
    let due = scaling[index].hours[month] + overdue[index]
    let share = service.owners.reduce(0) { $0 + done[$1] } / Double(service.owners.count)
    overdue[index] = max(0, due * (1 - share))
  }

  // MARK: People and money

  /// Moves burnout, lets people leave and opens the backfills.
  private mutating func leave(_ team: Int, in month: Int, stationary: Double) -> Double {
    let rules = model.rules
    let burnedOut = teams[team].burnout
    let strain =
      (1 + (rules.hazardRatio - 1) * burnedOut) / (1 + (rules.hazardRatio - 1) * rules.burnoutBase)
    let before = teams[team].inHouse
    var left = 0.0
    for level in model.levels.indices {
      let hazard = model.levels[level].attritionPerMonth
      var leavers = 0.0
      for index in teams[team].cohorts[level].indices {
        let cohort = teams[team].cohorts[level][index]
        let age = cohort.start.map { month - $0 }
        var probability = hazard * rules.tenureFactor(months: age)
        if cohort.isHire, let age, age < 6 {
          probability = max(probability, rules.earlyExitPerMonth)
        }
        let gone = cohort.count * min(1, probability * strain)
        teams[team].cohorts[level][index].count -= gone
        leavers += gone
      }
      teams[team].waiting[level] += leavers
      left += leavers
    }
    let after = before - left
    if before > 0, after > 1e-12 {
      // Burned-out people are more likely to be among the leavers; starters come rested.
      let share = burnedOut * rules.hazardRatio / (1 + (rules.hazardRatio - 1) * burnedOut)
      let staying = clamp((burnedOut * before - share * left) / after, 0, 1)
      teams[team].burnout = Burnout.next(staying, stationary: stationary, rules: rules)
    }
    return left
  }

  /// Lets partners' knowledge grow, and go where their last seat has ended.
  private mutating func endContracts(of team: Int, after month: Int) {
    guard !teams[team].partners.isEmpty else { return }
    for partner in model.partners.indices {
      var working = 0.0
      var staying = 0.0
      for cohort in teams[team].partners where cohort.partner == partner {
        working += cohort.count * cohort.presence(in: month)
        staying += cohort.end.map { month + 1 < $0 } ?? true ? cohort.count : 0
      }
      guard working > 0 else { continue }
      // Knowledge of one seat is worth a year at most: what is older has reached the team.
      let most = 12 * model.rules.knowledgeHours * working
      let known = min(most, teams[team].knowledge[partner] + model.rules.knowledgeHours * working)
      let kept = working > 0 ? clamp(staying / working, 0, 1) : 0
      teams[team].knowledge[partner] = known * kept
      teams[team].debtHours += known * (1 - kept) * lossShare(of: partner, at: team)
    }
  }

  /// Less is lost where the team's services are documented.
  private func lossShare(of partner: Int, at team: Int) -> Double {
    let documented = model.teams[team].documented
    let full = model.partners[partner].knowledgeLoss
    let least = min(full, model.organization.assumptions[.partnerKnowledgeLossDocumented])
    return full + (least - full) * documented
  }

  private func cost(of team: Int, in month: Int, starters: Double, shortage: Double, slip: Double)
    -> CostByKind
  {
    var cost = CostByKind()
    let state = teams[team]
    for (level, cohorts) in state.cohorts.enumerated() {
      let people = cohorts.reduce(0) { $0 + $1.count }
      cost.payroll += people * model.levels[level].costPerMonth
    }
    for cohort in state.partners {
      let price = model.partners[cohort.partner].costPerMonth[cohort.level] ?? 0
      cost.partner += cohort.count * cohort.presence(in: month) * price
    }
    cost.hiring = starters * model.rules.costPerHire
    cost.shortage = shortage * model.rules.shortagePrice
    cost.slip = slip * model.rules.slipPrice
    return cost
  }
}
