import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// What more of something scarce would save.
@Suite struct ShadowPriceTests {
  private static func optimiser(
    budget: Double?, seats: Int? = nil
  ) throws -> Optimiser {
    var organization = PlanningCase.pair.organization
    organization.policy.extraBudgetPerQuarter = budget
    organization.policy.maxNewSeats = seats
    let traffic = TrafficOutlook.growing(ThreePoint(0.6), like: organization)
    var settings = OptimiserSettings()
    settings.futures = 60
    return Optimiser(
      FuturePlan(organization, traffic: traffic, seed: 1), traffic: traffic.mean,
      solver: try Highs(), settings: settings, watch: .none, perform: onePieceAfterAnother)
  }

  @Test func moreIsNeverWorthLessThanNothing() throws {
    let prices = try ShadowPrices.all(Self.optimiser(budget: nil), strategy: .hybrid, plan: .asIs)
    #expect(!prices.isEmpty)
    for price in prices {
      #expect(price.worth.allSatisfy { $0 >= 0 && $0.isFinite })
      switch price.means {
      case .callReady, .hours, .seniorHours, .senior:
        #expect(price.unmet.allSatisfy { price.worth[$0] == 0 }, "\(price.means)")
      case .recruiting, .partnerSeat, .budget, .newSeat: break
      }
    }
    #expect(prices.map(\.total) == prices.map(\.total).sorted(by: >))
  }

  /// Complementary slackness.
  @Test func whatThereIsEnoughOfIsWorthNothing() throws {
    let ample = try ShadowPrices.all(
      Self.optimiser(budget: 1e9, seats: 1000), strategy: .hybrid, plan: .asIs)
    #expect(!ample.contains { $0.means == .budget || $0.means == .newSeat })
    let scarce = try ShadowPrices.all(
      Self.optimiser(budget: 20_000), strategy: .hybrid, plan: .asIs)
    #expect(scarce.contains { $0.means == .budget && $0.total > 0 })
  }

  /// The dual is the slope: one unit more in every quarter saves what the prices add up to.
  @Test func aLittleMoreBudgetSavesWhatItIsSaidTo() throws {
    let optimiser = try Self.optimiser(budget: 20_000)
    let search = optimiser.search(.hybrid)
    let needs = try optimiser.needs(at: .asIs, .hybrid)
    let price = try #require(
      ShadowPrices.prices(search, settings: optimiser.teams, needs: needs, watch: .none)
        .first { $0.means == .budget })
    let more = 1.0
    func cost(_ extra: Double) throws -> Double {
      let rows = search.shared.rows(in: optimiser.model).map {
        SharedMeans.Row(
          name: $0.name, limit: $0.limit + ($0.name.hasPrefix("budget") ? extra : 0),
          share: $0.share)
      }
      let (programme, _) = search.programme(needs, settings: optimiser.teams, sharing: rows)
      let limits = SolverLimits(gap: 0)
      return try #require(
        search.solver.solve(programme.linear.relaxed, limits: limits).solution
      ).objective
    }
    let saved = try cost(0) - cost(more)
    let said = price.total / ShadowPrice.budgetStep * more
    // The cost falls more and more slowly; over one unit of 20 000 the slope is as good as constant.
    #expect(abs(saved - said) <= 1e-3 * max(1, said), "\(saved) \(said)")
  }

  /// Mixtures of proposals price what is shared as one programme does, as near as they are told.
  @Test(arguments: [(20_000.0, Int?.none), (60_000, 2), (1e9, 1)])
  func teamsApartArePricedAsTogether(budget: Double, seats: Int?) throws {
    let optimiser = try Self.optimiser(budget: budget, seats: seats)
    let search = optimiser.search(.hybrid)
    let needs = try optimiser.needs(at: .asIs, .hybrid)
    let together = ShadowPrices.prices(
      search, settings: optimiser.teams, needs: needs, watch: .none)
    let apart = try ShadowPrices.pricesOfMany(search, settings: optimiser.teams, needs: needs)
    func shared(_ prices: [ShadowPrice]) -> Double {
      prices.filter { [.budget, .newSeat].contains($0.means) }.reduce(0) { $0 + $1.total }
    }
    #expect(shared(together) > 0)
    #expect(abs(shared(apart) - shared(together)) <= 0.05 * shared(together))
  }
}
