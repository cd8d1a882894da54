package import Organization

/// A service as the engine sees it: plain numbers, no names.
package struct ServiceModel: Sendable {
  package var traffic: [TrafficShare]
  /// Today's pages per month.
  package var pagesPerMonth: Double
  package var headroom: Double
  /// Hours that one step of scaling takes (doubling the safe peak).
  package var scalingHours: Double
  package var upkeepHours: Double
  package var toilHours: Double
  package var complianceHours: Double
  /// Factor on the hours a page costs.
  package var handlingFactor: Double
  /// Teams that share its work; each takes the same part.
  package var owners: [Int]

  package init(_ service: Service, in organization: Organization) {
    let assumptions = organization.assumptions
    let tier = assumptions[Self.tierFactor(service.tier)]
    let even = organization.drivers.indices.map { TrafficShare(driver: $0, weight: 1) }
    let shares = service.traffic.isEmpty ? even : service.traffic
    let sum = shares.reduce(0) { $0 + $1.weight }
    traffic = shares.map { TrafficShare(driver: $0.driver, weight: $0.weight / sum) }
    pagesPerMonth = PageRates.today(of: service, in: organization)
    headroom = service.headroom.mean
    scalingHours =
      assumptions[.workScalingHours] * tier
      * assumptions[Self.factor(of: service.workload)]
      * assumptions[Self.factor(of: service.architecture)]
    let upkeep = service.upkeepHoursPerMonth?.mean ?? assumptions[.workUpkeepHours] * tier
    upkeepHours = upkeep + Double(service.integrations) * assumptions[.workIntegrationHours]
    toilHours =
      service.toilHoursPerMonth?.mean
      ?? assumptions[.workToilHours] * tier * (1 - service.automation.mean)
    complianceHours = Double(service.compliance.count) * assumptions[.workComplianceHours]
    owners = service.owningTeams
    handlingFactor =
      service.owners.count == 1 && owners.count == 1
      ? 1 : assumptions[.incidentsUnclearOwnership]
  }

  static func tierFactor(_ tier: Int) -> AssumptionID {
    switch tier {
    case ...1: .workTierFactor1
    case 2: .workTierFactor2
    case 3: .workTierFactor3
    default: .workTierFactor4
    }
  }

  private static func factor(of workload: Workload) -> AssumptionID {
    switch workload {
    case .readHeavy: .workScalingWorkloadReadHeavy
    case .writeHeavy: .workScalingWorkloadWriteHeavy
    case .transactional: .workScalingWorkloadTransactional
    case .realTime: .workScalingWorkloadRealTime
    case .batch: .workScalingWorkloadBatch
    }
  }

  private static func factor(of architecture: Architecture) -> AssumptionID {
    switch architecture {
    case .monolith: .workScalingArchitectureMonolith
    case .modular: .workScalingArchitectureModular
    case .microservices: .workScalingArchitectureMicroservices
    case .eventDriven: .workScalingArchitectureEventDriven
    case .serverless: .workScalingArchitectureServerless
    case .managed: .workScalingArchitectureManaged
    }
  }
}
