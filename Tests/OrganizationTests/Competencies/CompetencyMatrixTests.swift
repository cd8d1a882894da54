import Organization
import Testing

@Suite struct CompetencyMatrixTests {
  private static let caching = Competency.caching.index
  private static let concurrency = Competency.concurrency.index
  private static let communication = Competency.communication.index

  private func organization(
    _ depths: [Int: Int]?, tier: Int = 1, partners: [Partner] = []
  ) -> Organization {
    var team = AuditFixture.team("shop")
    team.competencies = depths
    let service = Service(
      id: "cart", owners: [.team(0)], tier: tier, needs: [Self.caching, Self.concurrency])
    return AuditFixture.organization(teams: [team], services: [service], partners: partners)
  }

  private func states(_ organization: Organization) -> [Int: CompetencyMatrix.State] {
    Dictionary(
      uniqueKeysWithValues: CompetencyMatrix(organization).cells.map { ($0.competency, $0.state) })
  }

  private func rules(_ organization: Organization) -> [AuditRule] {
    OwnershipAudit.findings(organization).map(\.rule)
      .filter { [.competencyGap, .singleHolder].contains($0) }
  }

  @Test func twoAreCoveredOneIsARiskNobodyIsAGap() {
    let depths = [Self.caching: 2, Self.concurrency: 1, Self.communication: 1]
    #expect(
      states(organization(depths))
        == [Self.caching: .covered, Self.concurrency: .risk, Self.communication: .spare])
    #expect(states(organization([:])) == [Self.caching: .gap, Self.concurrency: .gap])
  }

  @Test func aTeamThatSaysNothingIsNotJudged() {
    #expect(CompetencyMatrix(organization(nil)).cells.isEmpty)
    #expect(rules(organization(nil)).isEmpty)
  }

  @Test func gapsAreWarningsAndSingleHoldersNotes() {
    let model = organization([Self.caching: 1])
    let findings = OwnershipAudit.findings(model).filter { $0.rule.code >= "C0318" }
    #expect(findings.map(\.rule) == [.singleHolder, .competencyGap])
    #expect(findings.map(\.severity) == [.note, .warning])
    #expect(findings.map(\.subject) == ["shop", "shop"])
    #expect(
      findings.map(\.message) == [
        "one person holds caching, needed by tier 1 service cart",
        "nobody holds concurrency, needed by cart",
      ])
    #expect(AuditRule.explanation(ofCode: "C0318") != nil)
  }

  @Test func aSingleHolderIsEnoughForALesserService() {
    #expect(rules(organization([Self.caching: 1, Self.concurrency: 1], tier: 2)).isEmpty)
  }

  /// One more holder never adds a finding.
  @Test func moreDepthNeverFindsMore() {
    for caching in 0...3 {
      for concurrency in 0...3 {
        let less = rules(organization([Self.caching: caching, Self.concurrency: concurrency]))
        let more = rules(organization([Self.caching: caching + 1, Self.concurrency: concurrency]))
        #expect(more.count <= less.count)
      }
    }
  }

  @Test func seatsOfAPartnerBringWhatItNames() {
    func partner(_ competencies: [Int]) -> Partner {
      var partner = AuditFixture.partner(engaged: [PartnerSeats(team: 0, level: 1, count: 1)])
      partner.competencies = competencies
      return partner
    }
    let named = organization([Self.caching: 2], partners: [partner([Self.concurrency])])
    #expect(states(named)[Self.concurrency] == .risk)
    let unnamed = organization([Self.caching: 2], partners: [partner([])])
    #expect(states(unnamed)[Self.concurrency] == .gap)
  }

  @Test func furtherPeopleBringWhatIsShortestUntilNothingIs() throws {
    let model = organization([Self.caching: 1])
    var holdings = try #require(CompetencyHoldings.today(in: model)[0])
    #expect(
      (0..<4).map { _ in holdings.add() }
        == [Self.concurrency, Self.caching, Self.concurrency, nil])
  }
}
