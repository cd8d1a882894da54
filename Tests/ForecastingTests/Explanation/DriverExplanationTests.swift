import Foundation
import Testing

@testable import Forecasting

@Suite struct DriverExplanationTests {
  private let mix = ModelMix([.theta: 0.3, .smoothing: 0.65, .level: 0.05])
  private let words = ExplanationWords { ("day \($0)", "day \($0)") }

  private func explanation(
    _ months: [Double], horizon: Int, backtest: Backtest? = nil
  ) -> DriverExplanation {
    let (cleaned, changes) = CleanedSeries.make(Series(values: months, period: 12))
    let last = cleaned.values.last { !$0.isNaN } ?? 1
    return DriverExplanation(
      mix: mix, months: cleaned.values, central: Array(repeating: last, count: horizon),
      counted: cleaned.values, stepsPerYear: 12, changes: changes, backtest: backtest)
  }

  private func score(_ mase: Double, coverage80: Double = 0.78) -> Backtest.Accuracy {
    Backtest.Accuracy(mase: mase, smape: 8, coverage80: coverage80, coverage95: 0.93)
  }

  private func backtest(_ mase: Double, origins: Int = 3, horizon: Int = 12) -> Backtest {
    Backtest(
      accuracy: score(mase), seasonalNaive: score(1), dampedTrend: score(0.8), origins: origins,
      horizon: horizon)
  }

  /// 2 % a month is 26.8 % a year; medians of twelve pairs with 5 % noise err by a few points.
  @Test func growthIsThatOfTheLastYear() throws {
    let series = Series(values: MadeUpTraffic.monthly.values(seed: 3), period: 12)
    let now = try #require(YearlyGrowth.now(series, stepsPerYear: 12))
    #expect(abs(now - 0.268) < 0.12)
    let line = (0..<48).map { 100 * pow(1.5, Double($0) / 12) }
    let exact = try #require(YearlyGrowth.now(Series(values: line, period: 12), stepsPerYear: 12))
    #expect(abs(exact - 0.5) < 1e-9)
    let short = Series(values: Array(line.prefix(10)), period: 12)
    #expect(abs(try #require(YearlyGrowth.now(short, stepsPerYear: 12)) - 0.5) < 1e-9)
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
    let all = MadeUpTraffic.monthly.values(seed: 1)
    let warnings = explanation(Array(all.prefix(15)), horizon: 36).warnings
    #expect(warnings == [.horizonBeyondHistory(horizon: 36, history: 15), .fewYears(seen: 1.25)])
    #expect(explanation(all, horizon: 36).warnings.isEmpty)
  }

  @Test func lateTroubleIsWarnedOf() {
    var values = MadeUpTraffic.monthly.values(seed: 1)
    for step in 55..<60 { values[step] = .nan }
    for step in 3..<15 { values[step] = .nan }
    let warnings = explanation(values, horizon: 12).warnings
    #expect(warnings.contains(.endsInOutage))
    #expect(warnings.contains(.muchMissing(share: 17.0 / 60)))
  }

  @Test func theBacktestIsToldAgainstItsRivals() {
    #expect(
      words.backtest(backtest(0.8))
        == "held back 3 times for 12 months, it missed by 20 % less than repeating the last year "
        + "and by no less than a damped trend")
    let bad = backtest(1.5, origins: 1, horizon: 1)
    #expect(words.backtest(bad).contains("once for 1 month, it missed by 50 % more than"))
    let all = MadeUpTraffic.monthly.values(seed: 1)
    #expect(explanation(all, horizon: 12, backtest: bad).warnings == [.worseThanNaive(ratio: 1.5)])
    let narrow = Backtest(
      accuracy: score(0.5, coverage80: 0.4), seasonalNaive: score(1), dampedTrend: score(1),
      origins: 3, horizon: 12)
    #expect(
      explanation(all, horizon: 12, backtest: narrow).warnings == [.narrowBands(coverage80: 0.4)])
  }

  @Test func everythingIsSaidInOrder() throws {
    let sentences = words.sentences(
      explanation(MadeUpTraffic.monthly.values(seed: 1), horizon: 12, backtest: backtest(0.8)))
    try #require(sentences.count == 4)
    #expect(sentences[0].hasPrefix("grew by +"))
    #expect(sentences[1].hasPrefix("a strong season over the year (strength 0.9"))
    #expect(
      sentences[2]
        == "a mix of models, weighed by how they did in its past: 65 % recent values, "
        + "30 % half the long-run trend, 5 % others")
    #expect(sentences[3].hasPrefix("held back"))
  }

  private func change(
    _ kind: Change.Kind, _ steps: ClosedRange<Int>, _ handling: Change.Handling,
    origin: Change.Origin = .detected, size: Change.Size = .unknown
  ) -> Change {
    Change(
      kind: kind, steps: steps, size: size, confidence: 1, origin: origin, handling: handling)
  }

  @Test func changesAreNamed() {
    #expect(
      words.change(change(.levelShift, 4...4, .rescaled, size: .factor(1.6)))
        == "day 4: change of level at 160 % of the usual, what came before was moved to the new "
        + "level")
    #expect(
      words.change(change(.outage, 2...9, .missing, origin: .user))
        == "day 2 to day 9: outage, taken as missing, as you said")
    #expect(words.plain(12_345) == "12300")
    #expect(words.plain(3.21) == "3.2")
    #expect(words.signed(-0.051) == "-5 %")
  }

  /// What is printed says the opposite of what was done, and nothing where nothing can be said.
  @Test func everyDecisionCanBeOverruled() {
    let days = ExplanationWords { ("2026-01-0\($0)", "2026-01-0\($0)") }
    #expect(
      days.overrule(change(.outage, 2...4, .missing))
        == "2026-01-02: {from: 2026-01-02, to: 2026-01-04, treat: ignore}")
    #expect(
      days.overrule(change(.outlier, 2...2, .winsorised))
        == "2026-01-02: {from: 2026-01-02, treat: ignore}")
    #expect(
      days.overrule(change(.levelShift, 5...5, .noted))
        == "2026-01-05: {from: 2026-01-05, treat: level-shift}")
    #expect(
      days.overrule(change(.levelShift, 5...5, .rescaled))
        == "2026-01-05: {from: 2026-01-05, treat: ignore}")
    #expect(days.overrule(change(.gap, 2...4, .missing)) == nil)
    #expect(days.overrule(change(.outage, 2...4, .missing, origin: .user)) == nil)
    #expect(days.overrule(change(.outlier, 2...2, .ignored)) == nil)
  }

  /// The mix of a forecast counts every model once.
  @Test func theMixAddsUp() throws {
    let family = FamilyForecaster(horizon: 12, family: 1)
    let study = try family.study(
      Series(values: MadeUpTraffic.monthly.values(seed: 2), period: 12))
    let mix = family.mix(of: study, law: family.law(of: [study]))
    #expect(abs(mix.parts.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(mix.parts == mix.parts.sorted { $0.share > $1.share })
  }
}
