package import Organization
package import Simulation

/// Something bad that an organisation may have to live through.
package enum Shock: Hashable, Sendable {
  /// A team loses one of its highest-ranking people before the first month.
  case losesOne(team: Int)
  /// A partner's people and seats go before the first month.
  case losesPartner(Int)
  /// Every search takes so many months longer.
  case slowHiring(months: Int)
  /// Traffic is so many times what it was to be.
  case traffic(times: Double)

  /// All that are tried for an organisation.
  package static func all(in organization: Organization) -> [Shock] {
    organization.teams.indices.filter { !organization.teams[$0].members.isEmpty }
      .map(Shock.losesOne)
      + organization.partners.indices.map(Shock.losesPartner)
      + [.slowHiring(months: 2), .traffic(times: 10)]
  }

  package func words(in organization: Organization) -> String {
    switch self {
    case .losesOne(let team):
      let level = Self.highest(in: organization.teams[team]).map {
        organization.levels[organization.teams[team].members[$0].level].id
      }
      return "\(organization.teams[team].id) loses a \(level ?? "person")"
    case .losesPartner(let partner): return "\(organization.partners[partner].id) goes"
    case .slowHiring(let months): return "every hire takes \(months) months longer"
    case .traffic(let times): return "traffic is \(Int(times)) times as high"
    }
  }

  private static func highest(in team: Team) -> Int? {
    team.members.indices.max {
      (team.members[$0].level, -$0) < (team.members[$1].level, -$1)
    }
  }

  /// The same futures with this shock in them.
  func applied(to plan: FuturePlan) -> FuturePlan {
    switch self {
    case .losesOne(let team):
      guard let member = Self.highest(in: plan.organization.teams[team]) else { return plan }
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
      hardestTeam: hardest.flatMap { worse[$0] > 0 ? $0 : nil })
  }
}
