extension OwnershipAudit {
  /// Rules C0331 to C0333: somebody is awake for a region, answers for its data, does its work.
  static func regions(_ facts: OwnershipFacts) -> [AuditFinding] {
    facts.organization.regions.flatMap { region in
      let used = facts.organization.services(usedIn: region)
      return nights(of: region, used, facts) + residency(of: region, used, facts)
        + work(of: region, used, facts)
    }
  }

  // MARK: Nights

  private static func nights(
    of region: Region, _ used: [Int], _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    guard let clock = region.clock, region.traffic.mean > 0 else { return [] }
    let owners = Set(used.flatMap { facts.organization.services[$0].owningTeams }).sorted()
    let asleep = owners.compactMap { team -> (name: String, share: Double)? in
      let share = clock.workSleptThrough(by: carriers(ofTeam: team, facts))
      return share >= mostOfTheDay ? (facts.name(team), share) : nil
    }
    guard let worst = asleep.map(\.share).max() else { return [] }
    return [
      AuditFinding(
        .regionWithoutNights, .warning, subject: region.id,
        message: "\(Int((worst * 100).rounded())) % of its working hours (\(clock.zone)) are night "
          + "for \(asleep.map(\.name).joined(separator: ", "))",
        hint:
          "put \(Int(facts.assumptions[.oncallMinPeoplePerSite])) people on call at a site that "
          + "is awake then, and as many at home, or expect its pages at night",
        citation: facts.citation(.oncallMinPeoplePerSite), measured: worst, limit: mostOfTheDay)
    ]
  }

  /// Half of a region's working day.
  private static let mostOfTheDay = 0.5

  /// The sites from which a team's pager is carried; none where it has none.
  private static func carriers(ofTeam team: Int, _ facts: OwnershipFacts) -> [Site] {
    let team = facts.organization.teams[team]
    guard let rota = team.rota else { return [] }
    guard rota.sites.count > 1, rota.countsPeople || team.region != nil else { return rota.sites }
    let least = Int(facts.assumptions[.oncallMinPeoplePerSite])
    let able = rota.sites.indices.filter { site in
      team.members.count { $0.takesPager && $0.site == site } >= least
    }
    return able.isEmpty ? Array(rota.sites.prefix(1)) : able.map { rota.sites[$0] }
  }

  // MARK: Data

  private static func residency(
    of region: Region, _ used: [Int], _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    guard region.hasResidency else { return [] }
    let services = facts.organization.services
    let open = used.filter { services[$0].keepsData && !hasCompetentOwner(services[$0], facts) }
    guard !open.isEmpty else { return [] }
    let names =
      open.prefix(3).map { services[$0].id }.joined(separator: ", ")
      + (open.count > 3 ? " and \(open.count - 3) more" : "")
    return [
      AuditFinding(
        .residencyWithoutOwner, .warning, subject: region.id,
        message: "data of \(names) has to stay there, and no owner holds "
          + Competency.securityAndCompliance.rawValue,
        hint: "name an owning team that knows how, hire for it, or keep these services out of the "
          + "region", measured: 0, limit: 1)
    ]
  }

  /// Somebody in an owning team knows how data is kept; teams that say nothing are believed to.
  private static func hasCompetentOwner(_ service: Service, _ facts: OwnershipFacts) -> Bool {
    service.owningTeams.contains { index in
      let team = facts.organization.teams[index]
      guard !team.members.isEmpty else { return false }
      return team.competencies.map { $0[Competency.securityAndCompliance.index] ?? 0 > 0 } ?? true
    }
  }

  // MARK: Work

  private static func work(
    of region: Region, _ used: [Int], _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    let asks =
      region.latencyHours.high > 0 || region.hasResidency || !region.compliance.isEmpty
    let isOwned = used.contains { !facts.organization.services[$0].owningTeams.isEmpty }
    guard asks, !isOwned else { return [] }
    return [
      AuditFinding(
        .regionWithoutTeam, .warning, subject: region.id,
        message: used.isEmpty
          ? "no service is used there, so that nobody does the work for it"
          : "no team owns a service that is used there, so that nobody does the work for it",
        hint: "name the services under `services`, each with an owning team", measured: 0, limit: 1)
    ]
  }
}
