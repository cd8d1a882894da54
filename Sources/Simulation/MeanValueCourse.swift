import Organization

/// One run of the mean-value recursion while it goes on.
struct MeanValueCourse {
  let model: StaffingModel
  private let services: ServiceCourse
  let plan: StaffingPlan
  /// Hires who are known to begin.
  private let accepted: [Seat]
  private let today: [Today]
  var teams: [TeamState]
  /// What is left of the scaling hours due so far, by service.
  private var backlog: ScalingBacklog
  private var gaps: CompetencyGaps
  /// Pages to be expected this month, by service.
  private var expectedPages: [Double]
  private var lastExpectedPages: [Double]
  var result: Trajectory

  init(
    _ model: StaffingModel, from start: StartingPoint, services: ServiceCourse, plan: StaffingPlan
  ) {
    self.model = model
    self.services = services
    self.plan = plan
    accepted = plan.seats.filter { !$0.source.isPartner && $0.arrival != nil }
    teams = start.teams
    today = start.today
    gaps = start.gaps
    result = Trajectory(
      teamCount: model.teams.count, serviceCount: model.services.count, months: model.months)
    backlog = ScalingBacklog(model)
    expectedPages = model.services.map(\.pagesPerMonth)
    lastExpectedPages = expectedPages
  }

  // MARK: A month

  mutating func step(_ month: Int) {
    rearrange(in: month)
    open(in: month)
    var capacities = [TeamCapacity]()
    capacities.reserveCapacity(teams.count)
    for team in teams.indices {
      let started = arrive(team, in: month)
      result[team: team, month: month].starters = started
      capacities.append(
        TeamCapacity(teams[team], team: team, month: month, model: model))
      updateGaps(of: team, in: month)
    }
    var strains = teams.indices.map { team in
      Strain(
        on: teams[team].condition, capacity: capacities[team], team: team, month: month,
        today: today[team],
        model: model)
    }
    model.help?.lower(&strains, in: month, today: today)
    var demands = capacities.map { Demand(sites: $0.sites) }
    services.expectPages(
      in: month, backlog: backlog, strains: strains, gaps: gaps, model: model,
      into: &expectedPages)
    model.spread.add(to: &expectedPages, last: &lastExpectedPages, model: model)
    model.help?.drive(&strains, pages: expectedPages, today: today, model: model)
    services.ask(
      in: month, pages: expectedPages, expected: expectedPages, backlog: backlog,
      strains: strains, gaps: gaps, model: model, demands: &demands)
    result.set(servicePages: expectedPages, month: month)
    var done = [Double](repeating: 1, count: teams.count)
    for team in teams.indices {
      done[team] = finish(team, in: month, demand: demands[team], capacity: capacities[team])
    }
    services.carry(&backlog, after: month, done: done, model: model)
  }

  /// Opens the plan's seats of this month and gives waiting requisitions to recruiters.
  private mutating func open(in month: Int) {
    for seat in plan.seats where seat.openMonth == month {
      switch seat.source {
      case .inHouse: open(seat, in: month)
      case .partner(let partner):
        let start = Double(month) + model.monthsToBegin(with: partner, of: seat)
        teams[seat.team].condition.partners.append(
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
        let lead = model.terms(of: level, isHire: true, in: team).leadMonths
        schedule(count, team: team, level: level, at: Double(month) + lead)
        teams[team].condition.chargeInterviews(
          count, from: month, over: lead, rules: model.rules)
      }
    }
  }

  /// Opens a requisition, or goes on with one that recruiters have had before the plan.
  private mutating func open(_ seat: Seat, in month: Int) {
    switch seat.progress {
    case .notBegun: teams[seat.team].waiting[seat.level] += 1
    case .accepted: teams[seat.team].expectStarter()
    case .underWay, .offered:
      let rest = model.monthsToOffer(of: seat)
      schedule(1, team: seat.team, level: seat.level, at: Double(month) + rest)
      guard seat.progress != .offered else { return }
      teams[seat.team].condition.chargeInterviews(1, from: month, over: rest, rules: model.rules)
    }
  }

  /// Puts `count` offers at a moment between two months, split by nearness.
  private mutating func schedule(_ count: Double, team: Int, level: Int, at moment: Double) {
    let first = Int(moment.rounded(.down))
    let late = moment - Double(first)
    teams[team].search(count * (1 - late), level: level, until: first)
    teams[team].search(count * late, level: level, until: first + 1)
  }

  /// Turns this month's offers into starters; declined ones go on searching.
  private mutating func arrive(_ team: Int, in month: Int) -> Double {
    let before = teams[team].inHouse
    var started = 0.0
    for seat in accepted where seat.team == team && seat.arrival == month {
      teams[team].cohorts.append(
        Cohort(level: seat.level, start: month, count: 1, onRota: 1, isHire: true))
      teams[team].beginExpected()
      started += 1
    }
    for level in model.levels.indices {
      let offers = teams[team].takeOffers(level: level, in: month)
      guard offers > 0 else { continue }
      let accepted = offers * model.rules.acceptance
      teams[team].cohorts.append(
        Cohort(level: level, start: month, count: accepted, onRota: 1, isHire: true))
      started += accepted
      let retry = max(1, model.terms(of: level, isHire: true, in: team).retryMonths)
      schedule(offers - accepted, team: team, level: level, at: Double(month) + retry)
    }
    if started > 0 {
      // Starters are like anybody at the base rate: neither rested for good nor worn by this team.
      let base = model.rules.burnoutBase
      teams[team].condition.burnout =
        (teams[team].condition.burnout * before + base * started) / (before + started)
    }
    return started
  }

  private mutating func updateGaps(of team: Int, in month: Int) {
    guard let competencies = model.competencies.teams[team] else { return }
    var turnover = Turnover()
    for cohort in teams[team].cohorts {
      turnover.add(
        cohort.count, of: model.levels[cohort.level], start: cohort.start, isHire: cohort.isHire,
        change: cohort.change, month: month, onboarding: model.teams[team].onboarding,
        rules: model.rules)
    }
    gaps.update(
      team, competencies, turnover: turnover, partners: teams[team].condition.partners,
      month: month, model: model)
  }

  // MARK: Work

  /// Ends a team's month.
  ///
  /// - Returns: the share of its scaling work that got done.
  private mutating func finish(
    _ team: Int, in month: Int, demand: Demand, capacity: TeamCapacity
  ) -> Double {
    var cell = result[team: team, month: month]
    let end = teams[team].condition.work(
      demand, capacity: capacity, roadmapHours: today[team].roadmapHours, team: team,
      month: month, model: model, into: &cell)
    result.fillQuarter(&cell, team: team, month: month)
    for cohort in teams[team].cohorts {
      let level = model.terms(
        of: cohort.level, isHire: cohort.isHire, in: cohort.change?.home ?? team)
      cell.cost.payroll += cohort.count * level.costPerMonth
    }
    cell.burnout = teams[team].condition.burnout
    cell.missingCompetencies = gaps.missing(in: team)
    cell.leavers = leave(team, in: month, stationary: end.stationaryBurnout)
    if model.hasPromotions {
      cell.promotions += promote(team, in: month, guidance: capacity.guidance)
    }
    cell.openRequisitions = teams[team].openRequisitions
    result[team: team, month: month] = cell
    return end.doneScaling
  }
}
