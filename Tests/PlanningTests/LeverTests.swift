import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What can be done beside hiring.
@Suite struct LeverTests {
  private func outcomes(_ organization: Organization) -> [LeverOutcome] {
    Planner.recommend(for: organization, growth: ThreePoint(0.6), strategies: [.inHouse]).levers
  }

  @Test func whereNothingIsMissedNothingHasToBeDone() {
    let calm = Planner.recommend(for: PlanningCase.healthy.organization, strategies: [.inHouse])
    #expect(calm.levers.isEmpty)
  }

  @Test func everyLeverIsTriedAndTheMostUsefulComesFirst() {
    let found = outcomes(PlanningCase.pair.organization)
    #expect(Set(found.map(\.lever)) == Set(Lever.allCases))
    #expect(found.map(\.missed) == found.map(\.missed).sorted())
    for outcome in found { #expect(outcome.missed <= 1 + 1e-9, "\(outcome.lever)") }
    #expect((found.first?.missed ?? 1) < 1)
  }

  /// However pages are known, half of today's is half of today's.
  @Test(arguments: [
    PageHistory.rate(ThreePoint(7)), .counted(pages: 30, months: 12), .unknown,
  ])
  func quieterAlertsHalveThePages(pages: PageHistory) {
    var example = PlanningCase.short
    example.services[0].pages = pages
    let model = StaffingModel(example.organization)
    let after = StaffingModel(Lever.quieterAlerts.applied(to: model))
    #expect(agree(after.services[0].pagesPerMonth, model.services[0].pagesPerMonth / 2))
    #expect(agree(after.services[0].toilHours, model.services[0].toilHours))
  }

  @Test func aSmallerRoadmapIsFourFifths() {
    var example = PlanningCase.short
    example.teams[0].roadmapHoursPerMonth = ThreePoint(100)
    let changed = Lever.smallerRoadmap.applied(to: StaffingModel(example.organization))
    #expect(changed.teams[0].roadmapHoursPerMonth?.mean == 80)
  }
}
