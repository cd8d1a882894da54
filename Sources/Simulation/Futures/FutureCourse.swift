import Organization

/// One future of an organisation, person by person, while it goes on.
///
/// It is made once for each thread and used for future after future, so that what it needs is
/// allocated once. A month goes as in the mean-value recursion: requisitions open and starters
/// arrive; capacity; traffic makes work and pages; the work is done in order of urgency; what is left
/// becomes overtime, debt, overdue scaling or slip; load moves burnout; people leave and backfills
/// open.
///
/// Burnout, leaving and hiring are of single people; the load that burns them out is their team's, as
/// the published odds are of averages. Without chance everybody in a team is equally burned out.
/// - Complexity: O(months × (services + people + open requisitions)) for each future.
package struct FutureCourse: Sendable {
  let plan: FuturePlan
  private(set) var model: StaffingModel
  private var drawing: WorldDrawing
  private var today: [Today]
  private var services: ServiceCourse
  var luck: ReplicationStream
  var teams: [TeamFuture] = []
  var requisitions: [Requisition] = []
  /// What is left of the scaling hours due so far, by service.
  private var backlog: ScalingBacklog
  private var gaps: CompetencyGaps
  private var capacities: [TeamCapacity] = []
  private var strains: [Strain]
  private var demands: [Demand]
  private var done: [Double]
  /// By service: pages to be expected, no more than can be counted, chances drawn, pages that came.
  private var (expected, means, uniforms, pages): ([Double], [Double], [Double], [Double])
  /// By service: pages that were to be expected a month ago.
  private var lastExpected: [Double]
  /// What became of people in the month of the team at hand.
  var turns: [Turn] = []
  /// By team: people who started this month.
  var started: [Double]
  /// By team: what the plan has done to its people this month.
  var changes: [Changes]
  /// What happened in the future that was played last.
  package private(set) var result: Trajectory
  /// What is worth telling of it, if somebody wants to be told.
  package var story: FutureStory?

  package init(_ plan: FuturePlan) {
    self.plan = plan
    model = plan.middle.model
    drawing = WorldDrawing(plan)
    today = plan.middle.start.today
    services = plan.middle.course
    gaps = plan.middle.start.gaps
    luck = ReplicationStream(seed: plan.seed, replication: 0)
    let teams = plan.middle.model.teams.count
    strains = [Strain](repeating: Strain(change: 1, trouble: 1), count: teams)
    demands = [Demand](repeating: Demand(), count: teams)
    done = [Double](repeating: 1, count: teams)
    started = [Double](repeating: 0, count: teams)
    changes = [Changes](repeating: Changes(), count: teams)
    let none = [Double](repeating: 0, count: plan.middle.model.services.count)
    (expected, means, uniforms, pages) = (none, none, none, none)
    backlog = ScalingBacklog(plan.middle.model)
    lastExpected = none
    result = Trajectory(
      teamCount: model.teams.count, serviceCount: model.services.count, months: model.months)
  }

  var chances: Chances { plan.chances }

  /// Plays a future; afterwards ``result`` tells it.
  ///
  /// - Parameter replication: its number, 0 or more; the same number is the same future.
  package mutating func play(_ replication: Int) {
    play(replication, in: drawing.world(of: replication))
  }

  /// The same in a world that was drawn for it by another plan, which differs in nothing but its seats.
  package mutating func play(_ replication: Int, in world: World) {
    luck = ReplicationStream(seed: plan.seed, replication: replication)
    model = world.model
    today = world.start.today
    services = world.course
    gaps = world.start.gaps
    begin(world.start)
    for month in 0..<model.months { step(month) }
  }

  private mutating func begin(_ start: StartingPoint) {
    requisitions.removeAll(keepingCapacity: true)
    teams.removeAll(keepingCapacity: true)
    backlog.clear()
    for service in lastExpected.indices {
      lastExpected[service] = model.services[service].pagesPerMonth
    }
    for team in model.teams.indices {
      var future = TeamFuture(condition: start.teams[team].condition)
      let share = future.condition.burnout
      let members = model.teams[team].members
      future.people.reserveCapacity(members.count + 4)
      for (place, member) in members.enumerated() {
        let id = plan.members[team][place]
        future.people.append(
          Person(
            id: id, level: member.level, start: member.tenureMonths.map { -$0 }, count: 1,
            onRota: member.takesPager ? 1 : 0, isHire: false, isBurnedOut: isBurnedOut(id, share)))
      }
      if chances.contains(.burnout) { future.condition.burnout = future.burnedOutShare }
      teams.append(future)
    }
    for loss in plan.losses { lose(loss) }
  }

  /// Whether somebody is burned out on the first day.
  func isBurnedOut(_ person: EntityID, _ share: Double) -> Bool {
    chances.contains(.burnout)
      && Bernoulli(probability: share).quantile(luck.uniform(person, .startingBurnout))
  }

  // MARK: A month

  private mutating func step(_ month: Int) {
    rearrange(in: month)
    open(in: month)
    arrive(in: month)
    gather(in: month)
    model.help?.lower(&strains, in: month, today: today)
    services.expectPages(
      in: month, backlog: backlog, strains: strains, gaps: gaps, model: model, into: &expected)
    model.spread.add(to: &expected, last: &lastExpected, model: model)
    model.help?.drive(&strains, pages: expected, today: today, model: model)
    drawPages(in: month)
    services.ask(
      in: month, pages: pages, expected: expected, backlog: backlog, strains: strains, gaps: gaps,
      model: model, demands: &demands)
    result.set(servicePages: pages, month: month)
    finish(in: month)
    for requisition in requisitions {
      result.addRequisition(requisition.count, team: requisition.team, month: month)
    }
    tellOfScaling(in: month)
    services.carry(&backlog, after: month, done: done, model: model)
  }

  /// Works out what every team can do and what that does to its services.
  private mutating func gather(in month: Int) {
    let model = model
    let isPersonal = chances.contains(.burnout)
    let personal = Vigour(of: model.rules)
    capacities.removeAll(keepingCapacity: true)
    // By their places in an array of its own, as each would be copied to be asked.
    let teams = teams
    teams.withUnsafeBufferPointer { teams in
      for team in teams.indices {
        let vigour = isPersonal ? personal : Vigour(of: teams[team], model.rules)
        let capacity = teams[team].capacity(team, in: month, vigour: vigour, model: model)
        strains[team] = Strain(
          on: teams[team].condition, capacity: capacity, team: team, month: month,
          today: today[team], model: model)
        demands[team] = Demand(sites: capacity.sites)
        capacities.append(capacity)
      }
    }
    for team in teams.indices { updateGaps(of: team, in: month, model: model) }
  }

  private mutating func updateGaps(of team: Int, in month: Int, model: StaffingModel) {
    guard let competencies = model.competencies.teams[team] else { return }
    var turnover = Turnover()
    let (levels, rules, onboarding) = (model.levels, model.rules, model.teams[team].onboarding)
    for person in teams[team].people {
      turnover.add(
        person.count, of: levels[person.level], start: person.start, isHire: person.isHire,
        change: person.change, month: month, onboarding: onboarding, rules: rules)
    }
    gaps.update(
      team, competencies, turnover: turnover, partners: teams[team].condition.partners,
      month: month, model: model)
  }

  private mutating func drawPages(in month: Int) {
    guard chances.contains(.pages) else {
      pages = expected
      return
    }
    // More than any computer could count would not be counted either.
    for service in expected.indices { means[service] = clamp(expected[service], 0, 1e12) }
    luck.uniforms(plan.services, .pages, month: month, into: &uniforms)
    NegativeBinomial.quantiles(
      uniforms, means: means, burstiness: model.rules.burstiness, into: &pages)
  }

  private mutating func finish(in month: Int) {
    // Constants for all teams, as otherwise each would count references and copy.
    let (model, capacities, demands) = (self.model, self.capacities, self.demands)
    for team in teams.indices {
      var cell = TeamMonth()
      cell.starters = started[team]
      (cell.transfersIn, cell.transfersOut) = (changes[team].came, changes[team].went)
      cell.promotions = changes[team].rose
      let end = teams[team].condition.work(
        demands[team], capacity: capacities[team], roadmapHours: today[team].roadmapHours,
        team: team, month: month, model: model, into: &cell)
      done[team] = end.doneScaling
      result.fillQuarter(&cell, team: team, month: month)
      cell.cost.payroll = teams[team].payroll(of: team, in: model)
      cell.burnout = teams[team].condition.burnout
      cell.missingCompetencies = gaps.missing(in: team)
      cell.leavers = live(team, in: month, stationary: end.stationaryBurnout, model: model)
      if model.hasPromotions {
        cell.promotions += promote(team, in: month, guidance: capacities[team].guidance)
      }
      result[team: team, month: month] = cell
    }
  }

  private mutating func tellOfScaling(in month: Int) {
    guard story != nil else { return }
    for service in backlog.steps.indices where !model.ownership.places(of: service).isEmpty {
      story?.scaling(of: service, in: month, course: services, backlog: backlog.steps[service])
    }
  }
}
