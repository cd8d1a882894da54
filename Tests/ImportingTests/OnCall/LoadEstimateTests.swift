import Testing

@testable import Importing

@Suite struct LoadEstimateTests {
  /// The exact limits of a Poisson mean [Garwood 1936]; Byar's approximation is within 2 % of them, but
  /// for the lower one of a single event.
  @Test(arguments: [
    (0, 0.0, 2.996), (3, 0.818, 7.754), (10, 5.425, 16.962), (100, 84.14, 118.08),
  ])
  func ratesHaveNearlyExactIntervals(count: Int, low: Double, high: Double) {
    let estimate = LoadEstimate.rate(count: count, exposure: 1, varianceToMean: 1)
    #expect(estimate.likely == Double(count))
    #expect(abs(estimate.low - low) <= 0.02 * max(low, 0.001))
    #expect(abs(estimate.high - high) <= 0.02 * high)
    // Twice the time halves the rate; more clustering widens it.
    let longer = LoadEstimate.rate(count: count, exposure: 2, varianceToMean: 1)
    #expect(abs(longer.high * 2 - estimate.high) < 1e-9)
    let clustered = LoadEstimate.rate(count: count, exposure: 1, varianceToMean: 2)
    #expect(clustered.low <= estimate.low && clustered.high > estimate.high)
  }

  @Test func sharesStartAtWhatIsPublishedAndEndAtWhatIsSeen() {
    let none = LoadEstimate.share(count: 0, of: 0, prior: 0.25, weight: 20)
    #expect(none.likely == 0.25)
    let many = LoadEstimate.share(count: 900, of: 1_000, prior: 0.25, weight: 20)
    #expect(many.likely > 0.88 && many.low > 0.86 && many.high < 0.91)
    #expect(none.high - none.low > many.high - many.low)
  }

  @Test func clusteringIsVarianceOverMean() {
    #expect(LoadNumbers.varianceToMean([2, 2, 2]) == 0)
    #expect(LoadNumbers.varianceToMean([0, 0]) == nil)
    #expect(LoadNumbers.varianceToMean([0, 4]) == 4)
    #expect(LoadNumbers.median([3, 1, 2]) == 2)
    #expect(LoadNumbers.median([]) == nil)
  }
}
