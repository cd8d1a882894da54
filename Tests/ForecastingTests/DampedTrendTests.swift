import Testing

@testable import Forecasting

@Suite struct DampedTrendTests {
  private let model = DampedTrend(
    levelGain: 0.5, trendGain: 0.4, damping: 0.9,
    start: DampedTrend.State(level: 10, trend: 1))

  /// Computed by hand: 10.9 is expected, 12 comes, so the level takes half of 1.1 and the trend a
  /// fifth of it; and so on.
  @Test func followsTheRecursionComputedByHand() {
    let states = model.states([12, 11])
    #expect(abs(states[0].level - 11.45) < 1e-12)
    #expect(abs(states[0].trend - 1.12) < 1e-12)
    #expect(abs(states[1].level - 11.729) < 1e-12)
    #expect(abs(states[1].trend - 0.7164) < 1e-12)
    let squares = 1.1 * 1.1 + 1.458 * 1.458
    #expect(abs(model.squaredError([12, 11]) - squares) < 1e-12)
  }

  @Test func manyStepsAreOneStepManyTimes() {
    var state = model.start
    for step in 1...20 {
      let expected = model.expected(state)
      #expect(abs(model.expected(model.start, step: step) - expected) < 1e-12)
      state = model.advanced(state, by: expected)
    }
  }

  @Test func theTrendRunsOutAtTheSumOfTheGeometricSeries() {
    let limit = 10 + 0.9 / (1 - 0.9)
    #expect(abs(model.expected(model.start, step: 2_000) - limit) < 1e-9)
  }

  @Test func aRandomWalkIsGivenAHighGainAndNoiseALowOne() {
    let walk = DampedTrend.fitted(to: Simulated.autoregression(1, count: 500, seed: 3))
    let noise = DampedTrend.fitted(to: Simulated.autoregression(0, count: 500, seed: 3))
    #expect(walk.levelGain > 0.8)
    #expect(noise.levelGain < 0.1)
  }
}
