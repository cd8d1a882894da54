import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// Cost against risk by programmes.
@Suite struct OptimisedFrontierTests {
  private static func optimiser(
    _ organization: Organization = PlanningCase.pair.organization
  ) throws -> Optimiser {
    let traffic = TrafficOutlook.growing(ThreePoint(0.6), like: organization)
    var settings = OptimiserSettings()
    (settings.futures, settings.rounds, settings.seconds) = (60, 2, 4)
    return Optimiser(
      FuturePlan(organization, traffic: traffic, seed: 1), traffic: traffic.mean,
      solver: try Highs(), settings: settings, watch: .none, perform: onePieceAfterAnother)
  }

  private static func plan(_ optimiser: Optimiser) throws -> StaffingPlan {
    try #require(try optimiser.solve(.hybrid, from: .asIs).best?.plan)
  }

  @Test func nothingIsDearerAndWorseThanAnother() throws {
    let optimiser = try Self.optimiser()
    let plan = try Self.plan(optimiser)
    let all = try Frontier.all(optimiser, strategy: .hybrid, plan: plan)
    let front = Frontier.undominated(all)
    #expect(all.contains { $0.plan == plan })
    #expect(front.first?.plan.seats.count ?? 0 <= plan.seats.count)
    for (a, b) in zip(front, front.dropFirst()) {
      #expect(b.cash >= a.cash)
      #expect(b.kept > a.kept)
    }
    for point in all {
      #expect(point.gap ?? 0 >= 0)
      #expect(!front.contains { $0.cash > point.cash + 1e-6 && $0.kept < point.kept - 1e-9 })
    }
  }

  /// By the programme, whose money is what caps are paid with.
  @Test func lessMissedIsNeverCheaper() throws {
    let optimiser = try Self.optimiser()
    let plan = try Self.plan(optimiser)
    let search = try FrontierSearch(optimiser, strategy: .hybrid, at: plan)
    let most = search.known(.asIs).missed
    let caps = [0, 0.1, 0.2, 0.4, 0.7, 1].map { most * $0 }
    let found = try search.plans(missingAtMost: caps, within: SearchBudget(iterations: 40_000))
    #expect(found.count >= 3)
    for (a, b) in zip(found, found.dropFirst()) {
      #expect(a.mayMiss < b.mayMiss)
      #expect(a.money >= b.money - 1e-6)
    }
    for one in found {
      let known = search.known(one.plan)
      #expect(known.missed <= one.mayMiss + 1e-2)
      #expect(agree(known.money, one.money))
      #expect((0...1).contains(one.gap))
    }
  }

  @Test func goingDownNeverCostsMore() throws {
    let optimiser = try Self.optimiser()
    let plan = try Self.plan(optimiser)
    let search = optimiser.search(.hybrid)
    let needs = try optimiser.needs(at: plan, .hybrid)
    let descent = PlanDescent(
      search, settings: optimiser.teams, needs: needs, good: Set(plan.seats))
    func cost(_ seats: [[PlanDescent.Candidate]], _ price: Double) -> Double {
      optimiser.teams.indices.reduce(0) { sum, team in
        let check = ProgrammeCheck(
          world: optimiser.world, setting: optimiser.teams[team], needs: needs[team])
        let result = check.result(of: seats[team].map(\.option))
        return sum + result.money + price * result.missed
      }
    }
    let start = descent.seats(of: plan)
    for price in [1, 0.1, 0.01] {
      let end = descent.descend(from: start, price: price)
      #expect(cost(end, price) <= cost(start, price) + 1e-6)
      #expect(cost(descent.descend(from: end, price: price), price) == cost(end, price))
    }
  }
}
