/// A number of an organisation that is not known exactly.
package struct Estimate: Hashable, Sendable {
  /// Where it stands.
  package enum Place: Hashable, Sendable {
    case assumption(AssumptionID)
    /// Index into ``Organization/levels``.
    case level(Int, LevelPart)
    /// Index into ``Organization/services``.
    case service(Int, ServicePart)
    /// Index into ``Organization/partners``.
    case partner(Int, PartnerPart)
    /// What a partner asks for an hour at a level.
    case rate(partner: Int, level: Int)
    /// Index into ``Organization/teams``.
    case roadmap(team: Int)
    case hiring(HiringPart)
    /// Index into ``Organization/regions``.
    case region(Int, RegionPart)
    /// Index into ``Organization/work``.
    case work(Int)
    /// Days without releases, index into ``Organization/events``.
    case freeze(event: Int)
  }

  package enum LevelPart: String, CaseIterable, Sendable {
    case salary, productivity, ramp, lead, attrition
  }

  package enum ServicePart: String, CaseIterable, Sendable {
    case headroom, automation, pages, upkeep, toil
    case timeToRecover = "metrics.time-to-recover"
    case deployments = "metrics.deployments"
    case changeFailures = "metrics.change-failures"
  }

  package enum PartnerPart: String, CaseIterable, Sendable {
    case lead, ramp, productivity, oversight
    case knowledgeLoss = "knowledge-loss"
  }

  package enum HiringPart: String, CaseIterable, Sendable {
    case recruiters
    case hiresPerRecruiter = "hires-per-recruiter"
    case acceptance
    case earlyExit = "early-exit"
    case interviews, cost
  }

  package enum RegionPart: String, CaseIterable, Sendable {
    case latencyWork = "latency-work"
    case lead = "hiring.lead"
    case salary = "hiring.salary"
    case attrition = "hiring.attrition"
  }

  package var place: Place
  package var value: ThreePoint

  /// Its name in words of the model file, such as `levels.senior.lead`.
  package func name(in organization: Organization) -> String {
    switch place {
    case .assumption(let id):
      "assumptions.\(id.rawValue)"
    case .level(let index, let part):
      "levels.\(organization.levels[index].id).\(part.rawValue)"
    case .service(let index, let part):
      "services.\(organization.services[index].id).\(part.rawValue)"
    case .partner(let index, let part):
      "partners.\(organization.partners[index].id).\(part.rawValue)"
    case .rate(let partner, let level):
      "partners.\(organization.partners[partner].id).rate.\(organization.levels[level].id)"
    case .roadmap(let team):
      "teams.\(organization.teams[team].id).roadmap"
    case .hiring(let part):
      "hiring.\(part.rawValue)"
    case .region(let index, let part):
      "regions.\(organization.regions[index].id).\(part.rawValue)"
    case .work(let index):
      "work.\(organization.work[index].id)"
    case .freeze(let event):
      "events.\(organization.events[event].id).freeze"
    }
  }
}
