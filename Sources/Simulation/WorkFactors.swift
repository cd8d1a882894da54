import Organization

/// The assumptions that a service's work is made of, looked up once for all services.
struct WorkFactors {
  let scaling: Double
  let upkeep: Double
  let integration: Double
  let toil: Double
  let compliance: Double
  let unclearOwnership: Double
  /// Upkeep of a month after a region's opening, relative to the latency work before it.
  let regionRecurring: Double
  /// Hours that keep the data of a service of tier 2 in a region.
  let residency: Double
  let residencyMonthly: Double
  let pages: PageFactors
  private let tiers: Assumptions.ByTier
  private let workloads: [Double]
  private let architectures: [Double]
  private let spreads: [Double]

  init(_ assumptions: Assumptions) {
    scaling = assumptions[.workScalingHours]
    upkeep = assumptions[.workUpkeepHours]
    integration = assumptions[.workIntegrationHours]
    toil = assumptions[.workToilHours]
    compliance = assumptions[.workComplianceHours]
    unclearOwnership = assumptions[.incidentsUnclearOwnership]
    regionRecurring = assumptions[.regionRecurringShare]
    residency = assumptions[.regionResidencyHours]
    residencyMonthly = assumptions[.regionResidencyMonthly]
    pages = PageFactors(assumptions)
    tiers = assumptions.workFactors
    workloads = Workload.allCases.map { assumptions[Self.factor(of: $0)] }
    architectures = Architecture.allCases.map { assumptions[Self.factor(of: $0)] }
    spreads = Architecture.allCases.map {
      clamp(assumptions[.incidentsSpread] * assumptions[Self.spread(to: $0)], 0, 1)
    }
  }

  func tier(_ tier: Int) -> Double { tiers[tier] }

  func workload(_ workload: Workload) -> Double { workloads[Self.place(of: workload)] }

  func architecture(_ architecture: Architecture) -> Double {
    architectures[Self.place(of: architecture)]
  }

  /// Share of a service's pages that also page a dependent of this architecture.
  func spread(to architecture: Architecture) -> Double { spreads[Self.place(of: architecture)] }

  private static func place<Kind: CaseIterable & Equatable>(of kind: Kind) -> Int {
    var place = 0
    for other in Kind.allCases {
      if other == kind { break }
      place += 1
    }
    return place
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

  private static func spread(to architecture: Architecture) -> AssumptionID {
    switch architecture {
    case .monolith: .incidentsSpreadMonolith
    case .modular: .incidentsSpreadModular
    case .microservices: .incidentsSpreadMicroservices
    case .eventDriven: .incidentsSpreadEventDriven
    case .serverless: .incidentsSpreadServerless
    case .managed: .incidentsSpreadManaged
    }
  }
}
