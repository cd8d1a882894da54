import Testing

@testable import Forecasting

@Suite struct AutoregressionTests {
  @Test func forecastsAreThoseComputedByHand() {
    let plain = Autoregression(
      intercept: 1, lags: [1, 3], weights: [0.5, 0.2], isDifferenced: false)
    let forecast = plain.forecast(after: [1, 2, 3], horizon: 2)
    #expect(abs(forecast[0] - 2.7) < 1e-12 && abs(forecast[1] - 2.75) < 1e-12)
    let changes = Autoregression(intercept: 1, lags: [1], weights: [0.5], isDifferenced: true)
    #expect(changes.forecast(after: [1, 2, 4], horizon: 2) == [6, 8])
  }

  /// The standard error is √((1 − 0.49) / 3000) = 0.013, of which five are allowed.
  @Test func findsTheWeightOfASimulatedProcess() throws {
    let values = Simulated.autoregression(0.7, count: 3_000, seed: 12)
    let model = try #require(Autoregression.fitted(to: values, lags: [1, 2, 3]))
    #expect(!model.isDifferenced && model.lags == [1])
    #expect(abs(model.weights[0] - 0.7) < 0.065)
  }

  @Test func tooFewValuesHaveNone() {
    let model = Autoregression.fitted(to: [1, 2, 3, 4], lags: [1, 2])
    #expect(model == nil)
  }
}
