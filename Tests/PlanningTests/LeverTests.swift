import CadreTestSupport
import Organization
import Testing

@testable import Planning
@testable import Simulation

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
    let after = StaffingModel(Lever.quieterAlerts.applied(to: model.organization, like: model))
    #expect(agree(after.services[0].pagesPerMonth, model.services[0].pagesPerMonth / 2))
    #expect(agree(after.services[0].toilHours, model.services[0].toilHours))
  }

  @Test func aSmallerRoadmapIsFourFifths() {
    var example = PlanningCase.short
    example.teams[0].roadmapHoursPerMonth = ThreePoint(100)
    let model = StaffingModel(example.organization)
    let changed = Lever.smallerRoadmap.applied(to: model.organization, like: model)
    #expect(changed.teams[0].roadmapHoursPerMonth?.mean == 80)
  }

  /// Nothing new is released in the first month, and all the same the roadmap is that of today.
  @Test func aFreezeAtTheStartIsNotTheRoadmap() {
    var organization = PlanningCase.short.organization
    organization.teams[0].roadmapHoursPerMonth = nil
    organization.events = [
      TrafficEvent(
        id: "sale",
        kind: .campaign(
          month: organization.start, days: 5, mean: ThreePoint(1), peak: ThreePoint(1),
          yearly: false),
        freezeDays: ThreePoint(20))
    ]
    let model = StaffingModel(organization)
    let fixed = model.organizationWithRoadmapsOfToday
    #expect(fixed.teams[0].roadmapHoursPerMonth?.mean == model.roadmapHoursToday[0])
    let future = TrafficOutlook.growing(by: 0.2, like: organization).mean
    let (open, held) = (MeanValueRecursion(model), MeanValueRecursion(StaffingModel(fixed)))
    let (before, after) = (
      open.run(future: future, plan: .asIs), held.run(future: future, plan: .asIs)
    )
    #expect(before[team: 0, month: 0].askedHours[.roadmap] < model.roadmapHoursToday[0])
    for (a, b) in zip(before.cells, after.cells) { #expect(agree(a.cost.total, b.cost.total)) }
  }
}
