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

  /// The limit is far above what it takes: a guard against a slip that never ends.
  @Test(.timeLimit(.minutes(5))) func thousandsOfServicesAreRead() throws {
    let text = Self.model(teams: 500, services: 5_000)
    #expect(try load(text).services.count == 5_000)
  }

  @Test(.timeLimit(.minutes(5))) func thousandsOfWrongNamesAreReported() {
    let text = Self.model(teams: 500, services: 5_000).replacing(
      "owner: team-", with: "owner: taem-")
    #expect(check(text).count == 5_000)
  }
}
