import Forecasting
import Foundation
import Testing

@Suite struct CombinedForecasterTests {
  private func forecast(
    _ values: [Double], period: Int = 1, horizon: Int = 12, paths: Int = 200, seed: UInt64 = 1,
    index: Int = 0
  ) throws(ForecastError) -> Forecast {
    try CombinedForecaster().forecast(
      Series(values: values, period: period), horizon: horizon, paths: paths, seed: seed,
      index: index)
  }

  @Test(arguments: [0, 7.3, -2], [1, 5, 100])
  func aConstantStaysAndIsDoubtedLessTheLongerItStood(value: Double, count: Int) throws {
    let result = try forecast(Array(repeating: value, count: count), period: 12)
    for step in result.mean { #expect(abs(step - value) < 1e-9) }
    let bounds = result.quantiles([0.05, 0.95], step: 11)
    #expect(bounds[0] <= value && value < bounds[1])
    let longer = try forecast(Array(repeating: value, count: 10 * count), period: 12)
    let longerBounds = longer.quantiles([0.05, 0.95], step: 11)
    #expect(longerBounds[1] - longerBounds[0] < bounds[1] - bounds[0])
    #expect(bounds[1] - bounds[0] < 3 * max(abs(value), 1))
  }

  /// The trend is damped by at least 0.85 where the one-step errors decide freely, so that five
  /// steps lose at most 5 − (0.85 + … + 0.85⁵) = 1.85 slopes.
  @Test(arguments: [2.0, -2])
  func aLineGoesOn(slope: Double) throws {
    let values = (0..<60).map { slope * Double($0 - 30) }
    let mean = try forecast(values, horizon: 5).mean
    for (step, value) in mean.enumerated() {
      let line: Double = slope * Double(30 + step)
      #expect(abs(value - line) < 1.85 * abs(slope))
    }
    #expect((mean[4] - values[59]) * slope > 0)
  }

  @Test(arguments: [(7, 10), (12, 6), (24, 5)])
  func aPureSeasonIsRepeated(period: Int, cycles: Int) throws {
    let pattern = (0..<period).map { 100 + 40 * sin(Double($0 * $0)) }
    let values = (0..<cycles * period).map { pattern[$0 % period] }
    let result = try forecast(values, period: period, horizon: 3 * period)
    for (step, value) in result.mean.enumerated() {
      #expect(abs(value - pattern[step % period]) < 1e-6)
      // What never varied may vary yet: the band is narrow, but it is one.
      #expect(result.quantile(0.95, step: step) >= value)
    }
  }

  @Test func growthAndSeasonsAreFollowed() throws {
    let values = Simulated.monthly(count: 84, seed: 4, noise: 0.02)
    let truth = Simulated.monthly(count: 96, seed: 4, noise: 0)[84...]
    let mean = try forecast(values, period: 12).mean
    let miss = zip(mean, truth).map { abs($0 / $1 - 1) }.reduce(0, +) / 12
    // Twelve months of growth are 8 %; forecasting no growth at all would miss by 4 % on average.
    #expect(miss < 0.04)
  }

  @Test func theYearIsFoundInDailyValues() throws {
    var noise = Simulated.Noise(seed: 9)
    let values = (0..<1_200).map { day in
      let year: Double = 30 * sin(2 * Double.pi * Double(day) / 365.25)
      let week: Double = day % 7 < 5 ? 10 : -25
      return 200 + year + week + 4 * noise.normal()
    }
    let mean = try forecast(Array(values[..<1_000]), period: 7, horizon: 200, paths: 0).mean
    let miss = zip(mean, values[1_000...]).map { abs($0 - $1) }.reduce(0, +) / 200
    // The mean absolute deviation of the yearly wave alone is 30 · 2/π = 19.
    #expect(miss < 10)
  }

  @Test func theWeekIsFoundInHourlyValues() throws {
    let values = (0..<1_000).map { hour in
      let day: Double = 50 * sin(2 * Double.pi * Double(hour % 24) / 24)
      let week: Double = hour / 24 % 7 < 5 ? 400 : 200
      return week + day
    }
    let mean = try forecast(Array(values[..<832]), period: 24, horizon: 168, paths: 0).mean
    let miss = zip(mean, values[832...]).map { abs($0 - $1) }.reduce(0, +) / 168
    #expect(miss < 1)
  }

  @Test func theSameSeedGivesTheSameFutures() throws {
    let values = Simulated.monthly(count: 60, seed: 1)
    let first = try forecast(values, period: 12)
    #expect(try forecast(values, period: 12) == first)
    #expect(try forecast(values, period: 12, seed: 2).paths != first.paths)
    #expect(try forecast(values, period: 12, index: 1).paths != first.paths)
    #expect(try forecast(values, period: 12, index: 1).mean == first.mean)
  }

  @Test func countsAreNeverNegative() throws {
    for seed in 0..<20 {
      var noise = Simulated.Noise(seed: UInt64(seed))
      let values = (0..<50).map { max(0, 40 - Double($0) + 8 * noise.normal()) }
      let result = try forecast(values, period: 12, horizon: 24)
      #expect(result.mean.allSatisfy { $0 >= 0 }, "seed \(seed)")
      #expect((0..<24).allSatisfy { result.quantile(0, step: $0) >= 0 }, "seed \(seed)")
    }
  }

  @Test(arguments: [1e-3, 1e6])
  func unitsDoNotMatter(factor: Double) throws {
    for values in [
      Simulated.monthly(count: 50, seed: 8), Simulated.autoregression(0.8, count: 80, seed: 8),
    ] {
      let plain = try forecast(values, period: 12)
      let scaled = try forecast(values.map { $0 * factor }, period: 12)
      for step in 0..<12 {
        let tolerance: Double = 1e-8 * factor * (1 + abs(plain.mean[step]))
        let miss: Double = scaled.mean[step] - factor * plain.mean[step]
        #expect(abs(miss) < tolerance)
        let high: Double = factor * plain.quantile(0.9, step: step)
        let highMiss: Double = scaled.quantile(0.9, step: step) - high
        #expect(abs(highMiss) < tolerance * 10)
      }
    }
  }

  @Test func missingValuesAreBridged() throws {
    let values = Simulated.monthly(count: 72, seed: 2, noise: 0.01)
    let whole = try forecast(values, period: 12).mean
    var holes = values
    for index in [3, 20, 21, 40, 55, 56, 57, 71] { holes[index] = .nan }
    for (with, without) in zip(try forecast(holes, period: 12).mean, whole) {
      #expect(abs(with / without - 1) < 0.05)
    }
    let late = try forecast([.nan, .nan] + values, period: 12)
    #expect(late.mean == whole)
  }

  @Test func impossibleSeriesAreErrors() {
    #expect(throws: ForecastError.noValues) { try forecast([]) }
    #expect(throws: ForecastError.noValues) { try forecast([.nan, .nan]) }
    #expect(throws: ForecastError.infinite(index: 1)) { try forecast([1, .infinity]) }
  }

  @Test(arguments: [[3], [3, 5], [3, 5, 4], [3, .nan, 5, .nan], [1, 2, 3, 5, 4]], [1, 500])
  func shortSeriesAndLongHorizonsStayFinite(values: [Double], horizon: Int) throws {
    let result = try forecast(values, period: 12, horizon: horizon)
    #expect(result.mean.count == horizon)
    #expect(result.mean.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(result.quantile(1, step: horizon - 1).isFinite)
  }

  @Test func withoutPathsTheQuantilesAreTheCentralPath() throws {
    let result = try forecast(Simulated.monthly(count: 40, seed: 1), period: 12, paths: 0)
    #expect(result.quantile(0.9, step: 3) == result.mean[3])
  }

  @Test func anOutlierIsNotFollowed() throws {
    var values = Simulated.monthly(count: 60, seed: 3, noise: 0.02)
    let before = try forecast(values, period: 12, paths: 0).mean
    values[40] *= 30
    let after = try forecast(values, period: 12, paths: 0).mean
    withKnownIssue("one series alone still follows an outlier by up to a quarter") {
      for (with, without) in zip(after, before) { #expect(abs(with / without - 1) < 0.15) }
    }
    for (with, without) in zip(after, before) { #expect(abs(with / without - 1) < 0.3) }
  }

  @Test func aLevelShiftIsFollowed() throws {
    let values = Simulated.monthly(count: 60, seed: 3, noise: 0.02).enumerated()
      .map { $0 < 36 ? $1 : 3 * $1 }
    let mean = try forecast(values, period: 12, paths: 0).mean
    let truth = Simulated.monthly(count: 72, seed: 3, noise: 0)[60...].map { 3 * $0 }
    withKnownIssue("a shift two years ago is not fully followed before changes are cleaned") {
      #expect(zip(mean, truth).allSatisfy { abs($0 / $1 - 1) < 0.4 })
    }
  }

  @Test func rareSalesStayRareAndBounded() throws {
    var noise = Simulated.Noise(seed: 5)
    let values = (0..<80).map { _ in noise.uniform() < 0.2 ? 3 + noise.uniform() : 0 }
    let result = try forecast(values, period: 12)
    #expect(result.mean.allSatisfy { $0 >= 0 && $0 < 3 })
    #expect(result.quantile(0.975, step: 11) > 1 && result.quantile(0.975, step: 11) < 30)
  }

  @Test func tenThousandValuesAreHandled() throws {
    let values = Simulated.autoregression(0.9, count: 10_000, seed: 3).map { 100 + $0 }
    let mean = try forecast(values, period: 7, horizon: 30, paths: 10).mean
    #expect(mean.allSatisfy { (80...120).contains($0) })
  }
}
