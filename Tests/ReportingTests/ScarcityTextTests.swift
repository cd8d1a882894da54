import CadreTestSupport
import Organization
import Testing

@testable import Planning
@testable import Reporting

/// What is said of scarce means does not contradict how the plan does.
@Suite struct ScarcityTextTests {
  private static func report(_ example: ExampleOrganization) -> PlanReport {
    PlanReport.example(example) { found in
      let months = 0..<found.organization.months
      let worth = months.map { _ in 100.0 }
      found.shadowPrices = [
        ShadowPrice(means: .hours(team: 0), worth: worth, unmet: Array(months)),
        ShadowPrice(means: .callReady(team: 0), worth: worth, unmet: []),
      ]
    }
  }

  private static func sentences(_ report: PlanReport) -> [String] {
    report.scarcity.compactMap { if case .paragraph(let text, _) = $0 { text } else { nil } }
  }

  private static func team(people: Int) -> ExampleOrganization {
    ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: people, senior: people, roadmapHours: 300)],
      services: [ExampleOrganization.service(pages: 4, upkeep: 90, toil: 90)])
  }

  @Test func whatHoldsIsNotSaidToBeOutOfReach() {
    let report = Self.report(Self.team(people: 5))
    #expect(report.recommendation.recommended.reliability.missed(by: 0, of: .coverage).isEmpty)
    #expect(!Self.sentences(report).contains { $0.contains("cannot be met") })
  }

  @Test func whatDoesNotHoldIsTold() {
    let report = Self.report(Self.team(people: 1))
    #expect(!report.recommendation.recommended.reliability.missed(by: 0, of: .coverage).isEmpty)
    #expect(Self.sentences(report).contains { $0.hasPrefix("Coverage at core cannot be met") })
  }

  @Test func hoursAreAndAnEngineerIsWorthSomething() {
    let sentences = Self.sentences(Self.report(Self.team(people: 5)))
    #expect(sentences.contains { $0.hasPrefix("One more engineer's hours at core are worth") })
    #expect(sentences.contains { $0.hasPrefix("One more call-ready engineer at core is worth") })
  }
}
