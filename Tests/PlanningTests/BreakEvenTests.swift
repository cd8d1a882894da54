import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// A value said to flip the order does flip it.
@Suite struct BreakEvenTests {
  private static let growth = ThreePoint(low: 0, likely: 0.05, high: 0.1)

  private func cost(
    _ plan: StaffingPlan, _ input: BreakEven.Input, at value: Double,
    in organization: Organization, traffic: TrafficOutlook
  ) -> Double {
    let model = StaffingModel(input.applied(value, to: organization))
    let mean = traffic.mean
    let future = input == .trafficGrowth ? mean.growing(by: value) : mean
    return MeanValueRecursion(model).run(future: future, plan: plan).cost.total
  }

  /// Partners at several prices, and a few that nobody would think of.
  private static var cases: [(Organization, TrafficOutlook)] {
    let priced = [45.0, 50, 55, 60, 65, 70].map { rate in
      var organization = PlanningCase.pair.organization
      organization.policy.graceMonths = 9
      organization.partners[0].ratePerHour = organization.levels.map {
        ThreePoint(rate * $0.productivity.mean)
      }
      return (organization, TrafficOutlook.growing(growth, like: organization))
    }
    return priced + (0..<8).map { PlanningCase.random(seed: $0) }
  }

  /// Cost on all futures, moved by what the change does on the mean course.
  private func cost(
    _ outcome: StrategyOutcome, _ input: BreakEven.Input, at value: Double,
    in organization: Organization, traffic: TrafficOutlook
  ) -> Double {
    let changed = cost(outcome.plan, input, at: value, in: organization, traffic: traffic)
    return outcome.meanCost + changed - outcome.expected.cost.total
  }

  @Test func theOrderFlipsWhereItIsSaidTo() throws {
    var found = 0
    for (number, (organization, traffic)) in Self.cases.enumerated() {
      let recommendation = Planner.recommend(
        for: organization, traffic: traffic, strategies: Set(Strategy.allCases))
      let best = recommendation.recommended
      for breakEven in recommendation.breakEvens {
        guard let value = breakEven.value, let strategy = breakEven.instead else { continue }
        found += 1
        let other = try #require(recommendation.outcome(of: strategy))
        let neutral = breakEven.input == .trafficGrowth ? 0.0 : 1
        #expect(breakEven.searched.contains(value), "case \(number)")
        func advantage(at value: Double) -> Double {
          cost(other, breakEven.input, at: value, in: organization, traffic: traffic)
            - cost(best, breakEven.input, at: value, in: organization, traffic: traffic)
        }
        #expect(advantage(at: neutral) > -1e-6, "case \(number), \(breakEven)")
        #expect(advantage(at: value) < 0, "case \(number), \(breakEven)")
        // The search halves a third of the way six times.
        let end = value > neutral ? breakEven.searched.upperBound : breakEven.searched.lowerBound
        let inside = value - (end - neutral) / 3 / 64 * 1.001
        #expect(advantage(at: inside) > -1e-6, "case \(number), \(breakEven)")
      }
    }
    #expect(found > 3)
  }

  @Test func withOneOutcomeThereIsNothingToFlip() {
    let recommendation = Planner.recommend(for: PlanningCase.healthy.organization)
    #expect(recommendation.breakEvens.isEmpty)
  }

  @Test func theWorldIsAsItIsAtTheNeutralValue() {
    let organization = PlanningCase.pair.organization
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
    let traffic = TrafficOutlook.growing(Self.growth, like: organization)
    let today = MeanValueRecursion(StaffingModel(organization)).run(
      future: traffic.mean, plan: plan)
    for input in BreakEven.Input.allCases {
      let neutral = input == .trafficGrowth ? 0.0 : 1
      let same = cost(plan, input, at: neutral, in: organization, traffic: traffic)
      #expect(agree(same, today.cost.total))
    }
  }
}
