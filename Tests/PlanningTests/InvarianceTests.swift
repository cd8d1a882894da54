import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What must not change a decision.
@Suite struct InvarianceTests {
  private static let growth = ThreePoint(low: 0, likely: 0.15, high: 0.4)

  @Test func listingTeamsBackwardsListsTheirSeatsBackwards() {
    let forward = PlanningCase.pair
    var backward = forward
    backward.teams.reverse()
    for index in backward.services.indices {
      backward.services[index].owners = forward.services[index].owners.map { owner in
        switch owner {
        case .team(let team): .team(1 - team)
        case .notATeam: owner
        }
      }
    }
    let a = Planner.recommend(for: forward.organization, growth: Self.growth)
    let b = Planner.recommend(for: backward.organization, growth: Self.growth)
    #expect(a.recommended.strategy == b.recommended.strategy)
    for (one, other) in zip(a.outcomes, b.outcomes) {
      let swapped = other.plan.seats.map { seat in
        var seat = seat
        seat.team = 1 - seat.team
        return seat
      }
      #expect(one.strategy == other.strategy)
      #expect(Self.counted(one.plan.seats) == Self.counted(swapped), "\(one.strategy)")
    }
  }

  private static func counted(_ seats: [Seat]) -> [Seat: Int] {
    Dictionary(seats.map { ($0, 1) }) { $0 + $1 }
  }

  @Test(arguments: [0.001, 4, 133.7])
  func whatMoneyIsCountedInDecidesNothing(factor: Double) {
    let euros = Self.budgeted
    let yen = Self.scaled(euros, by: factor)
    let a = Planner.recommend(for: euros, growth: Self.growth)
    let b = Planner.recommend(for: yen, growth: Self.growth)
    #expect(a.best == b.best)
    #expect(a.outcomes.map(\.plan) == b.outcomes.map(\.plan))
    #expect(a.probabilityOfBest == b.probabilityOfBest)
    for (one, other) in zip(a.outcomes, b.outcomes) {
      #expect(abs(other.meanCost / (one.meanCost * factor) - 1) < 1e-9)
      #expect(one.violation == other.violation)
    }
    for (one, other) in zip(a.breakEvens, b.breakEvens) {
      #expect(one.instead == other.instead && one.value == other.value, "\(one.input)")
    }
  }

  private static var budgeted: Organization {
    var organization = PlanningCase.pair.organization
    organization.policy.extraBudgetPerQuarter = 90_000
    return organization
  }

  private static func scaled(_ organization: Organization, by factor: Double) -> Organization {
    var scaled = organization
    scaled.currency = "JPY"
    for level in scaled.levels.indices {
      scaled.levels[level].salaryPerYear = scaled.levels[level].salaryPerYear.scaled(by: factor)
    }
    for partner in scaled.partners.indices {
      scaled.partners[partner].ratePerHour = scaled.partners[partner].ratePerHour.map {
        $0?.scaled(by: factor)
      }
    }
    scaled.hiring.costPerHire = scaled.hiring.costPerHire.scaled(by: factor)
    scaled.policy.extraBudgetPerQuarter = scaled.policy.extraBudgetPerQuarter.map { $0 * factor }
    return scaled
  }

  @Test func noPlanIsBetterThanTheRecommendedOne() {
    for seed in 0..<10 {
      let (organization, traffic) = PlanningCase.random(seed: seed)
      let recommendation = Planner.recommend(
        for: organization, traffic: traffic, strategies: Set(Strategy.allCases))
      let best = recommendation.recommended
      let rivals = Planner.comparable(recommendation.outcomes)
      #expect(rivals.contains(recommendation.best), "seed \(seed)")
      for index in rivals {
        #expect(recommendation.outcomes[index].meanCost >= best.meanCost, "seed \(seed)")
      }
      for (index, share) in recommendation.probabilityOfBest.enumerated()
      where !rivals.contains(index) {
        #expect(share == 0, "seed \(seed)")
      }
    }
  }
}
