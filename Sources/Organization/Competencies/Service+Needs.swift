extension Service {
  /// What people must know to run the service, in the order of the catalogue, where the model does
  /// not say.
  ///
  /// | a service that is | needs |
  /// | --- | --- |
  /// | any | backend-fundamentals |
  /// | read-heavy | caching |
  /// | write-heavy | non-relational-data, queues-and-streaming |
  /// | transactional | relational-data, concurrency |
  /// | real-time | concurrency, queues-and-streaming |
  /// | batch | relational-data |
  /// | microservices | api-design, cloud-and-containers |
  /// | event-driven | queues-and-streaming, cloud-and-containers |
  /// | serverless, managed | cloud-and-containers |
  /// | of tier 1 | system-design, observability, incident-command |
  /// | of tier 2 | observability |
  /// | under a compliance regime | security-and-compliance, documentation |
  /// | integrated with third parties | api-design |
  /// | owned by several teams | communication |
  /// | of tier 1 or 2, with `peak-requests` | scale |
  package var derivedNeeds: [Competency] {
    var needs: Set<Competency> = [.backendFundamentals]
    needs.formUnion(workload.needs)
    needs.formUnion(architecture.needs)
    if tier <= 1 { needs.formUnion([.systemDesign, .observability, .incidentCommand]) }
    if tier == 2 { needs.insert(.observability) }
    if !compliance.isEmpty { needs.formUnion([.securityAndCompliance, .documentation]) }
    if integrations > 0 { needs.insert(.apiDesign) }
    if asksForScale { needs.insert(.scale) }
    if owners.count > 1 { needs.insert(.communication) }
    return Competency.allCases.filter(needs.contains)
  }

  /// Whether it takes people who have operated something as large.
  var asksForScale: Bool { tier <= 2 && peakRequests != nil }

  /// Indices into ``Organization/competencies`` of what it needs, in order.
  package var neededCompetencies: [Int] { needs ?? derivedNeeds.map(\.index) }
}

extension Workload {
  fileprivate var needs: [Competency] {
    switch self {
    case .readHeavy: [.caching]
    case .writeHeavy: [.nonRelationalData, .queuesAndStreaming]
    case .transactional: [.relationalData, .concurrency]
    case .realTime: [.concurrency, .queuesAndStreaming]
    case .batch: [.relationalData]
    }
  }
}

extension Architecture {
  fileprivate var needs: [Competency] {
    switch self {
    case .monolith, .modular: []
    case .microservices: [.apiDesign, .cloudAndContainers]
    case .eventDriven: [.queuesAndStreaming, .cloudAndContainers]
    case .serverless, .managed: [.cloudAndContainers]
    }
  }
}
