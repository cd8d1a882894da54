/// Judges who owns, runs and answers for what, against published limits.
///
/// Only facts of the model and published limits are used; nothing is simulated.
package enum OwnershipAudit {
  /// All findings: of services first, then of what they depend on, then of teams, then of what
  /// teams know, then of regions, each in the order of the model.
  package static func findings(_ organization: Organization) -> [AuditFinding] {
    let facts = OwnershipFacts(organization)
    let ofServices = organization.services.flatMap { service in
      ownership(of: service, facts) + compliance(of: service, facts)
        + rota(of: service, facts) + knowledge(of: service, facts)
        + partner(of: service, facts)
    }
    let ofTeams = organization.teams.indices.flatMap { team in
      size(ofTeam: team, facts) + load(ofTeam: team, facts) + rota(ofTeam: team, facts)
    }
    return ofServices + dependencies(facts) + ofTeams + competencies(facts) + regions(facts)
  }
}
