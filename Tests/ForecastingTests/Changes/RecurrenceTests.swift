import Foundation
import Testing

@testable import Forecasting

/// What plans leave alone: what comes every year, and levels that a year has not confirmed.
@Suite struct RecurrenceTests {
  /// Three years of days that grow by a fifth a year, with noise of 4 %.
  private func days(_ effect: (Int) -> Double, years: Int = 3) -> Series {
    var random = Simulated.Noise(seed: 4)
    let values = (0..<365 * years).map { day in
      1_000 * exp(log(1.2) * Double(day) / 365 + 0.04 * random.normal()) * effect(day)
    }
    return Series(values: values, period: 7)
  }

  private func clean(_ series: Series) -> (series: Series, changes: [Change]) {
    CleanedSeries.make(series, caution: .plans(stepsPerYear: 365.25))
  }

  @Test func aSaleEveryYearStays() {
    let sale = days { (330..<332).contains($0 % 365) ? 3.5 : 1 }
    let cleaned = clean(sale)
    #expect(cleaned.changes.filter { $0.handling == .recurring }.count == 3)
    for year in 0..<3 {
      #expect(cleaned.series.values[365 * year + 330] == sale.values[365 * year + 330])
    }
  }

  /// Dips are losses and wild spikes are glitches; what is in between comes again.
  @Test(arguments: [
    (0.3, [Change.Handling.winsorised]), (0.7, []), (2.5, []), (8, [.noted]),
    (100, [.winsorised]),
  ])
  func aSingleDayIsPulledInWhereItMeansNothing(factor: Double, handling: [Change.Handling]) {
    let odd = days { $0 == 700 ? factor : 1 }
    let cleaned = clean(odd)
    #expect(cleaned.changes.map(\.handling) == handling)
    let isSame = cleaned.series.values[700] == odd.values[700]
    #expect(isSame != handling.contains(.winsorised))
  }

  /// Six weeks of high traffic before a calm winter look like a change of level, twice.
  @Test func aSeasonIsNoChangeOfLevel() {
    let season = days { (300..<350).contains($0 % 365) ? 1.8 : 1 }
    let cleaned = clean(season)
    #expect(!cleaned.changes.contains { $0.handling == .rescaled })
    #expect(cleaned.series.values.prefix(300) == season.values.prefix(300))
  }

  @Test func aLevelThatAYearConfirmsIsMoved() throws {
    let shifted = days { $0 < 500 ? 1 : 2 }
    let cleaned = clean(shifted)
    let shift = try #require(cleaned.changes.first { $0.kind == .levelShift })
    #expect(shift.handling == .rescaled && abs(shift.firstStep - 500) <= 2)
    guard case .factor(let factor) = shift.size else {
      Issue.record("a positive series has factors")
      return
    }
    #expect(abs(factor - 2) < 0.2)
    #expect(cleaned.series.values[100] > 1.8 * shifted.values[100])
  }

  @Test(arguments: [200, 900])
  func aLevelWithoutAYearOnEitherSideIsOnlyTold(step: Int) {
    let shifted = days { $0 < step ? 1 : 2 }
    let cleaned = clean(shifted)
    #expect(cleaned.changes.contains { $0.kind == .levelShift && $0.handling == .noted })
    #expect(cleaned.series.values[100] == shifted.values[100])
  }

  @Test func monthsAreComparedWithMonths() {
    var random = Simulated.Noise(seed: 2)
    let values = (0..<60).map { month in
      500 * exp(0.03 * random.normal()) * (month < 30 ? 1 : 2)
    }
    let cleaned = CleanedSeries.make(
      Series(values: values, period: 12), caution: .plans(stepsPerYear: 12))
    #expect(cleaned.changes.contains { $0.kind == .levelShift && $0.handling == .rescaled })
  }
}
