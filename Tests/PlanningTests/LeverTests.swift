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

  @Test func theMostUsefulComesFirstAndEachKindOnce() {
    let found = outcomes(PlanningCase.pair.organization)
    #expect(Set(found.map(\.lever.id)).count == found.count)
    #expect(Set(found.map(\.lever)).isSuperset(of: [.quieterAlerts, .automation, .smallerRoadmap]))
    #expect(found.map(\.missed) == found.map(\.missed).sorted())
    #expect((found.first?.missed ?? 1) < 1)
  }

  /// What there is none of cannot be taken away.
  @Test func whatDoesNothingIsNotListed() {
    var example = PlanningCase.short
    example.teams[0].roadmapHoursPerMonth = ThreePoint(600)
    example.services[0].documents = Set(Document.allCases)
    example.services[0].toilHoursPerMonth = ThreePoint(0)
    example.services[0].pages = .rate(ThreePoint(0))
    let found = outcomes(example.organization).map(\.lever)
    #expect(found.contains(.smallerRoadmap))
    for lever: Lever in [.documentation, .automation, .quieterAlerts] {
      #expect(!found.contains(lever))
    }
  }

  @Test(arguments: 0..<80)
  func quieterAlertsNeverMissMoreOfThePolicy(seed: Int) throws {
    let (random, traffic) = PlanningCase.random(seed: seed)
    let model = StaffingModel(random)
    let organization = model.organizationWithRoadmapsOfToday
    let courses = Courses(traffic, demandedBy: organization.policy)
    func missed(_ organization: Organization) throws -> Double {
      try PolicyJudge(StaffingModel(organization), courses: courses).trial(of: .asIs).violation
    }
    let change = try #require(Lever.quieterAlerts.applied(to: organization, like: model))
    let (before, after) = try (missed(organization), missed(change.organization))
    #expect(after <= before + 1e-9, "seed \(seed)")
  }

  /// However pages are known, half of today's is half of today's.
  @Test(arguments: [
    PageHistory.rate(ThreePoint(7)), .counted(pages: 30, months: 12), .unknown,
  ])
  func quieterAlertsHalveThePages(pages: PageHistory) throws {
    var example = PlanningCase.short
    example.services[0].pages = pages
    let model = StaffingModel(example.organization)
    let change = try #require(Lever.quieterAlerts.applied(to: model.organization, like: model))
    let after = StaffingModel(change.organization)
    #expect(agree(after.services[0].pagesPerMonth, model.services[0].pagesPerMonth / 2))
    #expect(agree(after.services[0].toilHours, model.services[0].toilHours))
  }

  @Test func aSmallerRoadmapIsFourFifths() throws {
    var example = PlanningCase.short
    example.teams[0].roadmapHoursPerMonth = ThreePoint(100)
    let model = StaffingModel(example.organization)
    let change = try #require(Lever.smallerRoadmap.applied(to: model.organization, like: model))
    #expect(change.organization.teams[0].roadmapHoursPerMonth?.mean == 80)
  }

  /// Six kinds of documents, half of 90 hours of toil and half of six pages.
  @Test func whatALeverTakesFollowsFromTheTable() {
    var example = PlanningCase.short
    example.assumptions = [
      .leverHoursPerPage: 10, .leverHoursPerToilHour: 7, .leverHoursPerDocument: 5,
      .leverHoursPerHandover: 30, .costSlipMultiplier: 2,
    ]
    let model = StaffingModel(example.organization)
    func hours(_ lever: Lever) -> Double? { lever.effortHours(in: model) }
    #expect(hours(.quieterAlerts) == 30)
    #expect(hours(.automation) == 315)
    #expect(hours(.documentation) == 30)
    #expect(hours(.move(service: 0, from: 0, to: 0)) == 30)
    #expect(hours(.fundedDebt) == 0)
    #expect(hours(.headroom) == nil && hours(.split(team: 0)) == nil)
    func cost(_ lever: Lever) -> Double? {
      lever.cost(in: model, roadmapsOf: example.organization)
    }
    #expect(cost(.documentation) == 30 * model.rules.hourPrice)
    #expect(cost(.headroom) == nil)
    // A fifth of 300 hours in 24 months, at twice the price of an hour.
    let dropped = 60 * 24 * 2 * model.rules.hourPrice
    #expect(agree(cost(.smallerRoadmap) ?? 0, dropped))
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
