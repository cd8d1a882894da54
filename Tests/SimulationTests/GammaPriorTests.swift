import CadreTestSupport
import Organization
import Simulation
import Testing

/// Shrinking counted pages towards what all services show. [Robbins 1956]
@Suite struct GammaPriorTests {
  @Test func equalCountsAreEqualRates() {
    let prior = GammaPrior(counts: [(12, 6), (12, 6), (12, 6)])
    #expect(agree(prior.mean, 2))
    #expect(agree(prior.posteriorMean(pages: 12, months: 6), 2))
  }

  /// Counts that differ by no more than chance say that the services are alike.
  @Test func chanceAloneIsShrunkAway() {
    let prior = GammaPrior(counts: [(9, 1), (10, 1), (11, 1)])
    #expect(prior.months == .infinity)
    #expect(prior.posteriorMean(pages: 9, months: 1) == 10)
  }

  @Test func aSingleServiceKeepsItsRate() {
    #expect(GammaPrior(counts: [(30, 12)]).posteriorMean(pages: 30, months: 12) == 2.5)
  }

  @Test(arguments: 0..<100)
  func theEstimateLiesBetweenOwnAndCommonRate(seed: Int) {
    var random = SeededRandom(seed: seed)
    let counts = (0..<random.count(2...8)).map { _ in
      (pages: random.count(0...120), months: random.number(0.5...24))
    }
    let prior = GammaPrior(counts: counts)
    for count in counts {
      let own = Double(count.pages) / count.months
      let estimate = prior.posteriorMean(pages: count.pages, months: count.months)
      let slack = 1e-9 * max(1, own)
      #expect(estimate >= min(own, prior.mean) - slack, "seed \(seed)")
      #expect(estimate <= max(own, prior.mean) + slack, "seed \(seed)")
    }
  }

  @Test func aLongHistorySpeaksForItself() {
    let prior = GammaPrior(counts: [(1, 2), (40, 2), (10, 2)])
    #expect(prior.posteriorMean(pages: 0, months: 0) == prior.mean)
    let own = prior.posteriorMean(pages: 3_000_000, months: 1_000_000)
    // What is left of the prior is its months in a million.
    #expect(abs(own - 3) <= abs(prior.mean - 3) * prior.months / 1_000_000)
  }

  /// Gamma rates of known mean and variance, Poisson counts: the moments must come back.
  @Test func findsTheSpreadThatMadeTheCounts() {
    var random = SeededRandom(seed: 11)
    let services = 20_000
    // Rates 1 and 5 with equal chance: mean 3, variance 4, so the prior is worth 3/4 of a month.
    let counts = (0..<services).map { _ in
      let rate = random.chance(0.5) ? 1.0 : 5.0
      let months = random.number(2...6)
      return (pages: Self.poisson(rate * months, using: &random), months: months)
    }
    let prior = GammaPrior(counts: counts)
    // Standard errors: about 0.016 of the mean and 0.03 of the variance; five of them.
    #expect(abs(prior.mean - 3) < 5 * 0.016)
    #expect(abs(prior.mean / prior.months - 4) < 5 * 0.03)
  }

  private static func poisson(_ mean: Double, using random: inout SeededRandom) -> Int {
    var (count, product) = (0, random.number(0...1))
    let floor = exponential(-mean)
    while product > floor {
      count += 1
      product *= random.number(0...1)
    }
    return count
  }

  @Test func countedServicesShrinkInsideAnOrganisation() {
    let counts = [3, 30, 60]
    let services = counts.map {
      Service(id: "\($0)", owners: [.team(0)], pages: .counted(pages: $0, months: 6))
    }
    let organization = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 2)], services: services
    ).organization
    let rates = services.map(PageRates(organization).today)
    #expect(rates[0] > 0.5 && rates[0] < rates[1] && rates[2] < 10)
    // Equal months keep the total.
    #expect(agree(rates.reduce(0, +) * 6, 93))
  }
}
