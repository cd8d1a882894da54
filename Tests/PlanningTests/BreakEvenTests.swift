import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// A value said to flip the order does flip it.
@Suite struct BreakEvenTests {
  private static let growth = ThreePoint(low: 0, likely: 0.15, high: 0.4)

  private func cost(
    _ plan: StaffingPlan, _ input: BreakEven.Input, at value: Double,
    in organization: Organization
  ) -> Double {
    let model = StaffingModel(input.applied(value, to: organization))
    let mean = TrafficOutlook.growing(Self.growth, like: organization).mean
    let future = input == .trafficGrowth ? mean.growing(by: value) : mean
    return MeanValueRecursion(model).run(future: future, plan: plan).cost.total
  }

  @Test func theOrderFlipsWhereItIsSaidTo() throws {
    var found = 0
    for organization in [PlanningCase.pair.organization, PlanningCase.short.organization] {
      let recommendation = Planner.recommend(for: organization, growth: Self.growth)
      let best = recommendation.recommended.plan
      for breakEven in recommendation.breakEvens {
        guard let value = breakEven.value, let strategy = breakEven.instead else { continue }
        found += 1
        let other = try #require(recommendation.outcome(of: strategy)).plan
        let neutral = breakEven.input == .trafficGrowth ? 0.0 : 1
        #expect(breakEven.searched.contains(value))
        func isBestCheaper(at value: Double) -> Bool {
          cost(best, breakEven.input, at: value, in: organization)
            <= cost(other, breakEven.input, at: value, in: organization)
        }
        #expect(isBestCheaper(at: neutral), "\(breakEven)")
        #expect(!isBestCheaper(at: value), "\(breakEven)")
        // The search halves a third of the way six times.
        let end = value > neutral ? breakEven.searched.upperBound : breakEven.searched.lowerBound
        let inside = value - (end - neutral) / 3 / 64 * 1.001
        #expect(isBestCheaper(at: inside), "\(breakEven)")
      }
    }
    #expect(found > 0)
  }

  @Test func withOneOutcomeThereIsNothingToFlip() {
    let recommendation = Planner.recommend(for: PlanningCase.healthy.organization)
    #expect(recommendation.breakEvens.isEmpty)
  }

  @Test func theWorldIsAsItIsAtTheNeutralValue() {
    let organization = PlanningCase.pair.organization
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
    let today = MeanValueRecursion(StaffingModel(organization)).run(
      future: TrafficOutlook.growing(Self.growth, like: organization).mean, plan: plan)
    for input in BreakEven.Input.allCases {
      let neutral = input == .trafficGrowth ? 0.0 : 1
      #expect(agree(cost(plan, input, at: neutral, in: organization), today.cost.total))
    }
  }
}
