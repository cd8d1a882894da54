import Organization
import Reporting
import Testing

@Suite struct SeriesForecastTests {
  private func forecast(
    _ values: [Double], cadence: Cadence = .monthly, horizon: Int, index: Int = 0
  ) throws -> SeriesForecast {
    let history = TrafficHistory(cadence: cadence, firstDay: 20_000, values: values)
    return try SeriesForecast(
      NamedSeries(name: "orders", history: history),
      SeriesForecast.Request(horizon: horizon, seed: 1), index: index)
  }

  @Test(arguments: [6, 12, 30])
  func aConstantSeriesDoesNotGrow(horizon: Int) throws {
    let forecast = try forecast(Array(repeating: 5, count: 24), horizon: horizon)
    #expect(forecast.growthPerYear == 0)
    #expect(forecast.notes == ["all values are equal: the forecast is, too"])
  }

  @Test func lessThanAYearImpliesNoYearlyGrowth() throws {
    #expect(try forecast([1, 2, 3, 4, 5, 6], horizon: 3).growthPerYear == nil)
  }

  @Test func missingStepsAndShortPastsAreNoted() throws {
    #expect(try forecast([1, .nan, 3], horizon: 2).notes.count == 2)
    #expect(
      try forecast(Array(stride(from: 1, to: 20, by: 1)), horizon: 2).notes
        == ["less than two seasons: no season can be told from the trend"])
  }

  @Test func seasonsFollowTheCadence() {
    let periods = [Cadence.hourly, .daily, .weekly, .monthly].map(\.usualPeriod)
    #expect(periods == [24, 7, 52, 12])
  }
}
