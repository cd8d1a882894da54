/// How a service uses its machines; decides how much work a doubling of traffic makes.
package enum Workload: String, CaseIterable, Sendable {
  case readHeavy = "read-heavy"
  case writeHeavy = "write-heavy"
  case transactional
  case realTime = "real-time"
  case batch
}

/// How a service is built; decides how hard it is to scale and to keep running.
package enum Architecture: String, CaseIterable, Sendable {
  case monolith, modular, microservices
  case eventDriven = "event-driven"
  case serverless, managed
}

/// The six kinds of documentation that spread knowledge of a service.
package enum Document: String, CaseIterable, Sendable {
  case decisions
  case contracts
  case schema
  case postmortems
  case benchmarks
  case playbooks
}

/// How much of one driver's traffic a service feels.
package struct TrafficShare: Hashable, Sendable {
  /// Index into ``Organization/drivers``.
  package var driver: Int
  /// Positive; shares of one service are normalised where they are used.
  package var weight: Double

  package init(driver: Int, weight: Double) {
    self.driver = driver
    self.weight = weight
  }
}

/// Whoever the model names as owner, so that the audit can say what is wrong with it.
package enum Owner: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  case team(Int)
  /// Somebody or something that is not a team, as written: an address, a person.
  case notATeam(String)
}

/// Pages as the model gives them.
package enum PageHistory: Hashable, Sendable {
  /// Pages per month today, as known or estimated.
  case rate(ThreePoint)
  /// Pages counted in a log of so many months.
  case counted(pages: Int, months: Double)
  /// Nothing known; the assumption for the tier applies.
  case unknown
}

/// A piece of software that somebody runs in production.
package struct Service: Hashable, Sendable {
  package var id: String
  /// Empty where nobody owns it, several where ownership is shared.
  package var owners: [Owner]
  /// 1 is the business, 4 is a convenience.
  package var tier: Int
  /// Empty means that all drivers count alike.
  package var traffic: [TrafficShare]
  package var workload: Workload
  package var architecture: Architecture
  /// Today's safe peak as a multiple of today's peak; 1.5 leaves half as much again.
  package var headroom: ThreePoint
  /// Share of toil already automated, 0 to 1.
  package var automation: ThreePoint
  package var pages: PageHistory
  /// Third-party systems that have to be kept working.
  package var integrations: Int
  /// Regimes such as `pci`; they add fixed work and restrict partners.
  package var compliance: [String]
  package var documents: Set<Document>
  /// Hours a month to keep it running at today's traffic; `nil` takes the assumption for its tier.
  package var upkeepHoursPerMonth: ThreePoint?
  /// Hours a month of manual work at today's traffic; `nil` takes the assumption for its tier.
  package var toilHoursPerMonth: ThreePoint?
  /// Index into ``Organization/partners`` of the partner that runs it day to day.
  package var runBy: Int?
  /// Indices into ``Organization/competencies`` of what it needs; `nil` takes ``derivedNeeds``.
  package var needs: [Int]?
  /// Indices into ``Organization/services`` of those that it fails with, each once.
  package var dependsOn: [Int]
  package var metrics: ServiceMetrics
  /// Requests a second at today's peak.
  package var peakRequests: Double?

  package init(
    id: String, owners: [Owner], tier: Int = 2, traffic: [TrafficShare] = [],
    workload: Workload = .readHeavy, architecture: Architecture = .modular,
    headroom: ThreePoint = ThreePoint(1.5), automation: ThreePoint = ThreePoint(0.3),
    pages: PageHistory = .unknown, integrations: Int = 0, compliance: [String] = [],
    documents: Set<Document> = [], upkeepHoursPerMonth: ThreePoint? = nil,
    toilHoursPerMonth: ThreePoint? = nil, runBy: Int? = nil, needs: [Int]? = nil,
    dependsOn: [Int] = [], metrics: ServiceMetrics = ServiceMetrics(),
    peakRequests: Double? = nil
  ) {
    self.id = id
    self.owners = owners
    self.tier = tier
    self.traffic = traffic
    self.workload = workload
    self.architecture = architecture
    self.headroom = headroom
    self.automation = automation
    self.pages = pages
    self.integrations = integrations
    self.compliance = compliance
    self.documents = documents
    self.upkeepHoursPerMonth = upkeepHoursPerMonth
    self.toilHoursPerMonth = toilHoursPerMonth
    self.runBy = runBy
    self.needs = needs
    self.dependsOn = dependsOn
    self.metrics = metrics
    self.peakRequests = peakRequests
  }

  /// Indices of the teams that own the service.
  package var owningTeams: [Int] {
    owners.compactMap { owner in
      switch owner {
      case .team(let index): index
      case .notATeam: nil
      }
    }
  }
}
