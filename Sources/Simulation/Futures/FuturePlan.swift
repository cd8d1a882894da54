package import Organization

/// What all futures of one run have in common: the organisation, traffic, the plan, the seed.
///
/// Immutable and shared between threads.
package final class FuturePlan: Sendable {
  package let organization: Organization
  package let staffing: StaffingPlan
  package let seed: UInt64
  package let chances: Chances
  /// People who go before the first month.
  package let losses: [PersonLost]
  /// The world with every estimate at its middle and traffic at its mean.
  let middle: World
  /// Equally likely courses of traffic.
  private let courses: [TrafficFuture]
  private let mean: TrafficFuture
  /// Estimates that have a range, which each future draws anew.
  package let estimates: [Estimate]
  private let draws: [EstimateDraw]

  /// What random numbers are found by, worked out once.
  let services: [EntityID]
  let members: [[EntityID]]
  let seats: [EntityID]
  static let recruiters = EntityID("recruiters")

  /// - Parameters:
  ///   - organization: under one scenario.
  ///   - mean: traffic at its mean.
  ///   - courses: equally likely courses of traffic, at least as long as the plan; future r takes
  ///     course r modulo their number, so that every few hundred futures see them all.
  ///   - staffing: the seats to add.
  ///   - seed: of all random numbers.
  ///   - chances: what is left to chance.
  ///   - losses: people who go before the first month.
  package init(
    _ organization: Organization, mean: TrafficFuture, courses: [TrafficFuture],
    staffing: StaffingPlan = .asIs, seed: UInt64, chances: Chances = .all,
    losses: [PersonLost] = []
  ) {
    self.organization = organization
    self.staffing = staffing
    self.seed = seed
    self.chances = chances
    self.losses = losses
    self.mean = mean
    self.courses = courses
    let model = StaffingModel(organization)
    middle = World(
      model: model, start: StartingPoint(model), course: ServiceCourse(model, future: mean))
    // What is asked of people who change teams matters only where somebody does.
    let isUsed = { (estimate: Estimate) in
      !staffing.transfers.isEmpty || estimate.place != .assumption(.rampTransfer)
    }
    estimates = chances.contains(.parameters) ? organization.estimates.filter(isUsed) : []
    draws = estimates.map { EstimateDraw($0, in: organization) }
    services = organization.services.map { EntityID("service", $0.id) }
    members = organization.teams.map { team in
      // By level, so that one more junior shifts no senior's luck.
      var counts = [Int: Int]()
      return team.members.map { member in
        counts[member.level, default: 0] += 1
        return EntityID("team", team.id, organization.levels[member.level].id)
          .numbered(counts[member.level] ?? 0)
      }
    }
    var alike = [Seat: Int]()
    seats = staffing.seats.map { seat in
      alike[seat, default: 0] += 1
      return EntityID(
        "seat", organization.teams[seat.team].id, organization.levels[seat.level].id
      ).numbered(seat.openMonth).numbered(alike[seat] ?? 0)
    }
  }

  /// The same, on the courses of a projection.
  package convenience init(
    _ organization: Organization, traffic: TrafficOutlook, staffing: StaffingPlan = .asIs,
    seed: UInt64, chances: Chances = .all, losses: [PersonLost] = []
  ) {
    self.init(
      organization, mean: traffic.mean, courses: traffic.courses, staffing: staffing, seed: seed,
      chances: chances, losses: losses)
  }

  /// The same luck for something else.
  package func changed(
    _ organization: Organization? = nil, staffing: StaffingPlan? = nil,
    losses: [PersonLost]? = nil, trafficTimes: Double = 1
  ) -> FuturePlan {
    FuturePlan(
      organization ?? self.organization, mean: mean.times(trafficTimes),
      courses: trafficTimes == 1 ? courses : courses.map { $0.times(trafficTimes) },
      staffing: staffing ?? self.staffing, seed: seed, chances: chances,
      losses: losses ?? self.losses)
  }

  /// The same luck on other courses of traffic.
  package func changed(traffic: (TrafficFuture) -> TrafficFuture) -> FuturePlan {
    FuturePlan(
      organization, mean: traffic(mean), courses: courses.map(traffic), staffing: staffing,
      seed: seed, chances: chances, losses: losses)
  }

  /// What the estimates come to in one future, in the order of ``estimates``.
  package func drawn(in replication: Int) -> [Double] {
    let luck = ReplicationStream(seed: seed, replication: replication)
    return draws.map { $0.value(luck) }
  }

  /// The world of one future.
  ///
  /// - Parameters:
  ///   - replication: number of the future.
  ///   - drawn: ``organization`` with whatever was drawn in an earlier future, to draw into; that
  ///     nobody else holds it saves a copy.
  /// - Returns: what the future is played with.
  func world(
    of replication: Int, drawing drawn: inout Organization
  ) -> World {
    var world = middle
    if !draws.isEmpty {
      let luck = ReplicationStream(seed: seed, replication: replication)
      for draw in draws { drawn.replace(draw.place, with: draw.value(luck)) }
      world.model = StaffingModel(drawn, like: middle.model)
      world.start = StartingPoint(world.model)
    }
    let hasCourse = chances.contains(.traffic) && !courses.isEmpty
    if hasCourse || !draws.isEmpty {
      let future = hasCourse ? courses[replication % courses.count] : mean
      world.course = ServiceCourse(world.model, future: future)
    }
    return world
  }
}

/// Somebody who goes before the first month.
package struct PersonLost: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  package var team: Int
  /// Index into ``Team/members``.
  package var member: Int

  package init(team: Int, member: Int) {
    self.team = team
    self.member = member
  }
}

/// One estimate as it is drawn.
private struct EstimateDraw: Sendable {
  let table: PERTTable
  let id: EntityID
  let place: Estimate.Place

  init(_ estimate: Estimate, in organization: Organization) {
    place = estimate.place
    table = PERTTable(estimate.value)
    id = EntityID("estimate", estimate.name(in: organization))
  }

  func value(_ luck: ReplicationStream) -> Double { table.quantile(luck.uniform(id, .parameter)) }
}
