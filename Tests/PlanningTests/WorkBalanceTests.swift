import CadreTestSupport
import Organization
import Planning
import Simulation
import Testing

/// What a plan's hours go to: they add up, and calm teams are stable.
@Suite struct WorkBalanceTests {
  @Test(arguments: 0..<20)
  func hoursAddUpAndSharesAreShares(seed: Int) {
    let random = PlanningCase.random(seed: seed)
    let months = random.organization.months
    let result = Planner.recommend(
      for: random.organization, traffic: random.traffic, strategies: [.asIs])
    let expected = result.recommended.expected
    let teams = random.organization.teams.indices
    let quarters = WorkBalance.quarters(of: teams, in: expected)
    #expect(quarters.count == (months + 2) / 3)
    var done = 0.0
    for team in teams {
      for month in 0..<months { done += expected[team: team, month: month].doneHours.total }
    }
    #expect(agree(quarters.reduce(0) { $0 + $1.hours }, done))
    let whole = WorkBalance(expected)
    #expect(agree(whole.hours, done))
    #expect(whole.slipMonths == quarters.last?.slipMonths)
    for quarter in quarters {
      #expect((0...1).contains(quarter.stability))
      #expect((0...1).contains(quarter.reliabilityShare))
      #expect(quarter.slipMonths >= 0)
    }
    for (place, quarter) in quarters.enumerated() {
      let parts = teams.map { WorkBalance.quarters(of: [$0], in: expected)[place].features }
      #expect(agree(quarter.features, parts.reduce(0, +)))
    }
  }

  @Test func aTeamWithTimeIsStableAndKeepsItsRoadmap() {
    let result = Planner.recommend(for: PlanningCase.healthy.organization, strategies: [.asIs])
    for quarter in WorkBalance.quarters(of: [0], in: result.recommended.expected) {
      #expect(quarter.stability == 1)
      #expect(quarter.slipMonths < 0.01)
    }
  }

  @Test func aTeamWithoutTimeIsNot() throws {
    var example = PlanningCase.short
    example.services[0].upkeepHoursPerMonth = ThreePoint(2_000)
    let result = Planner.recommend(for: example.organization, strategies: [.asIs])
    let quarters = WorkBalance.quarters(of: [0], in: result.recommended.expected)
    let last = try #require(quarters.last)
    #expect(last.stability < 0.5)
    #expect(last.slipMonths > 1)
  }

  @Test func floorsFollowTheMostImportantTier() {
    var example = PlanningCase.healthy
    example.services.append(ExampleOrganization.service("second"))
    example.services[1].tier = 1
    example.teams.append(ExampleOrganization.team("idle", mid: 2))
    for floor in [0, 1.0] {
      example.assumptions[.reliabilityFloorTier1] = floor
      let result = Planner.recommend(for: example.organization, strategies: [.asIs])
      let floors = ReliabilityFloor.all(
        result.model, expected: result.recommended.expected)
      #expect(floors.map(\.team) == [0])
      #expect(floors.map(\.tier) == [1])
      #expect(floors.map(\.below.count) == [floor == 0 ? 0 : 8])
    }
  }
}
