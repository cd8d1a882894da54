import Organization
import Testing

@Suite struct ServiceAuditTests {
  @Test func aSoundOrganisationHasNoFindings() {
    let services = [Service(id: "cart", owners: [.team(0)], tier: 1, compliance: ["pci"])]
    #expect(AuditFixture.codes(services: services).isEmpty)
  }

  @Test func aServiceNeedsAnOwner() {
    let findings = AuditFixture.findings(services: [Service(id: "cart", owners: [])])
    #expect(findings.map(\.rule) == [.unownedService])
    #expect(findings.map(\.subject) == ["cart"])
    #expect(findings.map(\.severity) == [.error])
  }

  @Test func severalOwnersAreReportedByName() {
    let teams = [AuditFixture.team("shop"), AuditFixture.team("pay")]
    let services = [Service(id: "cart", owners: [.team(1), .team(0)])]
    let findings = AuditFixture.findings(teams: teams, services: services)
    #expect(findings.map(\.rule) == [.severalOwners])
    #expect(findings.first?.message == "2 owners: pay, shop")
    #expect(findings.first?.measured == 2)
  }

  @Test func anAddressIsNotAnOwner() {
    let alone = [Service(id: "cart", owners: [.notATeam("ann@example.com")])]
    let beside = [Service(id: "cart", owners: [.notATeam("ann@example.com"), .team(0)])]
    #expect(AuditFixture.findings(services: alone).map(\.severity) == [.error])
    #expect(AuditFixture.codes(services: alone) == [.ownerIsNotATeam])
    #expect(AuditFixture.codes(services: beside) == [.ownerIsNotATeam, .severalOwners])
  }

  @Test func anEmptyTeamOwnsNothing() {
    let teams = [Team(id: "ghost", members: [])]
    let services = [Service(id: "cart", owners: [.team(0)], tier: 3, compliance: ["gdpr"])]
    let codes = AuditFixture.codes(teams: teams, services: services)
    #expect(codes == [.ownerWithoutPeople, .complianceWithoutOwner, .emptyTeam])
  }

  @Test func importantServicesNeedARota() {
    let teams = [Team(id: "shop", members: AuditFixture.members(8))]
    for (tier, codes) in [(2, [AuditRule.serviceWithoutRota]), (3, [])] {
      let services = [Service(id: "cart", owners: [.team(0)], tier: tier)]
      #expect(AuditFixture.codes(teams: teams, services: services) == codes)
    }
  }

  @Test func aPartnerWithAPagerStandsInForARota() {
    let teams = [Team(id: "shop", members: AuditFixture.members(8))]
    let services = [Service(id: "cart", owners: [.team(0)], runBy: 0)]
    let partners = [AuditFixture.partner(takesPager: true)]
    #expect(AuditFixture.codes(teams: teams, services: services, partners: partners).isEmpty)
  }
}

@Suite struct BusFactorTests {
  /// Services of tier 1 in a team of three who could repair them and five who could not.
  private func findings(services count: Int, documents: Set<Document> = []) -> [AuditFinding] {
    let members =
      AuditFixture.members(3) + AuditFixture.members(5, level: AuditFixture.junior)
    let services = (0..<count).map { number in
      Service(
        id: "s\(number)", owners: [.team(0)], tier: 1, pages: .rate(ThreePoint(1)),
        documents: documents)
    }
    return AuditFixture.findings(teams: [AuditFixture.team("shop", members)], services: services)
      .filter { $0.rule == .busFactor }
  }

  /// Three people know six services' worth of tier 2; n services of tier 1 weigh 1.5 n.
  @Test(arguments: [(1, 3), (2, 2), (3, 2), (4, 1), (6, 1)])
  func eachPersonKnowsTwoServicesWorth(services: Int, people: Int) {
    let findings = findings(services: services)
    #expect(findings.count == (people < 2 ? services : 0))
    #expect(findings.allSatisfy { $0.measured == Double(people) && $0.limit == 2 })
    #expect(findings.allSatisfy { $0.citation == "source of audit.bus_factor" })
  }

  @Test func goodDocumentationAddsOnePerson() {
    let good: Set<Document> = [.decisions, .contracts, .schema, .playbooks]
    let withoutDecisions: Set<Document> = [.benchmarks, .contracts, .schema, .playbooks]
    #expect(findings(services: 4, documents: good).isEmpty)
    #expect(findings(services: 4, documents: withoutDecisions).count == 4)
  }

  @Test func aSecondPersonIsNotInventedByDocuments() {
    let team = Team(
      id: "shop", members: AuditFixture.members(1), rota: Rota(layers: 1))
    let documents = Set(Document.allCases)
    let services = [Service(id: "cart", owners: [.team(0)], tier: 1, documents: documents)]
    let findings = AuditFixture.findings(teams: [team], services: services)
    #expect(findings.first { $0.rule == .busFactor }?.measured == 1)
  }
}
