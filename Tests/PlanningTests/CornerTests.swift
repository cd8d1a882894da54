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

  @Test func onlyWhatIsAskedForIsCompared() {
    let recommendation = Planner.recommend(
      for: PlanningCase.pair.organization, strategies: [.hybrid])
    #expect(recommendation.outcomes.map(\.strategy) == [.asIs, .hybrid])
  }
}
