import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// Why the outlook is another than last quarter's.
@Suite struct PlanVarianceTests {
  private struct Case {
    var organization: Organization
    var growth = 0.3
    var last: PlanFile

    func review() throws -> PlanReview {
      let carried = CarriedPlan(last, in: organization)
      let traffic = TrafficOutlook.growing(ThreePoint(growth), like: organization)
      var search = PlanSearch(
        organization, traffic: traffic, committed: carried.committed, watch: .none)
      try search.compare([.inHouse])
      var recommendation = search.recommendation()
      recommendation.seats = carried.named(recommendation.seats)
      return PlanReview(carried, recommendation)
    }

    func parts() throws -> [PlanVariance.Cause: PlanVariance.Amounts] {
      let variance = try #require(try review().variance)
      return Dictionary(uniqueKeysWithValues: variance.parts.map { ($0.cause, $0.change) })
    }
  }

  /// The plan of last quarter, and the same organisation three months on.
  private static func quarterLater(growth: Double = 0.3) -> Case {
    var organization = PlanningCase.pair.organization
    for team in organization.teams.indices {
      for member in organization.teams[team].members.indices {
        organization.teams[team].members[member].tenureMonths = 30
      }
    }
    let recommendation = Planner.recommend(
      for: organization, growth: ThreePoint(growth), strategies: [.inHouse])
    var last = PlanFile(recommendation, seed: 1)
    for seat in last.seats.indices where last.seats[seat].open == last.start {
      last.seats[seat].state = .open
    }
    organization.start = organization.start + 3
    return Case(organization: organization, growth: growth, last: last)
  }

  private static func sum(
    _ variance: PlanVariance, _ amount: (PlanVariance.Amounts) -> Double
  ) -> (parts: Double, change: Double) {
    (
      variance.parts.reduce(0) { $0 + amount($1.change) },
      amount(variance.after) - amount(variance.before)
    )
  }

  @Test(arguments: [0.0, 0.3, 0.9]) func thePartsSumToTheChange(growth: Double) throws {
    var world = Self.quarterLater(growth: 0.3)
    world.growth = growth
    world.organization.teams[0].members.removeLast()
    world.organization.levels[1].salaryPerYear = ThreePoint(90_000)
    if !world.last.seats.isEmpty { world.last.seats[0].state = .cancelled }
    let variance = try #require(try world.review().variance)
    #expect(variance.parts.map(\.cause) == PlanVariance.Cause.allCases)
    #expect(variance.months == 21)
    for amount in [\PlanVariance.Amounts.cash, \.undone, \.people] {
      let (parts, change) = Self.sum(variance) { $0[keyPath: amount] }
      // Rounding of some ten sums of millions.
      #expect(abs(parts - change) < 1e-6 * max(1, abs(variance.before[keyPath: amount])))
    }
  }

  @Test func whatDoesNotChangeExplainsNothing() throws {
    let world = Self.quarterLater()
    let parts = try world.parts()
    for cause in [PlanVariance.Cause.cancelled, .cost] {
      #expect(parts[cause] == PlanVariance.Amounts())
    }
    #expect(abs(parts[.traffic]?.cash ?? 1) < 1)
  }

  @Test func dearerPeopleCostMore() throws {
    var world = Self.quarterLater()
    for level in world.organization.levels.indices {
      world.organization.levels[level].salaryPerYear =
        world.organization.levels[level].salaryPerYear.scaled(by: 1.1)
    }
    let cost = try #require(try world.parts()[.cost])
    #expect(cost.cash > 0)
    #expect(cost.people == 0)
  }

  @Test func fewerPeopleCostLessAndLeaveMoreUndone() throws {
    var world = Self.quarterLater()
    let before = try #require(try world.parts()[.leavers])
    world.organization.teams[0].members.removeLast()
    let after = try #require(try world.parts()[.leavers])
    #expect(after.cash < before.cash && after.people < before.people)
    let review = try world.review()
    let team = try #require(review.leavers.first { $0.team == "one" })
    #expect(team.actual == 1)
  }

  @Test func moreGrowthLeavesMoreUndone() throws {
    var world = Self.quarterLater()
    world.growth = 0.9
    #expect(try #require(try world.parts()[.traffic]).undone > 0)
  }

  @Test func whatWasCancelledIsNotPaid() throws {
    var world = Self.quarterLater(growth: 0.9)
    try #require(!world.last.seats.isEmpty)
    world.last.seats[0].state = .cancelled
    #expect(try #require(try world.parts()[.cancelled]).cash < 0)
  }

  @Test func aSearchThatDragsOnSlips() throws {
    var world = Self.quarterLater(growth: 0.9)
    try #require(!world.last.seats.isEmpty)
    world.last.seats[0].state = .open
    world.last.seats[0].open = world.last.start + -2
    world.last.seats[0].start = world.last.start + 1
    let review = try world.review()
    #expect(review.slipped.contains { $0.seat.id == world.last.seats[0].id })
    let parts = try world.parts()
    #expect(try #require(parts[.slipped]).cash < 0)
  }

  @Test func plansThatShareNoMonthAreNotCompared() throws {
    var world = Self.quarterLater()
    world.organization.start = world.last.end
    #expect(try world.review().variance == nil)
    world = Self.quarterLater()
    world.last.expected = []
    #expect(try world.review().variance == nil)
  }
}
