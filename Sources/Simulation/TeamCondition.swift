import Organization

/// What a team carries from month to month beside its people.
struct TeamCondition: Sendable {
  var partners: [PartnerCohort]
  /// Interview hours already committed, by month.
  var interviewHours: [Double]
  /// Share of employees who are burned out.
  var burnout = 0.0
  var debtHours = 0.0
  /// Work missing relative to capacity, last month.
  var pressure = 0.0
  var missedRoadmapHours = 0.0
  /// Hours of knowledge that only each partner has.
  private var knowledge: [Double]

  init(_ team: Int, in model: StaffingModel) {
    let partners = model.organization.partners
    self.partners = partners.enumerated().flatMap { index, partner in
      partner.engaged.filter { $0.team == team }.map {
        PartnerCohort(
          partner: index, level: $0.level, start: -120, end: nil, count: Double($0.count))
      }
    }
    interviewHours = [Double](repeating: 0, count: model.months)
    // Seats that work today have been there long enough to know what a seat gets to know.
    knowledge = partners.map { partner in
      partner.engaged.reduce(0) {
        $0 + ($1.team == team ? Double($1.count) * model.rules.knowledgeHours * 12 : 0)
      }
    }
  }

  /// Spreads what interviewing `count` candidates takes over the months of their search.
  mutating func chargeInterviews(
    _ count: Double, from month: Int, over lead: Double, rules: Rules
  ) {
    let length = max(1, Int(lead.rounded(.up)))
    let each = count * rules.interviewHours / Double(length)
    for later in month..<min(interviewHours.count, month + length) { interviewHours[later] += each }
  }

  /// Does a month's work, fills in what it means for people and money, and carries on what is left.
  ///
  /// Payroll and what becomes of the people are left to the caller.
  mutating func work(
    _ demand: Demand, capacity: TeamCapacity, roadmapHours: Double, team: Int, month: Int,
    model: StaffingModel, into cell: inout TeamMonth
  ) -> MonthEnd {
    let rules = model.rules
    var demand = demand
    let planned = model.calendar.hours(of: team, in: month)
    let frozenHours = roadmapHours * model.calendar.frozen(team, in: month)
    demand.asked[.upkeep] += rules.debtInterest * debtHours + planned
    demand.asked[.debt] = rules.debtPaydown * debtHours
    demand.asked[.roadmap] = roadmapHours - frozenHours
    var open = WorkDemand()
    let outcome = TeamWork.work(
      demand, capacity: capacity, rota: model.rota(of: team, at: capacity.sites), rules: rules,
      into: &cell,
      leaving: &open)
    pressure = outcome.pressure

    // Overtime does part of what contract hours leave open, the most urgent first.
    var worked = cell.doneHours
    if pressure > 0 {
      open = WorkDemand(demand.asked, shares: rules.shares)
      worked = capacity.pool.worked(
        off: &open,
        overtime: 1
          + min(rules.overtimeMax / rules.contractHours, rules.overtimeAbsorbed * pressure))
    }
    let doneScaling =
      demand.asked[.scaling] > 0 ? 1 - open.scaling.total / demand.asked[.scaling] : 1
    let deferred = open.upkeep.total + open.compliance.total + open.incidents.total
    let paid = worked[.debt]
    missedRoadmapHours += open.roadmap.total + frozenHours
    debtHours = max(0, debtHours + deferred - paid)
    endContracts(of: team, after: month, model: model)

    cell.headcount = capacity.headcount
    cell.partnerSeats = capacity.partnerSeats
    cell.newcomers = capacity.newcomers
    cell.callReady = capacity.callReady
    cell.debtHours = debtHours
    cell.slipMonths = roadmapHours > 0 ? missedRoadmapHours / roadmapHours : 0
    for cohort in partners {
      let price = model.partners[cohort.partner].costPerMonth[cohort.level] ?? 0
      cell.cost.partner += cohort.count * cohort.presence(in: month) * price
    }
    cell.cost.hiring = cell.starters * rules.costPerHire
    cell.cost.shortage = (deferred + open.scaling.total) * rules.shortagePrice
    cell.cost.slip = (open.roadmap.total + frozenHours) * rules.slipPrice
    if planned > 0 {
      cell.plannedHours = planned * cell.doneHours[.upkeep] / demand.asked[.upkeep]
    }
    return MonthEnd(stationaryBurnout: outcome.stationary, doneScaling: doneScaling)
  }

  /// Lets partners' knowledge grow, and go where their last seat has ended.
  private mutating func endContracts(of team: Int, after month: Int, model: StaffingModel) {
    guard !partners.isEmpty else { return }
    for partner in model.partners.indices {
      var working = 0.0
      var staying = 0.0
      for cohort in partners where cohort.partner == partner {
        working += cohort.count * cohort.presence(in: month)
        let goesOn = cohort.end.map { month + 1 < $0 } ?? true
        if goesOn { staying += cohort.count * cohort.presence(in: month) }
      }
      guard working > 0 else { continue }
      // Knowledge of one seat is worth a year at most: what is older has reached the team.
      let most = 12 * model.rules.knowledgeHours * working
      let known = min(most, knowledge[partner] + model.rules.knowledgeHours * working)
      let kept = clamp(staying / working, 0, 1)
      knowledge[partner] = known * kept
      debtHours += known * (1 - kept) * model.lossShare(of: partner, at: team)
    }
  }
}

/// What a month's work leaves for the people and the services.
struct MonthEnd {
  /// The burnout to which the load would lead.
  var stationaryBurnout: Double
  /// Share of the team's scaling work that got done.
  var doneScaling: Double
}
