extension OwnershipAudit {
  /// Rules C0316 and C0317: what partners run and touch.
  static func partner(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    backing(of: service, facts) + regimes(of: service, facts)
  }

  private static func backing(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    guard let runBy = service.runBy else { return [] }
    let backers = Set(service.owningTeams).reduce(0) { sum, team in
      sum + facts.experienced(inTeam: team).count
    }
    // One owner and one deputy.
    guard backers < 2 else { return [] }
    let partner = facts.organization.partners[runBy].id
    return [
      AuditFinding(
        .partnerWithoutOwner, backers == 0 ? .error : .warning, subject: service.id,
        message:
          "run by \(partner) with \(Printable.count(backers, "person", "people")) of at least mid "
          + "level in house behind it",
        hint: "name an owning team that has an owner and a deputy",
        measured: Double(backers), limit: 2)
    ]
  }

  private static func regimes(of service: Service, _ facts: OwnershipFacts) -> [AuditFinding] {
    let regional = facts.regimesOfRegions(service)
    return facts.organization.partners.enumerated().compactMap { index, partner in
      let missing = (service.compliance + regional).filter { !partner.mayTouch.contains($0) }
      guard !missing.isEmpty, touches(index, service, facts) else { return nil }
      let how = service.runBy == index ? "runs it" : "has seats in its team"
      return AuditFinding(
        .partnerOutsideCompliance, .error, subject: service.id,
        message: "\(partner.id) \(how) but may not touch \(missing.joined(separator: ", "))",
        hint: "extend the contract and `may-touch`, or keep the partner away from the service")
    }
  }

  private static func touches(_ partner: Int, _ service: Service, _ facts: OwnershipFacts) -> Bool {
    if service.runBy == partner { return true }
    return facts.organization.partners[partner].engaged.contains { seats in
      seats.count > 0 && service.owningTeams.contains(seats.team)
    }
  }
}
