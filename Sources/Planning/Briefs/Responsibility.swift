package import Organization

/// What somebody in a seat answers for; which of the nine it is follows from the team's services.
package enum Responsibility: String, CaseIterable, Sendable {
  case architecture
  case data
  case load
  case resilience
  case security
  case peaks
  case delivery
  case operation
  case interfaces

  /// What it means, for a role brief.
  package var sentence: String {
    switch self {
    case .architecture: "design services so that they can grow, and say what each choice costs"
    case .data: "model data, keep queries fast and changes of the schema safe"
    case .load: "keep services correct and quick under concurrent load"
    case .resilience: "let failures stay where they begin: timeouts, fallbacks, redundancy"
    case .security: "protect what users entrust, and keep evidence of it for auditors"
    case .peaks: "prepare for known and sudden peaks: load tests, capacity, what to switch off"
    case .delivery: "bring changes into production often, without downtime and with a way back"
    case .operation: "run what the team builds: on call, alerts that matter, lessons of incidents"
    case .interfaces: "keep contracts with clients and third parties stable and documented"
    }
  }

  /// Whether a service asks for it.
  package func isAsked(by index: Int, in organization: Organization) -> Bool {
    let service = organization.services[index]
    let needs = Set(service.neededCompetencies)
    func needsAny(_ competencies: Competency...) -> Bool {
      competencies.contains { needs.contains($0.index) }
    }
    switch self {
    case .architecture:
      return service.tier == 1 || service.architecture == .microservices
        || service.architecture == .eventDriven || needsAny(.systemDesign)
    case .data: return needsAny(.relationalData, .nonRelationalData)
    case .load: return needsAny(.concurrency, .caching, .queuesAndStreaming)
    case .resilience:
      return service.tier == 1 || !service.dependsOn.isEmpty
        || organization.services.contains { $0.dependsOn.contains(index) }
    case .security: return !service.compliance.isEmpty || needsAny(.securityAndCompliance)
    case .peaks: return organization.events.contains { $0.isPeak && $0.isFelt(by: service) }
    case .delivery: return true
    case .operation:
      return service.owningTeams.contains { organization.teams[$0].rota != nil }
    case .interfaces: return service.integrations > 0 || needsAny(.apiDesign)
    }
  }
}

extension TrafficEvent {
  /// Whether traffic comes back down after it.
  var isPeak: Bool {
    switch kind {
    case .campaign, .viral: true
    case .step: false
    }
  }
}
