import CadreTestSupport
import Organization
import Planning
import Simulation
import Testing

/// Error budgets and costs of services under a plan.
@Suite struct ServiceScoreTests {
  private func scores(
    growth: Double = 0, pages: Double = 4, assumptions: [AssumptionID: Double] = [:],
    _ change: (inout ServiceMetrics) -> Void = { _ in }
  ) -> [ServiceScore] {
    var example = PlanningCase.healthy
    example.services = [ExampleOrganization.service(pages: pages, headroom: 100)]
    example.assumptions = assumptions
    change(&example.services[0].metrics)
    let result = Planner.recommend(
      for: example.organization, growth: ThreePoint(growth), strategies: [.asIs])
    return ServiceScore.all(
      result.model, expected: result.recommended.expected, traffic: result.traffic)
  }

  private func spent(_ score: [ServiceScore]) -> Double {
    score[0].quarters.first?.budgetSpent ?? .nan
  }

  @Test func theBudgetIsSpentByPagesTimesRecoveryTimesWhatUsersSee() throws {
    let score = scores(assumptions: [.metricsUserVisibleShare: 0.2]) {
      $0.slo = 0.99
      $0.hoursToRecover = ThreePoint(3)
    }
    let quarter = try #require(score[0].quarters.first)
    let pages = try #require(quarter.pages)
    #expect(agree(spent(score), pages * 3 * 0.2 / (2_190 * 0.01)))
    #expect(score[0].isSLOGiven)
  }

  @Test func tighterTargetsSlowerRecoveryAndMorePagesSpendMore() {
    func slo(_ slo: Double) -> Double { spent(scores { $0.slo = slo }) }
    #expect(slo(0.9) < slo(0.99))
    #expect(slo(0.99) < slo(0.999))
    func recovery(_ hours: Double) -> Double {
      spent(scores { $0.hoursToRecover = ThreePoint(hours) })
    }
    #expect(recovery(1) < recovery(2))
    #expect(spent(scores(pages: 4)) < spent(scores(pages: 8)))
    #expect(spent(scores(pages: 0)) == 0)
  }

  @Test func aKnownErrorRateMovesWithThePages() throws {
    let score = scores {
      $0.slo = 0.999
      $0.errorRate = 0.0005
    }
    let pages = try #require(score[0].quarters.first?.pages)
    #expect(agree(spent(score), 0.5 * pages / 12))
    #expect(score[0].missesToday.isEmpty)
  }

  @Test func whatIsMissedTodayIsSaid() {
    let score = scores {
      $0.slo = 0.999
      $0.errorRate = 0.002
      $0.p99Seconds = 0.3
      $0.p99TargetSeconds = 0.25
      $0.databaseSaturation = 0.95
    }
    #expect(score[0].missesToday.count == 3)
    #expect(scores()[0].missesToday.isEmpty)
  }

  @Test func infrastructureGrowsWithTrafficToTheExponent() throws {
    func cost(_ exponent: Double) throws -> [Double] {
      let score = scores(
        growth: 1, assumptions: [.metricsCostTrafficExponent: exponent]
      ) { $0.costPerMonth = 1_000 }
      return [score[0].quarters.first, score[0].quarters.last].compactMap { $0?.costPerTraffic }
    }
    let proportional = try cost(1)
    #expect(proportional.allSatisfy { agree($0, 1_000) })
    let scale = try cost(0.8)
    #expect(scale[1] < scale[0])
    #expect(try cost(0).allSatisfy { $0 <= 1_000 + 1e-9 })
    #expect(scores()[0].quarters.allSatisfy { $0.cost == nil })
  }

  @Test func assumedTargetsFollowTheTier() {
    var example = PlanningCase.healthy
    example.services = (1...4).map { tier in
      var service = ExampleOrganization.service("tier\(tier)")
      service.tier = tier
      return service
    }
    let result = Planner.recommend(for: example.organization, strategies: [.asIs])
    let slos = ServiceScore.all(
      result.model, expected: result.recommended.expected, traffic: result.traffic
    ).map(\.slo)
    #expect(slos == slos.sorted(by: >))
    #expect(slos[0] == Assumptions.shipped[.metricsSloTier1])
  }
}
