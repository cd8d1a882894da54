import Testing

@testable import Forecasting

@Suite struct ComplexSmoothingTests {
  /// By hand, 11 comes for 10.
  ///
  /// The level becomes 10 − 0.1 · 8 + 0.3 · 1, the shadow
  /// 10 − 0.2 · 8 + 2.1 · 1; two steps ahead the level falls by a tenth of the shadow.
  @Test func followsTheRecursionComputedByHand() {
    let model = ComplexSmoothing(
      gain: 1.2, shadowGain: 0.9, seasonGain: 0,
      start: ComplexSmoothing.State(level: 10, shadow: 8, seasons: []))
    let state = model.run([11]).state
    #expect(abs(state.level - 9.5) < 1e-12 && abs(state.shadow - 10.5) < 1e-12)
    let forecast = model.forecast(from: state, after: 1, horizon: 2)
    #expect(abs(forecast[0] - 9.5) < 1e-12 && abs(forecast[1] - 8.45) < 1e-12)
  }

  /// With an imaginary part of 1 the shadow is not felt.
  ///
  /// The model is that of Svetunkov, Kourentzes and Ord, 2022.
  @Test func withoutAShadowItIsSimpleSmoothing() {
    let values = Simulated.autoregression(0.7, count: 30, seed: 4)
    let complex = ComplexSmoothing(
      gain: 1.4, shadowGain: 1, seasonGain: 0.2,
      start: ComplexSmoothing.State(level: 1, shadow: 5, seasons: [0.5, -0.5]))
    let simple = ExponentialSmoothing(
      levelGain: 0.4, slopeGain: 0, seasonGain: 0.2, damping: 0,
      start: ExponentialSmoothing.State(level: 1, slope: 0, seasons: [0.5, -0.5]))
    let (left, right) = (complex.run(values), simple.run(values))
    #expect(abs(left.squares - right.squares) < 1e-9)
    #expect(abs(left.state.level - right.state.level) < 1e-12)
    #expect(abs(left.state.seasons[1] - right.state.seasons[1]) < 1e-12)
  }

  @Test func fittedModelsAreStable() {
    for seed in 0..<5 {
      let values = Simulated.monthly(count: 60, seed: UInt64(seed))
      #expect(ComplexSmoothing.fitted(to: values, seasons: [], evaluations: 200).isStable)
    }
  }
}
