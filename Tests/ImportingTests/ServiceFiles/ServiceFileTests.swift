import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct ServiceFileTests {
  private func map(_ text: String) throws -> ImportMap {
    try ImportMap(Array(text.utf8), file: "map.yaml")
  }

  // MARK: OpsLevel

  @Test func opsLevelFilesTellServices() throws {
    let folder = MemoryFolder([
      "a/opslevel.yml": """
      ---
      version: 1
      service:
        name: Order Processor
        owner: orders_team
        tier: tier_1
        lifecycle: alpha
        dependencies:
          - alias: mailer
          - alias: order_procesor
      """,
      "b/opslevel.yml": """
      version: 1
      component: {name: Mail, owner: ops@example.com, tier: gold, aliases: [mailer, mail]}
      """,
      "c/opslevel.yml": "---\nversion: 1\nrepository:\n  owner: iam_protocols\n  tier:\n  tags:\n",
      "d/opslevel.yml": "version: 2\nservice: {name: x, owner: }\n",
      "e/opslevel.yaml": "service: {name: no}",
      "f/opslevel.yml": "service: {owner: a}",
    ])
    let result = OpsLevelImport.read(["."], from: folder)
    #expect(result.services.map(\.id) == ["order_processor", "mailer", "x"])
    #expect(result.services.map(\.owners) == [["orders_team"], [], []])
    #expect(result.services.map(\.tier) == [1, nil, nil])
    #expect(result.services.map(\.dependsOn) == [["mailer"], [], []])
    #expect(
      result.findings.map(\.problem.code) == ["C0512", "C0504", "C0541", "C0542", "C0501", "C0519"])
    #expect(result.teams.map(\.id) == ["orders_team"])
    #expect(result.assumptions == [.teamsOfOwners(1)])
    #expect(result.items.contains { $0.outcome == .skipped(.repository) })
    let mapped = OpsLevelImport.read(
      ["."], from: folder,
      map: try map("tiers: {gold: 2, alpha: 4}\nteams: {ops@example.com: ops, orders_team: orders}")
    )
    #expect(mapped.services.map(\.tier) == [1, 2, nil])
    #expect(mapped.services.prefix(1).map(\.owners) == [["orders"]])
  }

  // MARK: Cortex

  @Test func cortexDescriptorsTellServicesAndTeams() throws {
    let result = CortexImport.read(
      ["."],
      from: MemoryFolder([
        "a/cortex.yaml": """
        openapi: 3.0.1
        info:
          title: Orders
          x-cortex-tag: orders
          x-cortex-owners:
            - {type: group, name: payments, provider: CORTEX}
            - {type: email, email: ada@example.com}
          x-cortex-groups: [backend, tier-2]
          x-cortex-dependency: [{tag: mail}, {tag: gone}]
          x-cortex-oncall: {pagerduty: {id: P123, type: SERVICE}}
        """,
        ".cortex/catalog/mail.yaml": """
        openapi: 3.0.1
        info: {title: Mail, x-cortex-tag: mail, x-cortex-owners: [{type: group, name: Payments Team}], x-cortex-groups: [tier-0]}
        """,
        ".cortex/teams/payments.yaml": """
        openapi: 3.0.1
        info:
          title: Payments Team
          x-cortex-tag: payments
          x-cortex-type: team
          x-cortex-team: {members: [{name: A, email: a@x.com}, {name: B, email: b@x.com}]}
        """,
        ".cortex/domains/shop.yaml": "info: {x-cortex-tag: shop, x-cortex-type: domain}",
        "other.yaml": "info: {x-cortex-tag: not-read}",
      ]))
    #expect(result.services.map(\.id) == ["mail", "orders"])
    #expect(result.services.map(\.owners) == [["payments"], ["payments"]])
    #expect(result.services.map(\.tier) == [nil, 2])
    #expect(result.services.map(\.dependsOn) == [[], ["mail"]])
    #expect(result.services.map(\.pagerDutyID) == [nil, "P123"])
    #expect(result.teams.map(\.people) == [["mid": 2]])
    #expect(result.teams.map(\.isOnCall) == [true])
    #expect(result.findings.map(\.problem.code) == ["C0541", "C0504", "C0512"])
  }

  @Test(
    arguments: [
      ("tier_1", 1), ("Tier 2", 2), ("t3", 3), ("4", 4), ("tier-0", nil), ("gold", nil), ("5", nil),
    ] as [(String, Int?)])
  func tiersAreFound(text: String, tier: Int?) {
    #expect(ServiceBook.tier(text) == tier)
  }
}
