import Foundation
import Testing

@testable import Forecasting

@Suite struct YearlySeasonTests {
  private func values(years: Int, height: Double, noise: Double, seed: UInt64 = 1) -> [Double] {
    var random = Simulated.Noise(seed: seed)
    return (0..<12 * years).map { month in
      let season = height * cos(Double(month % 12) * .pi / 6)
      return 1_000 * exp(0.02 * Double(month) + season + noise * random.normal())
    }
  }

  @Test(arguments: 2...3)
  func aClearSeasonUnderGrowthIsFound(years: Int) throws {
    let season = try #require(
      YearlySeason(values(years: years, height: 0.2, noise: 0.02)))
    for month in 0..<12 {
      let truth = 0.2 * cos(Double(month) * .pi / 6)
      #expect(abs(log(season.factor(month)) - truth) < 0.05)
    }
  }

  /// Of a hundred series without a season few seem to have one, and those are pulled in.
  @Test func growthAloneIsNoSeason() {
    let found = (0..<100).compactMap { seed in
      YearlySeason(values(years: 3, height: 0, noise: 0.1, seed: UInt64(seed)))
    }
    #expect(found.count <= 5)
    for season in found { #expect((0..<12).allSatisfy { abs(log(season.factor($0))) < 0.15 }) }
  }

  @Test func whatIsTakenOutIsPutBack() throws {
    var past = values(years: 3, height: 0.3, noise: 0.01)
    past[0] = .nan
    past[20] = .nan
    let season = try #require(YearlySeason(past))
    let flat = season.removed(from: past)
    let forecast = Forecast(
      mean: flat.suffix(12).map { $0 }, paths: SamplePaths(count: 2, horizon: 12, repeating: 5))
    let back = season.restored(in: forecast, after: past.count)
    for step in 0..<12 {
      #expect(abs(back.mean[step] / past[24 + step] - 1) < 1e-12)
      #expect(back.paths[1, step] == 5 * season.factor(step))
    }
  }

  @Test func nothingIsFoundInTooLittleOrInZeros() {
    #expect(YearlySeason([]) == nil)
    #expect(YearlySeason(values(years: 1, height: 0.5, noise: 0)) == nil)
    #expect(YearlySeason(values(years: 4, height: 0.5, noise: 0)) == nil)
    #expect(YearlySeason([Double](repeating: 0, count: 36)) == nil)
    #expect(YearlySeason([Double](repeating: 7, count: 36)) == nil)
    #expect(YearlySeason([Double](repeating: .nan, count: 36)) == nil)
  }
}
