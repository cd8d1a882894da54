import Organization

/// What a team is like before the first month; later months are relative to it.
struct Today {
  var engineers = 0.0
  var pageFactor = 1.0
  var roadmapHours = 0.0
  /// Work missing relative to capacity.
  var pressure = 0.0
  /// People and seats of partners.
  var people = 0.0
}

extension StaffingModel {
  /// Hours of roadmap work that are asked of each team in a month.
  package var roadmapHoursToday: [Double] { StartingPoint(self).today.map(\.roadmapHours) }
}

/// The state of every team at the start of a plan.
///
/// It depends on neither the plan nor the traffic to come, so it is worked out once and shared.
struct StartingPoint: Sendable {
  var teams: [TeamState]
  var today: [Today]
  /// What teams lack on the first day.
  var gaps: CompetencyGaps

  init(_ model: StaffingModel) {
    teams = model.teams.indices.map { TeamState($0, in: model) }
    gaps = CompetencyGaps(model) { [teams] in teams[$0].condition.partners }
    today = []
    for team in teams.indices {
      today.append(Self.settle(&teams[team], team: team, gaps: gaps, in: model))
    }
  }

  /// Brings burnout to the level that today's load sustains and measures today's factors.
  private static func settle(
    _ state: inout TeamState, team: Int, gaps: CompetencyGaps, in model: StaffingModel
  ) -> Today {
    let rules = model.rules
    let steadyHours = model.teams[team].steadyHours
    var demand = Demand()
    for index in model.teams[team].services {
      let service = model.services[index]
      demand.add(
        index, of: model, part: 1 / Double(service.owners.count), pages: service.pagesPerMonth,
        toilFactor: 1, effort: effort(of: index, team: team, gaps: gaps, in: model))
    }
    addRegions(to: &demand, of: team, state: state, in: model)
    demand.expectedPages = demand.pages
    demand.asked[.upkeep] += model.calendar.today(of: team)
    var today = Today()
    var open = WorkDemand()
    state.condition.burnout = rules.burnoutBase
    for _ in 0..<60 {
      let capacity = TeamCapacity(state, team: team, month: 0, model: model)
      today.engineers = capacity.engineers
      today.people = capacity.headcount.total + capacity.partnerSeats
      today.roadmapHours =
        model.teams[team].roadmapHours ?? roadmapLeft(by: demand, capacity: capacity, rules: rules)
      demand.asked[.roadmap] = today.roadmapHours
      var month = TeamMonth()
      let outcome = TeamWork.work(
        demand, capacity: capacity, rota: model.rota(of: team, at: capacity.sites), rules: rules,
        into: &month,
        leaving: &open)
      let isSettled =
        abs(outcome.stationary - state.condition.burnout) < 1e-13
        && abs(outcome.pressure - state.condition.pressure) < 1e-13
      state.condition.pressure = outcome.pressure
      today.pressure = outcome.pressure
      state.condition.burnout = outcome.stationary
      today.pageFactor = TeamWork.pageFactor(
        state.condition, capacity: capacity, steadyHours: steadyHours, rules: rules)
      if isSettled { break }
    }
    return today
  }

  /// What regions that are open today ask of the team, and when their users page it.
  private static func addRegions(
    to demand: inout Demand, of team: Int, state: TeamState, in model: StaffingModel
  ) {
    guard let expansion = model.expansion else { return }
    demand.sites = TeamCapacity(state, team: team, month: 0, model: model).sites
    for index in model.teams[team].services {
      let part = 1 / Double(model.services[index].owners.count)
      demand.asked[.compliance] += expansion.complianceHoursToday(of: index) * part
      if let place = place(of: index, team: team, in: model) {
        model.localHours?.add(
          place, in: -1, pages: model.services[index].pagesPerMonth * part, to: &demand)
      }
    }
  }

  private static func place(of service: Int, team: Int, in model: StaffingModel) -> Int? {
    model.ownership.places(of: service).first { model.ownership.team(at: $0) == team }
  }

  /// How many times as long work at a service takes a team today.
  private static func effort(
    of service: Int, team: Int, gaps: CompetencyGaps, in model: StaffingModel
  ) -> Double {
    place(of: service, team: team, in: model).map(gaps.work(at:)) ?? 1
  }

  /// The roadmap that today's capacity leaves, but for some slack.
  private static func roadmapLeft(
    by demand: Demand, capacity: TeamCapacity, rules: Rules
  ) -> Double {
    var others = demand.asked
    others[.roadmap] = 0
    var open = WorkDemand(others, shares: rules.shares)
    var pool = capacity.pool
    pool.work(off: &open)
    return pool.most(of: .roadmap, shares: rules.shares) * (1 - rules.roadmapSlack)
  }
}
