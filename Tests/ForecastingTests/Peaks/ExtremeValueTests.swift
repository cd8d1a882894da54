import Foundation
import Testing

@testable import Forecasting

@Suite struct ExtremeValueTests {
  private func gumbel(_ p: Double) -> Double { -log(-log(p)) }

  /// Gumbel's quantiles in closed form, and its median −ln ln 2.
  @Test func quantilesAreTheClosedForms() {
    let gumbelian = ExtremeValue(location: 2, scale: 3, shape: 0)
    #expect(abs(gumbelian.quantile(0.5) - (2 - 3 * log(log(2.0)))) < 1e-12)
    #expect(abs(gumbelian.quantile(exp(-1)) - 2) < 1e-12)
    let heavy = ExtremeValue(location: 1, scale: 2, shape: 0.25)
    for p in [0.01, 0.5, 0.9, 0.999] {
      let closed = 1 + 2 * (pow(-log(p), -0.25) - 1) / 0.25
      #expect(abs(heavy.quantile(p) - closed) < 1e-9)
    }
  }

  @Test(arguments: [-0.3, -0.1, 0, 0.1, 0.4])
  func quantileAndCumulativeUndoEachOther(shape: Double) {
    let distribution = ExtremeValue(location: -1, scale: 0.5, shape: shape)
    var last = -Double.infinity
    for p in stride(from: 0.001, to: 1, by: 0.001) {
      let value = distribution.quantile(p)
      #expect(value > last)
      #expect(abs(distribution.cumulative(value) - p) < 1e-9)
      last = value
    }
  }

  @Test func shapesNearZeroAreGumbels() {
    let near = ExtremeValue(location: 0, scale: 1, shape: 1e-7)
    for p in [0.05, 0.5, 0.99] { #expect(abs(near.quantile(p) - gumbel(p)) < 1e-5) }
  }

  /// For the uniform distribution they are 1/2, 1/6 and 0, for the exponential 1, 1/2 and 1/3.
  @Test func momentsOfKnownDistributions() {
    let places = (0..<20_000).map { (Double($0) + 0.5) / 20_000 }
    let uniform = LMoments(places)
    #expect(abs(uniform.mean - 0.5) < 1e-4)
    #expect(abs(uniform.second - 1.0 / 6) < 1e-4)
    #expect(abs(uniform.skewness) < 1e-3)
    let exponential = LMoments(places.map { -log(1 - $0) })
    #expect(abs(exponential.mean - 1) < 1e-3)
    #expect(abs(exponential.second - 0.5) < 1e-3)
    #expect(abs(exponential.skewness - 1.0 / 3) < 2e-3)
  }

  /// τ₃ = 2 (1 − 3^k) / (1 − 2^k) − 3 with k the shape [Hosking 1990], inverted within 9e-4.
  @Test(arguments: [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4])
  func theShapeIsReadOffTheSkewness(shape: Double) {
    let skewness = 2 * (1 - pow(3, shape)) / (1 - pow(2, shape)) - 3
    #expect(abs(ExtremeValue.shapeOf(skewness: skewness) - shape) < 9e-4)
  }

  @Test(arguments: [-0.2, 0, 0.2])
  func matchedDistributionsHaveTheMoments(shape: Double) {
    let distribution = ExtremeValue.matching(
      LMoments(mean: 3, second: 0.7, skewness: 0), shape: shape)
    let places = (0..<20_000).map { (Double($0) + 0.5) / 20_000 }
    let moments = LMoments(places.map { distribution.quantile($0) })
    #expect(abs(moments.mean - 3) < 2e-3)
    #expect(abs(moments.second - 0.7) < 2e-3)
  }

  /// The quantile at 0.99 of fits to 60 values, on average over 300 of them.
  ///
  /// Its standard error is
  /// about 0.6 for one fit, so 0.035 for the mean; shrinking a shape of 0 costs nothing.
  @Test func fitsToGumbelsValuesAreRightOnAverage() throws {
    var random = Simulated.Noise(seed: 5)
    var sum = 0.0
    for _ in 0..<300 {
      let values = (0..<60).map { _ in gumbel(max(random.uniform(), 1e-12)) }
      sum += try #require(ExtremeValue.fitted(to: values)).quantile(0.99)
    }
    #expect(abs(sum / 300 - gumbel(0.99)) < 0.2)
  }

  @Test func nothingIsFittedToNothing() {
    #expect(ExtremeValue.fitted(to: []) == nil)
    #expect(ExtremeValue.fitted(to: [1]) == nil)
    #expect(ExtremeValue.fitted(to: [2, 2, 2]) == nil)
  }

  /// Φ⁻¹ at a few places, from any table of the normal distribution.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959_963_985), (0.99, 2.326_347_874), (0.001, -3.090_232_306),
  ])
  func normalQuantilesAreThoseOfTheTables(p: Double, value: Double) {
    #expect(abs(Normal.quantile(p) - value) < 1e-8)
  }
}
