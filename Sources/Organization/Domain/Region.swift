/// A part of the world whose users a product serves, or will serve, and where people may be hired.
package struct Region: Hashable, Sendable {
  package var id: String
  /// The first month in which its users come; `nil` is open today.
  package var opens: YearMonth?
  /// Traffic that it adds to that of its drivers, as a fraction; of one that is open today, what it
  /// has added.
  package var traffic: ThreePoint
  /// Indices into ``Organization/drivers``; empty means all.
  package var drivers: [Int]
  /// Indices into ``Organization/services`` of those used there; `nil` takes the important ones that
  /// feel its drivers.
  package var services: [Int]?
  /// The clock that its users, and people hired there, live by; `nil` is that of home.
  package var clock: Site?
  /// Hours of work that make services quick enough there, once, before it opens.
  package var latencyHours: ThreePoint
  /// Months before the opening over which work for it is spread.
  package var preparationMonths: Int
  /// Whether data of its users has to stay there.
  package var hasResidency: Bool
  /// Regimes that services used there have to meet from the opening on.
  package var compliance: [String]
  package var market: HiringMarket

  package init(
    id: String, opens: YearMonth? = nil, traffic: ThreePoint = ThreePoint(0), drivers: [Int] = [],
    services: [Int]? = nil, clock: Site? = nil, latencyHours: ThreePoint = ThreePoint(0),
    preparationMonths: Int = 6, hasResidency: Bool = false, compliance: [String] = [],
    market: HiringMarket = HiringMarket()
  ) {
    self.id = id
    self.opens = opens
    self.traffic = traffic
    self.drivers = drivers
    self.services = services
    self.clock = clock
    self.latencyHours = latencyHours
    self.preparationMonths = preparationMonths
    self.hasResidency = hasResidency
    self.compliance = compliance
    self.market = market
  }

  /// What its opening does to traffic, if it does anything and is not in today's.
  package var step: TrafficEvent? {
    guard let opens, traffic != ThreePoint(0) else { return nil }
    return TrafficEvent(id: id, drivers: drivers, kind: .step(from: opens, level: traffic))
  }

  package func feels(driver: Int) -> Bool { drivers.isEmpty || drivers.contains(driver) }

  /// Whether its users come in a month.
  package func isOpen(in month: YearMonth) -> Bool { opens.map { $0 <= month } ?? true }
}
