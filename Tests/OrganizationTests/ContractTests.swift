import CadreTestSupport
import Foundation
import Organization
import Testing

/// `docs/model-file.md` is the contract; its example must work as it stands.
@Suite struct ContractTests {
  /// The YAML of the section on keys.
  private func example() throws -> String {
    let text = try Repository.text(of: "docs/model-file.md")
    let start = try #require(text.range(of: "```yaml\n"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.range(of: "```"))
    return String(rest[..<end.lowerBound])
  }

  private var data: StubDataFiles {
    StubDataFiles(
      series: [
        "data/orders.csv": TrafficHistory(
          cadence: .daily, firstDay: 20_454, values: [Double](repeating: 2, count: 365))
      ])
  }

  private func files() throws -> MemoryFiles {
    MemoryFiles([
      "models/model.yaml": try example(), "models/teams.yaml": "teams: {}\n",
      "models/our-holidays.yaml": "AT: {flag: {name: Flag, kind: fixed, on: 10-26}}\n",
    ])
  }

  @Test func theExampleOfTheManualHasNoProblems() throws {
    let found = ModelFile.check(
      path: "models/model.yaml", source: try files(), dataFiles: data)
    #expect(found.isEmpty, "\(DiagnosticRenderer.text(found, color: false))")
  }

  @Test func everyValueOfTheExampleArrives() throws {
    let model = try ModelFile.load(
      path: "models/model.yaml", scenario: "downturn", source: try files(), dataFiles: data
    ).organization
    #expect(model.name == "Example storefront")
    #expect(model.drivers.map(\.growthPerYear?.likely) == [-0.15, 0.1])
    #expect(model.drivers[0].history?.values.count == 365)
    #expect(model.drivers[0].holidays.countries == ["DE", "US"])
    #expect(model.drivers[0].changes.map(\.treatment) == [.outage, .levelShift, .ignore])
    #expect(model.drivers[0].ceiling == 4)
    #expect(model.events.map(\.drivers) == [[0], [0], [], [1]])
    #expect(model.regions.first?.market.salary == ThreePoint(0.8))
    #expect(model.regions.first?.clock?.zone == "Asia/Tokyo")
    #expect(model.teams[0].region == 0)
    #expect(model.levels.last?.id == "principal")
    #expect(model.teams[0].rota?.layers == 2)
    #expect(model.teams[0].rota?.sites.first?.zone == "Europe/Berlin")
    #expect(model.teams[0].roadmapHoursPerMonth == ThreePoint(300))
    let cart = model.services[0]
    #expect(cart.traffic.map(\.weight) == [0.7, 0.3])
    #expect(cart.tier == 1)
    #expect(cart.workload == .transactional)
    #expect(cart.documents == Set(Document.allCases))
    #expect(cart.runBy == 0)
    #expect(cart.pages == .rate(ThreePoint(3)))
    #expect(cart.metrics.slo == 99.9 / 100)
    #expect(cart.metrics.p99TargetSeconds == 0.25)
    #expect(model.levels[1].promotedAfterMonths == 30)
    #expect(RetentionLever.allCases.map { model.teams[0].retention[$0] } == [1, 2, 1, 0])
    #expect(
      model.hiring.freeze == YearMonth(year: 2027, month: 1)...YearMonth(year: 2027, month: 12))
    #expect(model.partners[0].engaged == [PartnerSeats(team: 0, level: 1, count: 2)])
    #expect(model.policy.extraBudgetPerQuarter == 500_000)
    #expect(model.policy.burnout == ChanceConstraint(threshold: 0.45, probability: 0.9))
    #expect(model.assumptions[.incidentsTrafficElasticity] == 0.5)
    #expect(model.scenarios == ["aggressive", "downturn"])
  }

  @Test func theSchemaIsUpToDate() throws {
    let path = "models/cadre.schema.json"
    if Repository.isRecording {
      try Repository.record(ModelSchema.json(), to: path)
      Issue.record("recorded \(path)")
    }
    #expect(try Repository.text(of: path) == ModelSchema.json())
  }

  @Test func theSchemaIsValidJSON() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(ModelSchema.json().utf8))
    let properties = (schema as? [String: Any])?["properties"] as? [String: Any]
    #expect(properties?.keys.contains("scenarios") == true)
  }
}
