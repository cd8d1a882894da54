import Organization
import Testing

@Suite struct RegionAuditTests {
  private static let berlin = Site(name: "berlin", zone: "Europe/Berlin", offsetHours: (1, 2))
  private static let tokyo = Site(name: "tokyo", zone: "Asia/Tokyo", offsetHours: (9, 9))
  private static let auckland = Site(name: "there", zone: "Pacific/Auckland", offsetHours: (13, 12))

  /// A team of 12, of whom so many sit in Tokyo, or all in Berlin.
  private func team(inTokyo: Int? = nil) -> Team {
    var team = AuditFixture.team("shop", AuditFixture.members(12 - (inTokyo ?? 0)))
    team.members += AuditFixture.members(inTokyo ?? 0, site: 1)
    team.rota?.sites = inTokyo == nil ? [Self.berlin] : [Self.berlin, Self.tokyo]
    team.rota?.countsPeople = inTokyo != nil
    return team
  }

  private func rules(
    _ region: Region, team: Team, service: Service = Service(id: "cart", owners: [.team(0)])
  ) -> [AuditFinding] {
    var organization = AuditFixture.organization(teams: [team], services: [service])
    organization.regions = [region]
    return OwnershipAudit.findings(organization).filter { $0.code.hasPrefix("C033") }
  }

  @Test(arguments: [(nil, true), (6, false), (5, true)])
  func aRegionNeedsSomebodyAwake(inTokyo: Int?, isFound: Bool) throws {
    let region = Region(id: "nz", traffic: ThreePoint(0.2), clock: Self.auckland)
    let found = rules(region, team: team(inTokyo: inTokyo))
    #expect(found.map(\.rule) == (isFound ? [.regionWithoutNights] : []))
    if let finding = found.first {
      #expect(finding.subject == "nz" && finding.message.contains("night for shop"))
      #expect(try #require(finding.measured) >= 0.5)
    }
  }

  @Test func aRegionNextDoorOrWithoutUsersIsFine() {
    #expect(
      rules(Region(id: "a", traffic: ThreePoint(1), clock: Self.berlin), team: team()).isEmpty)
    #expect(rules(Region(id: "a", clock: Self.auckland), team: team()).isEmpty)
  }

  @Test func dataNeedsSomebodyWhoKnows() {
    let region = Region(id: "jp", hasResidency: true)
    let ledger = Service(id: "ledger", owners: [.team(0)], workload: .transactional)
    var team = team()
    #expect(rules(region, team: team, service: ledger).isEmpty)
    team.competencies = [:]
    #expect(rules(region, team: team, service: ledger).map(\.rule) == [.residencyWithoutOwner])
    team.competencies = [Competency.securityAndCompliance.index: 1]
    #expect(rules(region, team: team, service: ledger).isEmpty)
  }

  @Test func workNeedsATeam() {
    let nobodys = Service(id: "cart", owners: [])
    let region = Region(id: "jp", latencyHours: ThreePoint(100))
    #expect(rules(region, team: team(), service: nobodys).map(\.rule) == [.regionWithoutTeam])
    #expect(rules(region, team: team()).isEmpty)
    #expect(rules(Region(id: "jp"), team: team(), service: nobodys).isEmpty)
  }

  @Test func aPartnerMustBeAllowedThereToo() {
    let seats = [PartnerSeats(team: 0, level: 1, count: 1)]
    var organization = AuditFixture.organization(
      teams: [team()], services: [Service(id: "cart", owners: [.team(0)])],
      partners: [AuditFixture.partner(engaged: seats)])
    #expect(
      !OwnershipAudit.findings(organization).contains { $0.rule == .partnerOutsideCompliance })
    organization.regions = [Region(id: "jp", compliance: ["appi"])]
    #expect(OwnershipAudit.findings(organization).contains { $0.rule == .partnerOutsideCompliance })
  }
}
