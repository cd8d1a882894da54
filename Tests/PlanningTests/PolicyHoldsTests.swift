import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// Plans hold the policy where a plan can, with no seat too many and none too early.
@Suite struct PolicyHoldsTests {
  private static let growth = ThreePoint(low: 0.2, likely: 0.5, high: 0.8)

  private func judge(_ organization: Organization) -> PolicyJudge {
    let courses = Courses(
      .growing(Self.growth, like: organization), demandedBy: organization.policy)
    return PolicyJudge(StaffingModel(organization), courses: courses)
  }

  @Test(arguments: [false, true])
  func aPolicyThatCanBeHeldIsHeld(isPair: Bool) throws {
    var organization = (isPair ? PlanningCase.pair : PlanningCase.short).organization
    // Until a hire is found and ramped up nothing can be mended.
    organization.policy.graceMonths = 9
    let recommendation = Planner.recommend(for: organization, growth: Self.growth)
    let inHouse = try #require(recommendation.outcome(of: .inHouse))
    #expect(inHouse.violation <= 1e-6)
    #expect(inHouse.breaches.allSatisfy { $0.limit.weight != .policy })
    #expect(recommendation.recommended.violation <= 1e-6)
    #expect(recommendation.recommended.reliability.kept == 1)
  }

  @Test(arguments: [Strategy.inHouse, .hybrid, .partner])
  func everySeatIsNeededAndNoneIsTooEarly(strategy: Strategy) throws {
    let organization = PlanningCase.pair.organization
    let judge = judge(organization)
    let recommendation = Planner.recommend(
      for: organization, growth: Self.growth, strategies: [strategy])
    let outcome = try #require(recommendation.outcomes.last)
    #expect(!outcome.plan.seats.isEmpty)
    for index in outcome.plan.seats.indices {
      var fewer = outcome.plan
      fewer.seats.remove(at: index)
      #expect(try judge.trial(of: fewer).violation > outcome.violation)
      var later = outcome.plan
      later.seats[index].openMonth += 1
      #expect(try judge.trial(of: later).violation > outcome.violation)
    }
  }

  /// Every seat says what breaks without it, and its days are in order.
  @Test func everySeatHasItsReasonAndItsDates() {
    let recommendation = Planner.recommend(
      for: PlanningCase.pair.organization, growth: Self.growth)
    #expect(!recommendation.seats.isEmpty)
    #expect(Set(recommendation.seats.map(\.id)).count == recommendation.seats.count)
    for planned in recommendation.seats {
      #expect(planned.reason != nil, "\(planned.id)")
      #expect(planned.ifLate != nil, "\(planned.id)")
      #expect(planned.startMonth >= Double(planned.seat.openMonth))
      #expect(planned.readyMonth >= planned.startMonth)
      #expect(planned.cost > 0)
    }
  }

  /// The pager waits for exposure to the services, however short the ramp is.
  @Test func aSeatWithARotaIsReadyWhenItCarriesThePager() throws {
    var example = PlanningCase.pair
    example.rampMonths = 0.5
    example.assumptions[.levelRampMonthsMid] = 0.5
    for layers in [0, 1] {
      for team in example.teams.indices {
        example.teams[team].rota = layers > 0 ? Rota(layers: layers) : nil
      }
      let recommendation = Planner.recommend(
        for: example.organization, growth: Self.growth, strategies: [.inHouse])
      let planned = try #require(recommendation.seats.first)
      let level = recommendation.model.levels[planned.seat.level]
      let months = layers > 0 ? level.monthsToOnCall : level.rampMonths
      #expect(level.monthsToOnCall > level.rampMonths)
      #expect(agree(planned.readyMonth, planned.startMonth + months))
    }
  }

  @Test func whereNothingGrowsAndNobodyLeavesNothingIsDone() {
    let recommendation = Planner.recommend(for: PlanningCase.healthy.organization)
    #expect(recommendation.recommended.strategy == .asIs)
    #expect(recommendation.seats.isEmpty)
    #expect(recommendation.recommended.breaches.allSatisfy { $0.limit.weight != .policy })
    #expect(recommendation.recommended.reliability.kept == 1)
    #expect(recommendation.outcomes.count == 1)
  }

  @Test func aTeamWithoutSeniorsGetsOne() throws {
    let example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 8, roadmapHours: 100)],
      services: [ExampleOrganization.service()])
    let recommendation = Planner.recommend(for: example.organization)
    let inHouse = try #require(recommendation.outcome(of: .inHouse))
    let levels = example.organization.levels
    #expect(inHouse.plan.seats.contains { levels[$0.level].standing >= .senior })
    #expect(recommendation.recommended.strategy == .inHouse)
    // Nobody starts before the lead time, so the first months cannot hold.
    let last = inHouse.expected[team: 0, month: 23]
    #expect(last.headcount.atLeast(.senior) > 0.5)
  }

  /// Asking for less never costs more seats.
  @Test func aMoreGenerousPolicyNeverNeedsMoreSeats() {
    var counts: [Int] = []
    for threshold in [0.98, 0.95, 0.9, 0.8, 0.6] {
      var organization = PlanningCase.pair.organization
      organization.policy.coverage.threshold = threshold
      organization.policy.seniorCoverage.threshold = threshold - 0.05
      let recommendation = Planner.recommend(
        for: organization, growth: Self.growth, strategies: [.inHouse])
      counts.append(recommendation.outcome(of: .inHouse)?.plan.seats.count ?? 0)
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 }, "\(counts)")
  }

  @Test func aLongerRotaNeverNeedsMoreSeats() {
    let counts = [0.2, 0.25, 0.34, 0.5, 1].map { share in
      var organization = PlanningCase.short.organization
      organization.policy.onCallShare.threshold = share
      return Planner.recommend(for: organization, growth: Self.growth, strategies: [.inHouse])
        .outcome(of: .inHouse)?.plan.seats.count ?? 0
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 }, "\(counts)")
  }

  /// Breaks become more likely as traffic grows; scaling aside, whose hours come and go.
  @Test func moreTrafficNeverMakesABreachLessLikely() {
    var example = PlanningCase.short
    example.services[0].headroom = ThreePoint(1_000)
    var known: [Limit: Double] = [:]
    for low in [-0.4, -0.2, 0, 0.2, 0.5, 1.5] {
      let growth = ThreePoint(low: low, likely: low + 0.2, high: low + 0.4)
      let asIs = Planner.recommend(for: example.organization, growth: growth, strategies: [])
        .recommended
      let found = asIs.breaches.map { ($0.limit, $0.probability) }
      let likely = Dictionary(found) { first, _ in first }
      for (limit, before) in known { #expect((likely[limit] ?? 0) >= before, "\(limit), \(low)") }
      known.merge(likely) { $1 }
    }
    #expect(!known.isEmpty)
  }
}
