import Testing

@testable import Forecasting

@Suite struct ExponentialSmoothingTests {
  private let model = ExponentialSmoothing(
    levelGain: 0.5, slopeGain: 0.2, seasonGain: 0.1, damping: 0.9,
    start: ExponentialSmoothing.State(level: 10, slope: 1, seasons: [2, -2]))

  /// Computed by hand: 10 + 0.9 + 2 = 12.9 is expected, 14 comes; half of 1.1 goes to the level, a
  /// fifth to the slope, a tenth to the season; and so on.
  @Test func followsTheRecursionComputedByHand() {
    let (squares, state) = model.run([14, 11])
    #expect(abs(squares - (1.21 + 0.542 * 0.542)) < 1e-12)
    #expect(abs(state.level - 12.729) < 1e-12)
    #expect(abs(state.slope - 1.1164) < 1e-12)
    #expect(abs(state.seasons[0] - 2.11) < 1e-12)
    #expect(abs(state.seasons[1] + 1.9458) < 1e-12)
    let forecast = model.forecast(from: state, after: 2, horizon: 2)
    #expect(abs(forecast[0] - 15.84376) < 1e-12)
    #expect(abs(forecast[1] - 12.692244) < 1e-12)
    let surprises = model.surprises([14, 11])
    #expect(abs(surprises[0] - 1.1) < 1e-12 && abs(surprises[1] - 0.542) < 1e-12)
  }

  /// A level that wanders by 0.3 of each surprise; the gain's standard error is about
  /// √(0.3 · 1.7 / 2000) = 0.016, of which five are allowed.
  @Test func findsTheGainOfASimulatedLevel() {
    var noise = Simulated.Noise(seed: 3)
    var level = 100.0
    let values = (0..<2_000).map { _ in
      let surprise = noise.normal()
      defer { level += 0.3 * surprise }
      return level + surprise
    }
    let fit = ExponentialSmoothing.fitted(
      to: values, trend: .none, seasons: [], evaluations: 200)
    #expect(abs(fit.model.levelGain - 0.3) < 0.08)
  }

  @Test func aLineIsContinuedExactlyByALastingTrend() {
    let values = (0..<40).map { 5 + 2 * Double($0) }
    let fit = ExponentialSmoothing.fitted(
      to: values, trend: .additive, seasons: [], evaluations: 400)
    let forecast = fit.model.forecast(from: fit.state, after: 40, horizon: 10)
    #expect(abs(forecast[9] - (5 + 2 * 49)) < 1e-3)
  }
}
