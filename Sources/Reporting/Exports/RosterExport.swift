import DelimitedText
package import Organization

/// The people whom a model counts, a row each and without names, as a model's `roster` reads them.
package struct RosterExport: Sendable {
  private let organization: Organization

  package init(_ organization: Organization) { self.organization = organization }

  /// Columns `team`, `level`, `start`, `site`, `on-call` [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["team", "level", "start", "site", "on-call"])
    for team in organization.teams {
      for member in team.members {
        let site = team.rota.flatMap { rota in
          rota.sites.indices.contains(member.site) ? rota.sites[member.site].name : nil
        }
        writer.write([
          team.id, organization.levels[member.level].id,
          member.tenureMonths.map { (organization.start + -$0).description } ?? "", site ?? "",
          member.takesPager ? "yes" : "no",
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
