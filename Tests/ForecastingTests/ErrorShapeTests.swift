import Testing

@testable import Forecasting

@Suite struct ErrorShapeTests {
  @Test func withoutErrorsTheUsualShapeIsEven() {
    let shape = ErrorShape([])
    #expect(abs(shape.quantile(0.5)) < 0.02)
    for fraction in [0.01, 0.1, 0.3] {
      #expect(abs(shape.quantile(fraction) + shape.quantile(1 - fraction)) < 1e-9)
      #expect(shape.quantile(fraction) < shape.quantile(fraction + 0.1))
    }
  }

  /// The quantile's standard error is below 0.04; the usual shape still counts a little.
  @Test func manyErrorsDecide() {
    var noise = Simulated.Noise(seed: 8)
    let shape = ErrorShape((0..<5_000).map { _ in [noise.normal()] })
    #expect(abs(shape.quantile(0.975) - 1.96) < 0.2)
    #expect(abs(shape.quantile(0.1) + 1.28) < 0.1)
  }

  /// By hand: the middle of 1, 2, 3, 100 is 2.5, the median distance 1, so 3 is the most.
  @Test func modelsThatRunAwayArePulledIn() {
    let (middle, deviations) = Combination.deviations([1, 2, 3, 100])
    #expect(middle == 2.5 && deviations == [-1.5, -0.5, 0.5, 3])
    #expect(Combination.mean(deviations, weights: [0.5, 0, 0, 0.5]) == 0.75)
    #expect(Combination.disagreement(deviations, weights: [0.5, 0, 0, 0.5]) == 2.25)
  }
}
