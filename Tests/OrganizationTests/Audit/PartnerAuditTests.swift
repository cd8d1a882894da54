import Organization
import Testing

@Suite struct PartnerAuditTests {
  @Test(arguments: [(0, Severity.error), (1, .warning), (2, nil)])
  func aPartnerNeedsAnOwnerAndADeputy(experienced: Int, severity: Severity?) {
    let members =
      AuditFixture.members(experienced)
      + AuditFixture.members(8 - experienced, level: AuditFixture.junior)
    let services = [Service(id: "cart", owners: [.team(0)], runBy: 0)]
    let findings = AuditFixture.findings(
      teams: [AuditFixture.team("shop", members)], services: services,
      partners: [AuditFixture.partner()])
    let finding = findings.first { $0.rule == .partnerWithoutOwner }
    #expect(finding?.severity == severity)
  }

  @Test func aPartnerMayTouchOnlyItsRegimes() {
    let services = [
      Service(id: "cart", owners: [.team(0)], compliance: ["pci", "gdpr"], runBy: 0)
    ]
    let narrow = AuditFixture.findings(
      services: services, partners: [AuditFixture.partner(mayTouch: ["gdpr"])])
    #expect(narrow.map(\.rule) == [.partnerOutsideCompliance])
    #expect(narrow.first?.message == "northwind runs it but may not touch pci")
    let wide = AuditFixture.partner(mayTouch: ["gdpr", "pci"])
    #expect(AuditFixture.codes(services: services, partners: [wide]).isEmpty)
  }

  @Test func seatsInATeamTouchItsServices() {
    let teams = [AuditFixture.team("shop"), AuditFixture.team("pay")]
    let services = [Service(id: "cart", owners: [.team(0)], compliance: ["pci"])]
    for (team, expected) in [(0, [AuditRule.partnerOutsideCompliance]), (1, [])] {
      let seats = [PartnerSeats(team: team, level: 1, count: 1)]
      let codes = AuditFixture.codes(
        teams: teams, services: services, partners: [AuditFixture.partner(engaged: seats)])
      #expect(codes == expected)
    }
  }
}
