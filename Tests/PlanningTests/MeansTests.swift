import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What a plan may not go beyond, on organisations that nobody would think of.
@Suite struct MeansTests {
  private static let seeds = 0..<50

  /// All plans of all strategies keep to the seats and the money that there are.
  @Test(arguments: seeds)
  func plansKeepToTheirMeans(seed: Int) {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let recommendation = Planner.recommend(
      for: organization, traffic: traffic, strategies: Set(Strategy.allCases))
    let model = recommendation.model
    for outcome in recommendation.outcomes {
      let seats = outcome.plan.seats
      #expect(seats.count <= organization.policy.maxNewSeats ?? .max, "seed \(seed)")
      let quarter = PlanCost.highestQuarter(of: outcome.plan, in: model)
      #expect(
        quarter <= organization.policy.extraBudgetPerQuarter ?? .infinity,
        "seed \(seed), \(outcome.strategy)")
      for seat in seats {
        #expect((0..<organization.months).contains(seat.openMonth), "seed \(seed)")
        guard case .partner(let partner) = seat.source else { continue }
        #expect(outcome.strategy != .inHouse, "seed \(seed)")
        #expect(model.partners[partner].costPerMonth[seat.level] != nil, "seed \(seed)")
        #expect(
          model.teams[seat.team].openToPartner(partner, in: seat.openMonth) >= 0.5, "seed \(seed)")
      }
      expectPartnerSeats(outcome, in: organization, seed: seed)
    }
    let sum = recommendation.probabilityOfBest.reduce(0, +)
    #expect(agree(sum, 1), "seed \(seed)")
    #expect(recommendation.probabilityOfBest.allSatisfy { $0 >= 0 }, "seed \(seed)")
  }

  private func expectPartnerSeats(
    _ outcome: StrategyOutcome, in organization: Organization, seed: Int
  ) {
    for (index, partner) in organization.partners.enumerated() {
      let new = outcome.plan.seats.count { $0.source == .partner(index) }
      let engaged = partner.engaged.reduce(0) { $0 + $1.count }
      #expect(
        new == 0 || new + engaged <= partner.maxSeats, "seed \(seed), \(outcome.strategy)")
    }
    let most = organization.policy.maxPartnerShare
    for team in organization.teams.indices {
      guard outcome.plan.seats.contains(where: { $0.team == team && $0.source.isPartner })
      else { continue }
      for month in 0..<organization.months {
        let cell = outcome.trial[0][team: team, month: month]
        // What is engaged today may be too many already.
        guard cell.partnerSeats > engaged(in: team, of: organization) + 1e-9 else { continue }
        let all = cell.partnerSeats + cell.headcount.total
        // People are expectations; half a person is not worth another answer.
        #expect(
          cell.partnerSeats <= most * all + 0.5,
          "seed \(seed), \(outcome.strategy), team \(team), month \(month)")
      }
    }
  }

  private func engaged(in team: Int, of organization: Organization) -> Double {
    let seats = organization.partners.flatMap(\.engaged).filter { $0.team == team }
    return Double(seats.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: 0..<12)
  func theSameQuestionHasTheSameAnswer(seed: Int) {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let once = Planner.recommend(
      for: organization, traffic: traffic, strategies: Set(Strategy.allCases))
    let again = Planner.recommend(
      for: organization, traffic: traffic, strategies: Set(Strategy.allCases))
    #expect(once.seats == again.seats && once.breakEvens == again.breakEvens, "seed \(seed)")
    #expect(once.outcomes.map(\.costs) == again.outcomes.map(\.costs), "seed \(seed)")
  }

  @Test func withoutPagerRightsAPartnerIsNoHelpOnCall() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 2, senior: 1, roadmapHours: 10)],
      services: [ExampleOrganization.service(pages: 1, upkeep: 5, toil: 5)])
    for takesPager in [false, true] {
      example.partners = [ExampleOrganization.partner(takesPager: takesPager)]
      let outcomes = Planner.recommend(for: example.organization, strategies: [.partner]).outcomes
      let seats = outcomes.last?.plan.seats ?? []
      #expect(!seats.isEmpty)
      #expect(seats.contains { $0.source.isPartner } == takesPager)
    }
  }

  @Test func aPartnerOutsideTheRegimeIsNotRented() {
    var example = PlanningCase.short
    example.services[0].compliance = ["pci"]
    for mayTouch in [[], ["pci"]] {
      example.partners = [ExampleOrganization.partner(mayTouch: mayTouch, takesPager: true)]
      let outcomes = Planner.recommend(for: example.organization, strategies: [.partner]).outcomes
      let seats = outcomes.last?.plan.seats ?? []
      #expect(seats.contains { $0.source.isPartner } == !mayTouch.isEmpty)
    }
  }

  @Test func theLastPartnerSeatIsTakenOnce() {
    var example = PlanningCase.pair
    example.partners[0].maxSeats = 1
    for strategy in [Strategy.partner, .hybrid] {
      let outcomes = Planner.recommend(
        for: example.organization, growth: ThreePoint(low: 0.2, likely: 0.5, high: 0.8),
        strategies: [strategy]
      ).outcomes
      let rented = outcomes.last?.plan.seats.count { $0.source.isPartner } ?? 0
      #expect(rented <= 1)
    }
  }

  @Test(arguments: [0, 1, 3])
  func noMoreSeatsThanThePolicyAllows(most: Int) {
    var organization = PlanningCase.pair.organization
    organization.policy.maxNewSeats = most
    for outcome in Planner.recommend(for: organization).outcomes {
      #expect(outcome.plan.seats.count <= most)
    }
  }
}
