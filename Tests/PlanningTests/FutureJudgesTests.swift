import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

@Suite struct FutureJudgesTests {
  private static let organization = ExampleOrganization(
    teams: [
      ExampleOrganization.team("one", mid: 6, senior: 3, roadmapHours: 600),
      ExampleOrganization.team("two", mid: 3, senior: 2, roadmapHours: 600),
    ],
    services: (0..<2).map {
      ExampleOrganization.service("s\($0)", team: $0, pages: 6, upkeep: 100, toil: 100)
    }
  ).organization

  private static let plans = [
    StaffingPlan.asIs,
    StaffingPlan(seats: [Seat(team: 1, level: 1, source: .inHouse, openMonth: 1)]),
    // Asks of people who change teams what the others do not.
    StaffingPlan(transfers: [Transfer(level: 1, from: 0, to: 1, month: 3)]),
  ]

  /// Futures of plans that share the drawing of worlds are those that each has by itself.
  @Test(arguments: [Chances.all, [.traffic, .pages], []], [[0], [0, 1], [2, 0, 1]])
  func sharedWorldsChangeNothing(chances: Chances, chosen: [Int]) {
    let plans = chosen.map { Self.plans[$0] }
    let base = FuturePlan(
      Self.organization, traffic: .growing(ThreePoint(0.2), like: Self.organization), seed: 7,
      chances: chances)
    let together = FutureJudges(plans, base: base).play(3..<20)
    let apart = plans.map { FutureJudge(base.changed(staffing: $0)).play(3..<20) }
    #expect(together == apart)
    #expect(Set(together).count == plans.count)
  }
}
