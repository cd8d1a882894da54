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
  /// Share of its pages that comes with changes.
  package var changeShare: Double
  /// Whether it feels all drivers alike because it names none.
  package var namesNoTraffic: Bool
  /// Factor on the hours a page costs.
  package var handlingFactor: Double
  /// Teams that share its work; each takes the same part.
  package var owners: [Int]

  /// Hours a month of upkeep and toil at today's traffic.
  var steadyHours: Double { upkeepHours + toilHours }

  /// Its traffic relative to today's in a month of a course; 1 where it feels no driver.
  package func trafficIndex(in future: TrafficFuture, month: Int) -> Double {
    guard !traffic.isEmpty else { return 1 }
    return traffic.reduce(0) { $0 + $1.weight * future.mean[$1.driver][month] }
  }

  init(
    _ service: Service, in organization: Organization, factors: WorkFactors, pages: PageRates
  ) {
    let even = organization.drivers.indices.map { TrafficShare(driver: $0, weight: 1) }
    let shares = service.traffic.isEmpty ? even : service.traffic
    let sum = shares.reduce(0) { $0 + $1.weight }
    self.init(
      service,
      traffic: shares.map { TrafficShare(driver: $0.driver, weight: $0.weight / sum) },
      owners: service.owningTeams, factors: factors, pages: pages)
  }

  /// The same service with other numbers.
  init(_ service: Service, like other: ServiceModel, factors: WorkFactors, pages: PageRates) {
    self.init(
      service, traffic: other.traffic, owners: other.owners, factors: factors, pages: pages)
  }

  private init(
    _ service: Service, traffic: [TrafficShare], owners: [Int], factors: WorkFactors,
    pages: PageRates
  ) {
    let tier = factors.tier(service.tier)
    self.traffic = traffic
    namesNoTraffic = service.traffic.isEmpty
    self.owners = owners
    pagesPerMonth = pages.today(of: service)
    headroom = service.headroom.mean
    scalingHours =
      factors.scaling * tier * factors.workload(service.workload)
      * factors.architecture(service.architecture)
    let upkeep = service.upkeepHoursPerMonth?.mean ?? factors.upkeep * tier
    upkeepHours = upkeep + Double(service.integrations) * factors.integration
    toilHours =
      service.toilHoursPerMonth?.mean ?? factors.toil * tier * (1 - service.automation.mean)
    complianceHours = Double(service.compliance.count) * factors.compliance
    changeShare = factors.pages.changeShare(service.metrics, pagesPerMonth: pagesPerMonth)
    handlingFactor =
      (service.owners.count == 1 && owners.count == 1 ? 1 : factors.unclearOwnership)
      * factors.pages.effortFactor(service.metrics)
  }
}
