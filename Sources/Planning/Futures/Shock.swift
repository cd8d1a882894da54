package import Organization
package import Simulation

/// Something bad that an organisation may have to live through.
package enum Shock: Hashable, Sendable {
  /// A team loses somebody of a level before the first month.
  case losesOne(team: Int, level: Int)
  /// A partner's people and seats go before the first month.
  case losesPartner(Int)
  /// Every search takes so many months longer.
  case slowHiring(months: Int)
  /// Traffic is so many times what it was to be.
  case traffic(times: Double)

  /// What resilience is tried with: each team loses somebody of its highest level, each partner goes,
  /// hiring is slow, traffic is ten times as high.
  package static func all(in organization: Organization) -> [Shock] {
    let people = organization.teams.enumerated().compactMap { team, model -> Shock? in
      model.members.map(\.level).max().map { .losesOne(team: team, level: $0) }
    }
    return people + organization.partners.indices.map(Shock.losesPartner)
      + [.slowHiring(months: 2), .traffic(times: 10)]
  }

  /// Every loss there can be: somebody of each level of each team, each partner.
  package static func losses(in organization: Organization) -> [Shock] {
    organization.teams.enumerated().flatMap { team, model in
      Set(model.members.map(\.level)).sorted(by: >).map { .losesOne(team: team, level: $0) }
    } + organization.partners.indices.map(Shock.losesPartner)
  }

  package func words(in organization: Organization) -> String {
    switch self {
    case .losesOne(let team, let level):
      return "\(organization.teams[team].id) loses one \(organization.levels[level].id)"
    case .losesPartner(let partner): return "\(organization.partners[partner].id) goes"
    case .slowHiring(let months): return "every hire takes \(months) months longer"
    case .traffic(let times): return "traffic is \(Int(times)) times as high"
    }
  }

  /// Whether it is a loss of a team or a partner, counted on after the teams.
  package func concerns(_ place: Int, teams: Int) -> Bool {
    switch self {
    case .losesOne(let team, _): team == place
    case .losesPartner(let partner): teams + partner == place
    case .slowHiring, .traffic: false
    }
  }

  /// The same futures with this shock in them.
  func applied(to plan: FuturePlan) -> FuturePlan {
    switch self {
    case .losesOne(let team, let level):
      let members = plan.organization.teams[team].members
      guard let member = members.firstIndex(where: { $0.level == level }) else { return plan }
      return plan.changed(losses: [PersonLost(team: team, member: member)])
    case .losesPartner(let partner):
      var organization = plan.organization
      organization.partners[partner].engaged = []
      var staffing = plan.staffing
      staffing.seats.removeAll { $0.source == .partner(partner) }
      return plan.changed(organization, staffing: staffing)
    case .slowHiring(let months):
      var organization = plan.organization
      let days = Double(months) * 365 / 12
      for level in organization.levels.indices {
        let lead = organization.levels[level].leadDays
        organization.levels[level].leadDays = ThreePoint(
          low: lead.low + days, likely: lead.likely + days, high: lead.high + days)
      }
      return plan.changed(organization)
    case .traffic(let times):
      return plan.changed(trafficTimes: times)
    }
  }
}

/// What a shock does to futures that are otherwise the same.
package struct ResilienceOutcome: Sendable {
  package var shock: Shock
  /// Share of team-months in which the policy is kept with the shock.
  package var policyKept: Double
  /// Its change, future by future.
  package var keptChange: MeanEstimate
  /// Change of the total cost.
  package var costChange: MeanEstimate
  /// The team that newly breaks the policy most often.
  package var hardestTeam: Int?
  /// Demands of the policy that break too often with the shock and not without it.
  package var newlyBroken: [NewlyBroken]
}

/// A demand of the policy that a shock makes break too often.
package struct NewlyBroken: Hashable, Sendable {
  package var limit: Limit
  /// Index into ``Organization/teams``.
  package var team: Int
  /// The first month in which it is broken more often than the policy allows.
  package var from: Int
}

/// Compares futures with and without a shock.
package struct Resilience: Sendable {
  let judge: FutureJudge
  let futures: Range<Int>

  package init(_ judge: FutureJudge, futures: Int) {
    self.judge = judge
    self.futures = 0..<futures
  }

  /// What all shocks are compared with.
  package func calm() -> FutureBatch { judge.play(futures) }

  package func outcome(of shock: Shock, calm: FutureBatch) -> ResilienceOutcome {
    let hit = FutureJudge(shock.applied(to: judge.plan)).play(futures)
    var kept = MeanEstimate()
    var cost = MeanEstimate()
    var level = MeanEstimate()
    for row in 0..<futures.count {
      level.insert(hit[.policyKept, row])
      kept.insert(hit[.policyKept, row] - calm[.policyKept, row])
      cost.insert(hit[.total, row] - calm[.total, row])
    }
    let months = judge.organization.months
    let teams = judge.organization.teams.count
    var worse = [Int](repeating: 0, count: teams)
    for index in hit.broken.indices {
      let team = index / months % teams
      worse[team] += hit.broken[index] & FutureJudge.policy != 0 ? 1 : 0
      worse[team] -= calm.broken[index] & FutureJudge.policy != 0 ? 1 : 0
    }
    let hardest = worse.indices.max { (worse[$0], -$0) < (worse[$1], -$1) }
    return ResilienceOutcome(
      shock: shock, policyKept: level.mean, keptChange: kept, costChange: cost,
      hardestTeam: hardest.flatMap { worse[$0] > 0 ? $0 : nil },
      newlyBroken: newlyBroken(hit, calm))
  }

  private func newlyBroken(_ hit: FutureBatch, _ calm: FutureBatch) -> [NewlyBroken] {
    let (after, before) = (tooOften(hit), tooOften(calm))
    return after.filter { found in
      !before.contains { $0.limit == found.limit && $0.team == found.team }
    }
  }

  /// Demands that are broken more often than the policy allows, with the first month of it.
  private func tooOften(_ batch: FutureBatch) -> [NewlyBroken] {
    let months = judge.organization.months
    let size = months * judge.organization.teams.count
    var found = [NewlyBroken]()
    for (index, limit) in Limit.allCases.enumerated() where limit.weight == .policy {
      for team in judge.organization.teams.indices {
        let first = (0..<months).first { month in
          let count = futures.indices.reduce(0) { sum, row in
            sum + Int(batch.broken[row * size + team * months + month] >> UInt16(index) & 1)
          }
          return Double(count) > judge.allowed(limit) * Double(futures.count)
        }
        if let first { found.append(NewlyBroken(limit: limit, team: team, from: first)) }
      }
    }
    return found
  }
}
