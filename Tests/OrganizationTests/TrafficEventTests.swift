import Organization
import Testing

/// Which services feel what moves traffic.
@Suite struct TrafficEventTests {
  private static func service(_ traffic: [TrafficShare]) -> Service {
    Service(id: "checkout", owners: [], traffic: traffic)
  }

  private static func sale(drivers: [Int]) -> TrafficEvent {
    TrafficEvent(
      id: "sale", drivers: drivers,
      kind: .viral(perYear: ThreePoint(1), size: ThreePoint(2), days: ThreePoint(3)))
  }

  @Test func whoNamesNoDriverMeansAll() {
    let orders = Self.service([TrafficShare(driver: 0, weight: 1)])
    #expect(Self.sale(drivers: []).isFelt(by: orders))
    #expect(Self.sale(drivers: [1]).isFelt(by: Self.service([])))
    #expect(Self.sale(drivers: [0, 1]).isFelt(by: orders))
    #expect(!Self.sale(drivers: [1]).isFelt(by: orders))
  }

  @Test func aDriverWithoutWeightIsNotFelt() {
    let service = Self.service([
      TrafficShare(driver: 0, weight: 1), TrafficShare(driver: 1, weight: 0),
    ])
    #expect(Self.sale(drivers: [0]).isFelt(by: service))
    #expect(!Self.sale(drivers: [1]).isFelt(by: service))
  }
}
