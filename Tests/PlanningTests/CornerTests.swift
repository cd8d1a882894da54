import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// The smallest organisations and the shortest plans.
@Suite struct CornerTests {
  @Test(arguments: [1, 2, 60])
  func aPlanOfAnyLength(months: Int) {
    var example = PlanningCase.pair
    example.months = months
    let recommendation = Planner.recommend(for: example.organization, growth: ThreePoint(0.2))
    for outcome in recommendation.outcomes {
      #expect(outcome.expected.months == months)
      #expect(outcome.plan.seats.allSatisfy { (0..<months).contains($0.openMonth) })
      #expect(outcome.meanCost.isFinite)
    }
  }

  /// Nothing that is decided today changes this month.
  @Test func aPlanOfOneMonthHasNoHires() {
    var example = PlanningCase.pair
    example.months = 1
    let recommendation = Planner.recommend(for: example.organization)
    #expect(recommendation.outcome(of: .asIs)?.plan == .asIs)
    #expect(
      recommendation.outcomes.allSatisfy { outcome in
        outcome.plan.seats.allSatisfy(\.source.isPartner)
      })
  }

  @Test func onePersonAlone() {
    let example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 1)], services: [ExampleOrganization.service()])
    let recommendation = Planner.recommend(for: example.organization)
    #expect(recommendation.recommended.strategy == .inHouse)
    #expect(recommendation.seats.count >= 3)
  }

  @Test func nobodyAtAll() {
    let empty = ExampleOrganization(
      teams: [ExampleOrganization.team()], services: [ExampleOrganization.service()])
    #expect(!Planner.recommend(for: empty.organization).seats.isEmpty)
    let nothing = Planner.recommend(for: ExampleOrganization().organization)
    #expect(nothing.recommended.strategy == .asIs && nothing.recommended.meanCost == 0)
    #expect(nothing.probabilityOfBest == [1])
  }

  @Test func withoutPartnersNobodyIsRented() {
    let recommendation = Planner.recommend(
      for: PlanningCase.short.organization, growth: ThreePoint(0.4))
    #expect(recommendation.leftOut.map(\.strategy) == [.partner, .hybrid])
    #expect(recommendation.leftOut.allSatisfy { !$0.reason.isEmpty })
    #expect(recommendation.outcomes.map(\.strategy) == [.asIs, .inHouse])
    #expect(!recommendation.breakEvens.contains { $0.input == .partnerRate })
  }

  /// Far more work than the team can do, and hires that bring it far nearer.
  @Test func aTeamThatCannotBeSavedIsHelpedAllTheSame() throws {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 2, senior: 2, roadmapHours: 3_000)],
      services: [ExampleOrganization.service(pages: 30, upkeep: 300, toil: 300)])
    example.hiring.recruiters = ThreePoint(0.5)
    let recommendation = Planner.recommend(for: example.organization)
    let inHouse = try #require(recommendation.outcome(of: .inHouse))
    let asIs = try #require(recommendation.outcome(of: .asIs))
    #expect(inHouse.violation < 0.8 * asIs.violation)
    #expect(recommendation.recommended.strategy == .inHouse)
  }

  @Test func onlyWhatIsAskedForIsCompared() {
    let recommendation = Planner.recommend(
      for: PlanningCase.pair.organization, strategies: [.hybrid])
    #expect(recommendation.outcomes.map(\.strategy) == [.asIs, .hybrid])
  }
}
