extension OwnershipAudit {
  /// Rules C0307, C0308 and C0315: a rota that people can bear.
  static func rota(ofTeam team: Int, _ facts: OwnershipFacts) -> [AuditFinding] {
    guard let rota = facts.organization.teams[team].rota else { return [] }
    return rotaSize(team, rota, facts) + escalation(team, rota, facts)
      + busyShift(team, rota, facts)
  }

  private static func rotaSize(
    _ team: Int, _ rota: Rota, _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    rota.sites.count > 1
      ? rotaSizePerSite(team, rota, facts) : rotaSizeAtOneSite(team, rota, facts)
  }

  private static func rotaSizeAtOneSite(
    _ team: Int, _ rota: Rota, _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    let people =
      facts.organization.teams[team].members.count(where: \.takesPager)
      + facts.partnerSeats(inTeam: team, onlyWithPager: true)
    // Nobody should be on call more than a quarter of the time: 4 people for each layer, 8 for two.
    let limit = (Double(rota.layers) / facts.assumptions[.oncallMaxTimeShare]).rounded(.up)
    guard people > 0, Double(people) < limit else { return [] }
    return [
      AuditFinding(
        .rotaTooSmall, .warning, subject: facts.name(team),
        message: "\(Printable.count(people, "person", "people")) on call for "
          + "\(Printable.count(rota.layers, "layer", "layers")), \(Int(limit)) are the minimum",
        hint: "share the rota with another team, add people, or drop a layer",
        citation: facts.citation(.oncallMaxTimeShare), measured: Double(people), limit: limit)
    ]
  }

  private static func rotaSizePerSite(
    _ team: Int, _ rota: Rota, _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    let limit = Int(facts.assumptions[.oncallMinPeoplePerSite])
    let members = facts.organization.teams[team].members.filter(\.takesPager)
    let counts = rota.sites.indices.map { site in members.count { $0.site == site } }
    let missing = counts.reduce(0) { $0 + max(0, limit - $1) }
    guard let fewest = counts.min(), !members.isEmpty,
      // The model does not say at which site partners sit; they get the benefit of the doubt.
      missing > facts.partnerSeats(inTeam: team, onlyWithPager: true)
    else { return [] }
    let sites = zip(rota.sites, counts).map { "\($0.name) \($1)" }.joined(separator: ", ")
    return [
      AuditFinding(
        .rotaTooSmall, .warning, subject: facts.name(team),
        message: "people on call by site: \(sites); \(limit) at each are the minimum",
        hint: "add people at the short sites, or join sites",
        citation: facts.citation(.oncallMinPeoplePerSite), measured: Double(fewest),
        limit: Double(limit))
    ]
  }

  private static func escalation(
    _ team: Int, _ rota: Rota, _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    guard !rota.hasEscalation else { return [] }
    return [
      AuditFinding(
        .rotaWithoutEscalation, .warning, subject: facts.name(team),
        message: "a page that the rota misses goes nowhere",
        hint: "name somebody outside the rota and set `escalation: true`")
    ]
  }

  private static func busyShift(
    _ team: Int, _ rota: Rota, _ facts: OwnershipFacts
  ) -> [AuditFinding] {
    let pages = facts.pagesPerDay(ofTeam: team)
    let longest = facts.assumptions.row(.oncallMaxShiftHours).value.high
    // A second layer or a second site lets one person sleep.
    guard rota.layers == 1, rota.sites.count == 1, rota.shiftHours > longest, pages > 1
    else { return [] }
    return [
      AuditFinding(
        .longBusyShift, .warning, subject: facts.name(team),
        message: "one person alone for \(tenths(rota.shiftHours / 24)) days with "
          + "\(tenths(pages)) pages a day expected",
        hint: "shorten the shift, add a layer or a site, or fix what pages most",
        citation: facts.citation(.oncallMaxShiftHours), measured: pages, limit: 1)
    ]
  }
}
