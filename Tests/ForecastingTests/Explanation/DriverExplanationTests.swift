import Foundation
import Testing

@testable import Forecasting

@Suite struct DriverExplanationTests {
  private func explanation(
    _ series: Series, horizon: Int, backtest: Backtest? = nil
  ) -> DriverExplanation {
    let (cleaned, changes) = CleanedSeries.make(series)
    let last = cleaned.values.last { !$0.isNaN } ?? 1
    return DriverExplanation(
      name: "orders", cadence: .monthly, method: .dampedTrend, cleaned: cleaned, changes: changes,
      central: Array(repeating: last, count: horizon), backtest: backtest)
  }

  private func score(_ mase: Double) -> Backtest.Accuracy {
    Backtest.Accuracy(mase: mase, smape: 8, coverage80: 0.78, coverage95: 0.93)
  }

  /// 2 % a month is 26.8 % a year; the last year's median slope of 5 % noise errs by a few points.
  @Test func growthIsThatOfTheLastYear() throws {
    let series = Series(values: MadeUpTraffic.monthly.values(seed: 3), period: 12)
    let now = try #require(YearlyGrowth.now(series, stepsPerYear: 12))
    #expect(abs(now - 0.268) < 0.12)
    let line = Series(values: (0..<48).map { 100 * pow(1.5, Double($0) / 12) }, period: 12)
    let exact = try #require(YearlyGrowth.now(line, stepsPerYear: 12))
    #expect(abs(exact - 0.5) < 1e-9)
    #expect(YearlyGrowth.now(Series(values: [1, 2], period: 12), stepsPerYear: 12) == nil)
  }

  @Test(arguments: [6, 12, 24])
  func impliedGrowthIsThatOfTheForecast(horizon: Int) throws {
    let history = Series(values: (0..<36).map { 100 * pow(1.3, Double($0) / 12) }, period: 12)
    let central = (36..<36 + horizon).map { 100 * pow(1.3, Double($0) / 12) }
    let implied = try #require(
      YearlyGrowth.implied(by: central, after: history, stepsPerYear: 12))
    #expect(abs(implied - 0.3) < 0.01)
  }

  @Test func seasonsAreStrongWhereThereAreSeasons() throws {
    let seasonal = Series(values: MadeUpTraffic.monthly.values(seed: 1), period: 12)
    #expect(try #require(SeasonalStrength.measure(seasonal)) > 0.9)
    let noise = Simulated.autoregression(0, count: 120, seed: 8).map { exp(0.1 * $0) }
    #expect(try #require(SeasonalStrength.measure(Series(values: noise, period: 12))) < 0.3)
    #expect(SeasonalStrength.measure(Series(values: [1, 2, 3], period: 12)) == nil)
    #expect(SeasonalStrength.measure(Series(values: noise, period: 1)) == nil)
  }

  @Test func shortHistoriesAreWarnedOf() {
    let short = Series(values: Array(MadeUpTraffic.monthly.values(seed: 1).prefix(15)), period: 12)
    let warnings = explanation(short, horizon: 36).warnings
    #expect(warnings.contains(.horizonBeyondHistory(horizon: 36, history: 15)))
    #expect(warnings.contains(.fewSeasons(seen: 1.25)))
    let long = Series(values: MadeUpTraffic.monthly.values(seed: 1), period: 12)
    #expect(explanation(long, horizon: 36).warnings.isEmpty)
  }

  @Test func lateTroubleIsWarnedOf() {
    var values = MadeUpTraffic.monthly.values(seed: 1)
    for step in 55..<60 { values[step] = .nan }
    for step in 3..<15 { values[step] = .nan }
    let warnings = explanation(Series(values: values, period: 12), horizon: 12).warnings
    #expect(warnings.contains(.endsInOutage))
    #expect(warnings.contains(.muchMissing(share: 17.0 / 60)))
  }

  @Test func theBacktestIsToldAgainstTheNaive() {
    let words = ExplanationWords { "step \($0)" }
    let good = Backtest(
      accuracy: score(0.8), seasonalNaive: score(1), dampedTrend: score(1), origins: 3, horizon: 12)
    #expect(
      words.backtest(good, step: "month")
        == "held back 3 times for 12 months, it missed by 20 % less than repeating the last "
        + "season; 78 % of the values fell into the 80 % band")
    let bad = Backtest(
      accuracy: score(1.5), seasonalNaive: score(1), dampedTrend: score(1), origins: 1, horizon: 1)
    #expect(words.backtest(bad, step: "day").contains("once for 1 day, it missed by 50 % more"))
    let series = Series(values: MadeUpTraffic.monthly.values(seed: 1), period: 12)
    let warnings = explanation(series, horizon: 12, backtest: bad).warnings
    #expect(warnings == [.worseThanNaive(ratio: 1.5)])
  }

  @Test func everythingIsSaidInOrder() {
    let words = ExplanationWords { "step \($0)" }
    var values = MadeUpTraffic.monthly.values(seed: 1)
    values[30] = .nan
    let series = Series(values: values, period: 12)
    let sentences = words.sentences(explanation(series, horizon: 12))
    #expect(sentences[0].hasPrefix("forecast by a trend that levels off"))
    #expect(sentences[1].hasPrefix("grows by +"))
    #expect(sentences[2].hasPrefix("the forecast comes to "))
    #expect(sentences[3].hasPrefix("a strong season (strength 0.9"))
    #expect(sentences[4] == "step 30: nothing counted, counted as missing")
  }

  @Test func changesAreNamed() {
    let words = ExplanationWords { "day \($0)" }
    let shift = Change(
      kind: .levelShift, steps: 4...4, size: .factor(1.6), confidence: 1, origin: .detected,
      handling: .rescaled)
    #expect(
      words.change(shift)
        == "day 4: change of level to 160 % of what was expected, what came before was moved to "
        + "the new level")
    let outage = Change(
      kind: .outage, steps: 2...9, size: .unknown, confidence: 1, origin: .user,
      handling: .missing)
    #expect(words.change(outage) == "day 2 to day 9: outage, counted as missing, as you said")
    let mix = ForecastMethod.combination([
      .init(.theta, share: 0.4), .init(.seasonalNaive, share: 0.6),
    ])
    #expect(
      words.method(.blended(mix, halfway: 12))
        == "a mix of 40 % half the long-run trend, on top of what repeats; 60 % repeating the last "
        + "season, handed over to the growth scenario, half by month 12")
    #expect(words.plain(12_345) == "12300")
    #expect(words.plain(3.21) == "3.2")
    #expect(words.signed(-0.051) == "−5 %")
  }
}
