import Foundation
import Testing

@testable import Forecasting

/// What users say goes.
@Suite struct OverrideTests {
  private func shifted() -> Series {
    var values = MadeUpTraffic.daily.values(seed: 4)
    for step in 500..<730 { values[step] *= 1.7 }
    return Series(values: values, period: 7)
  }

  @Test func anIgnoredShiftIsLeftAsItIs() {
    let series = shifted()
    let (cleaned, changes) = CleanedSeries.make(
      series, overrides: [ChangeOverride(.ignore, steps: 490...510)])
    #expect(cleaned == series)
    #expect(changes.map(\.handling) == [.ignored])
  }

  @Test func anIgnoredOutageStaysZero() {
    var series = Series(values: MadeUpTraffic.daily.values(seed: 2), period: 7)
    for step in 300...303 { series.values[step] = 0 }
    let (cleaned, changes) = CleanedSeries.make(
      series, overrides: [ChangeOverride(.ignore, steps: 300...303)])
    #expect(cleaned.values[301] == 0)
    let outages = changes.filter { $0.kind == .outage }
    #expect(outages.map(\.handling) == [.ignored])
  }

  @Test func anOutageByTheUserIsMissing() {
    let series = Series(values: MadeUpTraffic.daily.values(seed: 2), period: 7)
    let (cleaned, changes) = CleanedSeries.make(
      series, overrides: [ChangeOverride(.outage, steps: 10...12)])
    #expect(cleaned.values[10...12].filter(\.isNaN).count == 3)
    #expect(cleaned.values[13] == series.values[13])
    #expect(changes.contains { $0.kind == .outage && $0.origin == .user && $0.steps == 10...12 })
  }

  /// A shift too small to be found by itself; the noise of its size is 0.08 · √(8 / 56) = 0.03.
  @Test func aShiftByTheUserIsRescaled() {
    var values = MadeUpTraffic.daily.values(seed: 2)
    for step in 400..<730 { values[step] *= 1.12 }
    let (cleaned, changes) = CleanedSeries.make(
      Series(values: values, period: 7),
      overrides: [ChangeOverride(.levelShift, steps: 400...400)])
    #expect(changes.map(\.origin) == [.user])
    #expect(changes.map(\.kind) == [.levelShift])
    #expect(abs(log(cleaned.values[0] / values[0]) - log(1.12)) < 0.15)
  }

  @Test func aTransitionCountsAsMissing() {
    let (cleaned, changes) = CleanedSeries.make(
      shifted(), overrides: [ChangeOverride(.levelShift, steps: 495...505)])
    #expect(cleaned.values[495...504].filter(\.isNaN).count == 10)
    #expect(!cleaned.values[505].isNaN)
    let shifts = changes.filter { $0.kind == .levelShift }
    #expect(shifts.map(\.steps) == [495...505])
  }

  @Test func rangesOutsideOfTheHistoryAreHarmless() {
    let series = shifted()
    let (cleaned, _) = CleanedSeries.make(
      series, overrides: [ChangeOverride(.outage, steps: 900...950)])
    #expect(!cleaned.values.contains { $0.isNaN })
    let (clipped, _) = CleanedSeries.make(
      series, overrides: [ChangeOverride(.outage, steps: -5...0)])
    #expect(clipped.values[0].isNaN)
  }

  @Test func daysBecomeSteps() {
    let first = CivilDate(year: 2024, month: 1, day: 1).dayNumber
    func steps(_ cadence: MonthlyTraffic.Cadence) -> ClosedRange<Int> {
      ChangeOverride(
        .ignore, days: first + 31...first + 44, cadence: cadence, firstDay: first
      ).steps
    }
    #expect(steps(.daily) == 31...44)
    #expect(steps(.hourly) == 744...1_079)
    #expect(steps(.weekly) == 4...6)
    #expect(steps(.monthly) == 1...1)
  }
}
