import Organization
package import Simulation

/// What a region asks for, and who is awake in its day, under a plan.
package struct RegionOutlook: Hashable, Sendable {
  /// How a team carries a day that is its night.
  package enum Nights: CaseIterable, Hashable, Sendable {
    /// Its pager follows the sun.
    case followsTheSun
    /// One rota sleeps through much of the day, and has people for two sites.
    case couldFollowTheSun
    /// One rota sleeps through much of the day, and has too few people for two sites.
    case tooFew
  }

  package struct Carrier: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    package var nights: Nights
    /// Call-ready people in the last month of the plan.
    package var ready: Double
    /// Share of the region's working hours in which the team's first site sleeps.
    package var sleptThrough: Double
  }

  package var opening: Opening
  /// Teams that do the work, in the order of the model.
  package var teams: [Int]
  /// People's worth of work in a month before the opening.
  package var people: Double
  /// Teams whose night much of the region's day is.
  package var carriers: [Carrier]
  /// Call-ready people at each of two sites, from which on the pager may follow the sun.
  package var leastPerSite: Double

  init(_ opening: Opening, plan: Trajectory, in model: StaffingModel) {
    let organization = model.organization
    self.opening = opening
    let owners = Set(opening.parts.flatMap { model.services[$0.service].owners }).sorted()
    teams = owners
    let length = Double(max(1, opening.preparation.count))
    people = opening.hoursBefore / length / max(1e-9, model.rules.hoursPerMonth)
    leastPerSite = organization.assumptions[.oncallMinPeoplePerSite]
    let region = organization.regions[opening.region]
    guard let clock = region.clock, region.traffic.mean > 0 else {
      carriers = []
      return
    }
    let least = leastPerSite
    carriers = owners.compactMap { team in
      guard let rota = organization.teams[team].rota else { return nil }
      let slept = clock.workSleptThrough(by: Array(rota.sites.prefix(1)))
      guard slept >= Self.much else { return nil }
      let last = plan[team: team, month: plan.months - 1]
      // Nights on call fall below those of one rota where other sites carry part of them.
      let follows = rota.sites.count > 1 && last.nightsPerWeek < 7 * last.onCallShare - 1e-9
      let isEnough = last.callReady >= 2 * least - 0.5
      return Carrier(
        team: team, nights: follows ? .followsTheSun : isEnough ? .couldFollowTheSun : .tooFew,
        ready: last.callReady, sleptThrough: slept)
    }
  }

  /// From a quarter of the working day on nights are worth a word.
  private static let much = 0.25
}

extension Recommendation {
  /// What each region asks for under the recommended plan, in the order of the model.
  package var regions: [RegionOutlook] {
    (model.expansion?.openings ?? []).map {
      RegionOutlook($0, plan: recommended.expected, in: model)
    }
  }
}
