extension OwnershipAudit {
  /// Rules C0301 to C0304: somebody, and only one team, owns the service.
  static func ownership(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    let teams = service.owningTeams
    guard !service.owners.isEmpty else {
      return [
        AuditFinding(
          .unownedService, .error, subject: service.id,
          message: "tier \(service.tier) service has no owner",
          hint: "name one team under `owner`, or retire the service")
      ]
    }
    var findings = strangers(owning: service)
    if service.owners.count > 1 {
      findings.append(
        AuditFinding(
          .severalOwners, .warning, subject: service.id,
          message: "\(service.owners.count) owners: \(ownerNames(service, facts))",
          hint: "keep one owner, or split the service",
          measured: Double(service.owners.count), limit: 1))
    }
    for team in teams where facts.organization.teams[team].members.isEmpty {
      findings.append(
        AuditFinding(
          .ownerWithoutPeople, .error, subject: service.id,
          message: "owned by team \(facts.name(team)), which has no people",
          hint: "staff the team, or give the service to a team that has people",
          measured: 0, limit: 1))
    }
    return findings
  }

  private static func strangers(owning service: Service) -> [AuditFinding] {
    service.owners.compactMap { owner in
      guard case .notATeam(let name) = owner else { return nil }
      return AuditFinding(
        .ownerIsNotATeam, service.owningTeams.isEmpty ? .error : .warning, subject: service.id,
        message: "owner `\(name)` is not a team",
        hint: "name a team of the `teams` section; people leave, teams stay")
    }
  }

  private static func ownerNames(_ service: Service, _ facts: OwnershipFacts) -> String {
    service.owners.map { owner in
      switch owner {
      case .team(let team): facts.name(team)
      case .notATeam(let name): name
      }
    }.joined(separator: ", ")
  }

  /// Rule C0314: somebody in house answers to the auditor.
  static func compliance(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    let isOwned = service.owningTeams.contains { !facts.organization.teams[$0].members.isEmpty }
    guard !service.compliance.isEmpty, !isOwned else { return [] }
    return [
      AuditFinding(
        .complianceWithoutOwner, .error, subject: service.id,
        message: "work for \(service.compliance.joined(separator: ", ")) has no owner in house",
        hint: "name a team with people as owner; a partner cannot answer to the auditor")
    ]
  }

  /// Rule C0306: an important service is on call.
  static func rota(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    let teams = service.owningTeams.map { facts.organization.teams[$0] }
    let partnerAnswers = service.runBy.map { facts.organization.partners[$0].takesPager } ?? false
    guard service.tier <= 2, !teams.isEmpty, !partnerAnswers, teams.allSatisfy({ $0.rota == nil })
    else { return [] }
    let names = teams.map(\.id).joined(separator: ", ")
    return [
      AuditFinding(
        .serviceWithoutRota, .warning, subject: service.id,
        message: "tier \(service.tier) service, but \(names) is not on call",
        hint: "give the team a rota, move the service, or lower its tier")
    ]
  }

  /// Rule C0310: enough people know a tier 1 service.
  static func knowledge(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    guard service.tier <= 1,
      let people = service.owningTeams.map({ knowers(of: service, inTeam: $0, facts) }).max()
    else { return [] }
    let limit = facts.assumptions[.auditBusFactor]
    guard Double(people) < limit else { return [] }
    return [
      AuditFinding(
        .busFactor, .warning, subject: service.id,
        message:
          "about \(Printable.count(people, "person", "people")) can repair this tier 1 service",
        hint: "share the pager with people of mid level or above, and write decisions, contracts "
          + "and playbooks down",
        citation: facts.citation(.auditBusFactor), measured: Double(people), limit: limit)
    ]
  }

  /// People of a team who know one of its services: each knows two services' worth, documents help
  /// one more, and nobody knows a service of a team to which they do not belong.
  private static func knowers(
    of service: Service, inTeam team: Int, _ facts: OwnershipFacts
  ) -> Int {
    let members = facts.organization.teams[team].members
    let experienced = facts.experienced(inTeam: team).count(where: \.takesPager)
    let services = max(1, facts.weightedServices(ofTeam: team))
    let spread = (Double(experienced) * servicesKnownByOne / services).rounded(.up)
    let isDocumented =
      service.documents.count >= documentsNeeded && service.documents.contains(.decisions)
    return min(members.count, min(experienced, Int(spread)) + (isDocumented ? 1 : 0))
  }

  /// Services of tier 2 that one person can know well enough to repair; a guess, as in
  /// `audit.services_per_engineer`.
  private static let servicesKnownByOne = 2.0
  /// Kinds of documents, of six, from which a newcomer can learn a service without a colleague.
  private static let documentsNeeded = 4
}
