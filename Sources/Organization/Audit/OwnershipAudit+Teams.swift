extension OwnershipAudit {
  /// Rules C0311 to C0313: the size of a team, partner seats included.
  static func size(ofTeam team: Int, _ facts: OwnershipFacts) -> [AuditFinding] {
    let people = facts.organization.teams[team].members.count + facts.partnerSeats(inTeam: team)
    let smallest = facts.assumptions[.auditTeamMin]
    let largest = facts.assumptions[.auditTeamMax]
    if people == 0 {
      return [
        AuditFinding(
          .emptyTeam, .warning, subject: facts.name(team), message: "team has no people",
          hint: "staff it, or remove it from the model", measured: 0, limit: 1)
      ]
    }
    if Double(people) < smallest {
      return [
        AuditFinding(
          .teamTooSmall, .note, subject: facts.name(team),
          message:
            "\(Printable.count(people, "person", "people")), fewer than \(Int(smallest)) as advised",
          hint: "merge it with a neighbour, or let it grow; `cadre shape` tries it",
          citation: facts.citation(.auditTeamMin), measured: Double(people), limit: smallest)
      ]
    }
    guard Double(people) > largest else { return [] }
    return [
      AuditFinding(
        .teamTooLarge, .note, subject: facts.name(team),
        message: "\(people) people, more than \(Int(largest)) as advised",
        hint: "split it along its services; `cadre shape` tries it",
        citation: facts.citation(.auditTeamMax), measured: Double(people), limit: largest)
    ]
  }

  /// Rules C0305 and C0309: how much one team owns.
  static func load(ofTeam team: Int, _ facts: OwnershipFacts) -> [AuditFinding] {
    catchAll(team, facts) + servicesPerPerson(team, facts)
  }

  private static func catchAll(_ team: Int, _ facts: OwnershipFacts) -> [AuditFinding] {
    let owned = facts.services(ofTeam: team).count
    let all = facts.organization.services.count
    // In a small organisation one team may well own most services.
    guard all >= 6, facts.organization.teams.count >= 3, owned * 2 > all else { return [] }
    return [
      AuditFinding(
        .catchAllOwner, .warning, subject: facts.name(team),
        message: "owns \(owned) of \(all) services",
        hint: "check that this is true and not the default of a catalogue; move services to the "
          + "teams that change them",
        measured: Double(owned) / Double(all), limit: 0.5)
    ]
  }

  private static func servicesPerPerson(_ team: Int, _ facts: OwnershipFacts) -> [AuditFinding] {
    let people = facts.organization.teams[team].members.count + facts.partnerSeats(inTeam: team)
    let limit = facts.assumptions[.auditServicesPerEngineer]
    guard people > 0 else { return [] }
    let perPerson = facts.weightedServices(ofTeam: team) / Double(people)
    guard perPerson > limit else { return [] }
    return [
      AuditFinding(
        .tooManyServices, .warning, subject: facts.name(team),
        message: "\(tenths(perPerson)) services per person, counted as tier 2; "
          + "\(tenths(limit)) is much",
        hint: "retire, merge or move services, or add people",
        citation: facts.citation(.auditServicesPerEngineer), measured: perPerson, limit: limit)
    ]
  }

  /// One decimal, without a locale.
  static func tenths(_ value: Double) -> String {
    let rounded = Int((value * 10).rounded())
    return rounded.isMultiple(of: 10) ? "\(rounded / 10)" : "\(rounded / 10).\(rounded % 10)"
  }
}
