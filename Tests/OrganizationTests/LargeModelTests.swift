import CadreTestSupport
import Organization
import Testing

@Suite struct LargeModelTests {
  static func model(teams: Int, services: Int) -> String {
    var text = "cadre: 1\nstart: 2027-01\ndrivers:\n  orders: {growth: 20 %}\nteams:\n"
    for team in 0..<teams {
      text += """
          team-\(team):
            people: {junior: 1, mid: 3, senior: 2}
            rota: {layers: 2, shift: 1 week, sites: {berlin: Europe/Berlin}, escalation: true}
            roadmap: 300 hours per month

        """
    }
    text += "services:\n"
    for service in 0..<services {
      text += """
          service-\(service):
            owner: team-\(service % teams)
            tier: 1
            traffic: {orders: 0.7}
            workload: transactional
            headroom: {low: 1.2, likely: 1.8, high: 2}
            pages: 3 per month
            upkeep: 20 hours per month
            compliance: [pci]
            documents: [decisions, contracts, schema]

        """
    }
    return text
  }

  /// Far above what it takes, so that only a quadratic slip fails it, even in a debug build.
  @Test(.timeLimit(.minutes(1))) func thousandsOfServicesAreRead() throws {
    let text = Self.model(teams: 500, services: 5_000)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try load(text).services.count }
    #expect(count == 5_000)
    #expect(time < .seconds(20))
  }

  @Test(.timeLimit(.minutes(1))) func thousandsOfWrongNamesAreReported() {
    let text = Self.model(teams: 500, services: 5_000).replacing(
      "owner: team-", with: "owner: taem-")
    #expect(check(text).count == 5_000)
  }
}
