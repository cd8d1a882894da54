import Organization
import Testing

@Suite struct TeamAuditTests {
  @Test(arguments: [
    (3, [AuditRule.teamTooSmall]), (4, []), (9, []), (10, [.teamTooLarge]), (0, [.emptyTeam]),
  ])
  func teamsHaveAnAdvisedSize(people: Int, codes: [AuditRule]) {
    let team = Team(id: "shop", members: AuditFixture.members(people))
    #expect(AuditFixture.codes(teams: [team], services: []) == codes)
  }

  @Test func partnerSeatsCountAsPeople() {
    let team = Team(id: "shop", members: AuditFixture.members(3))
    let partner = AuditFixture.partner(engaged: [PartnerSeats(team: 0, level: 1, count: 1)])
    #expect(AuditFixture.codes(teams: [team], services: [], partners: [partner]).isEmpty)
  }

  @Test func oneTeamThatOwnsMostIsADefault() {
    let teams = ["a", "b", "c"].map { AuditFixture.team($0) }
    func services(ofFirst owned: Int) -> [Service] {
      (0..<6).map { Service(id: "s\($0)", owners: [.team($0 < owned ? 0 : 1)], tier: 4) }
    }
    #expect(AuditFixture.codes(teams: teams, services: services(ofFirst: 4)) == [.catchAllOwner])
    #expect(AuditFixture.codes(teams: teams, services: services(ofFirst: 3)).isEmpty)
    let two = Array(teams.prefix(2))
    #expect(AuditFixture.codes(teams: two, services: services(ofFirst: 4)).isEmpty)
  }

  /// Eight people at two services each carry 16 of tier 2, or ten of tier 1.
  @Test(arguments: [(2, 16, false), (2, 17, true), (1, 10, false), (1, 11, true), (4, 53, false)])
  func servicesPerPersonAreWeightedByTier(tier: Int, count: Int, isTooMany: Bool) {
    let services = (0..<count).map { Service(id: "s\($0)", owners: [.team(0)], tier: tier) }
    let findings = AuditFixture.findings(services: services)
    #expect(findings.contains { $0.rule == .tooManyServices } == isTooMany)
  }

  @Test func permutingTeamsPermutesFindings() {
    let teams = [
      AuditFixture.team("a", AuditFixture.members(2)), Team(id: "b", members: []),
      AuditFixture.team("c", AuditFixture.members(11)),
    ]
    let owners = [[0], [1], [2, 0], []]
    func findings(_ order: [Int]) -> Set<AuditFinding> {
      let services = owners.enumerated().map { number, teams in
        let owners = teams.compactMap { order.firstIndex(of: $0) }.map(Owner.team)
        return Service(id: "s\(number)", owners: owners, tier: 1, compliance: ["pci"])
      }
      return Set(AuditFixture.findings(teams: order.map { teams[$0] }, services: services))
    }
    let reference = findings([0, 1, 2])
    #expect(!reference.isEmpty)
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(findings(order) == reference)
    }
  }

  @Test(arguments: AuditRule.allCases)
  func everyRuleIsExplained(rule: AuditRule) {
    #expect(AuditRule.explanation(ofCode: rule.code)?.contains(rule.explanation) == true)
    #expect(!rule.title.isEmpty)
  }
}
