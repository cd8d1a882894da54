import Organization
import Testing

@Suite struct CompetencyNeedsTests {
  private func needs(
    tier: Int = 3, _ workload: Workload = .batch, _ architecture: Architecture = .modular,
    integrations: Int = 0, compliance: [String] = [], owners: Int = 1
  ) -> [Competency] {
    Service(
      id: "cart", owners: (0..<owners).map { .team($0) }, tier: tier, workload: workload,
      architecture: architecture, integrations: integrations, compliance: compliance
    ).derivedNeeds
  }

  @Test func needsFollowFromWhatAServiceIs() {
    #expect(needs() == [.backendFundamentals, .relationalData])
    #expect(needs(.readHeavy) == [.backendFundamentals, .caching])
    #expect(
      needs(.transactional, .eventDriven) == [
        .backendFundamentals, .relationalData, .queuesAndStreaming, .concurrency,
        .cloudAndContainers,
      ])
    #expect(needs(compliance: ["pci"]).contains(.securityAndCompliance))
    #expect(needs(integrations: 1).contains(.apiDesign))
    #expect(needs(owners: 2).contains(.communication))
    #expect(needs(tier: 2).contains(.observability))
    #expect(
      Set([.systemDesign, .observability, .incidentCommand]).isSubset(of: needs(tier: 1)))
  }

  /// A more important or more entangled service needs no less.
  @Test func moreNeverNeedsLess() {
    for workload in Workload.allCases {
      for architecture in Architecture.allCases {
        let least = Set(needs(tier: 4, workload, architecture))
        for tier in 1...3 {
          #expect(least.isSubset(of: needs(tier: tier, workload, architecture)))
        }
        #expect(
          least.isSubset(
            of: needs(
              tier: 1, workload, architecture, integrations: 3, compliance: ["pci"], owners: 2)))
      }
    }
  }

  @Test func theMostNeededIsOfTheMostImportantService() {
    let all = Competency.self
    var organization = AuditFixture.organization(
      teams: [AuditFixture.team("shop")],
      services: [
        Service(id: "a", owners: [.team(0)], tier: 3, needs: [all.caching.index]),
        Service(
          id: "b", owners: [.team(0)], tier: 2,
          needs: [all.systemDesign.index, all.concurrency.index]),
        Service(
          id: "c", owners: [.team(0)], tier: 2,
          needs: [all.concurrency.index, all.caching.index]),
        Service(id: "d", owners: [], tier: 1, needs: [all.documentation.index]),
      ])
    #expect(organization.competencyNeeds() == [[]])
    organization.teams[0].competencies = [:]
    let needs = organization.competencyNeeds()[0]
    #expect(
      needs.map(\.competency)
        == [all.caching.index, all.concurrency.index, all.systemDesign.index])
    #expect(needs.map(\.services) == [[0, 2], [1, 2], [1]])
    organization.services.reverse()
    #expect(organization.competencyNeeds()[0].map(\.competency) == needs.map(\.competency))
  }
}
