import Forecasting
import Testing

@Suite struct BacktestTests {
  @Test func growthAndSeasonsAreForecastBetterThanByRepeatingLastYear() throws {
    let series = Series(values: Simulated.monthly(count: 84, seed: 6), period: 12)
    let result = try CombinedForecaster().backtest(series, horizon: 12)
    #expect(result.horizon == 12 && result.origins == 5)
    #expect(result.mase < result.seasonalNaive.mase)
    #expect(result.smape < result.seasonalNaive.smape)
    #expect(result.dampedTrend.mase < result.seasonalNaive.mase)
    #expect(result.dampedTrend.coverage80.isNaN)
    #expect(result.coverage80 <= result.coverage95)
    #expect(result.coverage95 > 0.8)
  }

  /// On a line of slope 1 the last value misses by 1, 2, 3, 4 and one step inside the past by 1.
  @Test func theYardstickIsComputedByHand() throws {
    let series = Series(values: (1...12).map(Double.init), period: 1)
    let result = try CombinedForecaster().backtest(series, horizon: 4)
    #expect(abs(result.seasonalNaive.mase - 2.5) < 1e-12)
    #expect(result.dampedTrend.mase < 0.5, "a line is what it is made for")
  }

  @Test func shortSeriesHoldBackLess() throws {
    let series = Series(values: [1, 2, 4, 3, 5, 6], period: 12)
    #expect(try CombinedForecaster().backtest(series, horizon: 12).horizon == 2)
    #expect(throws: ForecastError.tooShort(values: 2)) {
      try CombinedForecaster().backtest(Series(values: [1, 2], period: 1), horizon: 3)
    }
  }
}
