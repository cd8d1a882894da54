/// Counts that several rules of the audit share.
package struct OwnershipFacts {
  let organization: Organization
  /// Regimes that regions bring, by id of the service.
  private let regional: [String: [String]]

  package init(_ organization: Organization) {
    self.organization = organization
    let regimes = organization.regions.isEmpty ? [] : organization.regionalRegimes
    regional = Dictionary(
      zip(organization.services, regimes).map { ($0.id, $1.map(\.regime)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Regimes that a service has to meet because it is used in regions, now or later.
  func regimesOfRegions(_ service: Service) -> [String] { regional[service.id] ?? [] }

  var assumptions: Assumptions { organization.assumptions }

  func name(_ team: Int) -> String { organization.teams[team].id }

  /// Services that a team owns, alone or with others.
  func services(ofTeam team: Int) -> [Service] {
    organization.services.filter { $0.owningTeams.contains(team) }
  }

  /// Services in units of one of tier 2; a shared service is split evenly.
  package func weightedServices(ofTeam team: Int) -> Double {
    let factors = assumptions.workFactors
    return services(ofTeam: team).reduce(0) { sum, service in
      sum + factors[service.tier] / Double(max(1, Set(service.owningTeams).count))
    }
  }

  func standing(_ member: Member) -> Standing { organization.levels[member.level].standing }

  /// Employees who can be trusted with a service on their own.
  func experienced(inTeam team: Int) -> [Member] {
    organization.teams[team].members.filter { standing($0) >= .mid }
  }

  /// Partner seats that work in a team today.
  package func partnerSeats(inTeam team: Int, onlyWithPager: Bool = false) -> Int {
    organization.partners.filter { $0.takesPager || !onlyWithPager }.flatMap(\.engaged)
      .filter { $0.team == team }.reduce(0) { $0 + $1.count }
  }

  /// Pages a team answers per day today; a shared service is split evenly.
  func pagesPerDay(ofTeam team: Int) -> Double {
    let perMonth = services(ofTeam: team).reduce(0.0) { sum, service in
      sum + pagesPerMonth(service) / Double(max(1, Set(service.owningTeams).count))
    }
    return perMonth * 12 / 365
  }

  private func pagesPerMonth(_ service: Service) -> Double {
    switch service.pages {
    case .rate(let rate): rate.mean
    case .counted(let pages, let months) where months > 0: Double(pages) / months
    case .counted, .unknown: assumptions.pages[service.tier]
    }
  }

  /// The published source of a limit, unless the model itself set it.
  package func citation(_ id: AssumptionID) -> String {
    let row = assumptions.row(id)
    return row.isOverridden ? "\(id.rawValue), set in the model" : row.source
  }
}
