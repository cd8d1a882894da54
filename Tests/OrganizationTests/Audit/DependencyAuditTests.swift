import Organization
import Testing

@Suite struct DependencyAuditTests {
  private func service(_ id: String, tier: Int = 2, on others: [Int] = []) -> Service {
    Service(id: id, owners: [.team(0)], tier: tier, dependsOn: others)
  }

  private func findings(_ services: [Service]) -> [AuditFinding] {
    AuditFixture.findings(services: services).filter { $0.code >= "C0321" }
  }

  @Test func chainsAndSharedDependenciesAreSound() {
    #expect(findings([service("a", on: [1]), service("b", on: [2]), service("c")]).isEmpty)
    #expect(findings([service("a", on: [2]), service("b", on: [2]), service("c")]).isEmpty)
    #expect(findings([service("a")]).isEmpty)
  }

  /// Two circles, with a service between them that is in neither.
  @Test func eachCircleIsReportedOnce() {
    let services = [
      service("a", on: [1]), service("b", on: [0, 2]), service("between", on: [3]),
      service("c", on: [4]), service("d", on: [5]), service("e", on: [3]),
    ]
    let found = findings(services)
    #expect(found.map(\.rule) == [.circularDependency, .circularDependency])
    #expect(
      found.map(\.message) == ["depends in a circle on a, b", "depends in a circle on c, d, e"])
  }

  @Test func anImportantServiceMustNotFailWithALesserOne() {
    let found = findings([
      service("pay", tier: 1, on: [1, 2]), service("old", tier: 3), service("ok"),
    ])
    #expect(found.map(\.rule) == [.lesserDependency])
    #expect(found.first?.subject == "pay")
    #expect(found.first?.message == "tier 1 service fails with old of tier 3")
  }

  @Test func whatMostImportantServicesFailWithIsASinglePointOfFailure() {
    // d reaches the core only through c.
    let services = [
      service("core"), service("a", tier: 1, on: [0]), service("b", tier: 1, on: [0]),
      service("c", tier: 1, on: [0]), service("d", tier: 1, on: [3]), service("e", tier: 1),
    ]
    let found = findings(services)
    #expect(found.map(\.rule) == [.singlePointOfFailure])
    #expect(found.first?.message == "4 of 5 other tier 1 services fail with it")
  }
}
