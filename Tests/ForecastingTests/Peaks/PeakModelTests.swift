import Foundation
import Testing

@testable import Forecasting

@Suite struct PeakModelTests {
  private let january2020 = 2020 * 12

  /// Ratios about 1.5, in November 2.4, with departures of 10 %.
  private func peaks(years: Int, seed: UInt64 = 1) -> MonthlyPeaks {
    var random = Simulated.Noise(seed: seed)
    let ratios = (0..<12 * years).map { month in
      (month % 12 == 10 ? 2.4 : 1.5) * exp(0.1 * random.normal())
    }
    return MonthlyPeaks(firstMonthIndex: january2020, ratios: ratios, unit: .day)
  }

  @Test func quantilesRiseAndAreAtLeastOne() throws {
    for years in 1...5 {
      let model = try #require(PeakModel.fit(peaks(years: years)))
      for month in 1...12 {
        var last = 1.0
        for p in [0.001, 0.1, 0.5, 0.9, 0.99, 0.9999] {
          let value = model.quantile(p, month: month)
          #expect(value >= last && value.isFinite)
          last = value
        }
      }
    }
  }

  /// Five Novembers with 10 % noise: a standard error of 4.5 %, and shrinkage of a few per cent.
  @Test func theBusyMonthIsKnown() throws {
    let model = try #require(PeakModel.fit(peaks(years: 5)))
    #expect(abs(log(model.quantile(0.5, month: 11) / 2.4)) < 0.15)
    #expect(abs(log(model.quantile(0.5, month: 3) / 1.5)) < 0.1)
  }

  @Test func oneYearDoesNotTellMonthsApart() throws {
    let model = try #require(PeakModel.fit(peaks(years: 1)))
    #expect(Set(model.months) == [0])
    #expect(model.quantile(0.9, month: 11) == model.quantile(0.9, month: 3))
  }

  @Test func moreYearsLeaveLessInDoubt() throws {
    let few = try #require(PeakModel.fit(peaks(years: 2)))
    let many = try #require(PeakModel.fit(peaks(years: 8)))
    #expect(many.standardErrors[10] < few.standardErrors[10])
    #expect(many.count == 96)
  }

  /// Of 60 new years' months, 90 % should be below the quantile at 0.9; the standard error of the
  /// share over 20 · 36 months is 1.1 points, that of the fits a few more.
  @Test func quantilesHoldForNewMonths() throws {
    var below = 0
    for seed in 0..<20 {
      let model = try #require(PeakModel.fit(peaks(years: 3, seed: UInt64(seed))))
      let fresh = peaks(years: 3, seed: UInt64(seed + 1_000))
      below += fresh.ratios.enumerated().count { $1 <= model.quantile(0.9, month: $0 % 12 + 1) }
    }
    let share = Double(below) / Double(20 * 36)
    #expect(abs(share - 0.9) < 0.05, "\(share)")
  }

  @Test func pathsFollowTheirLuck() throws {
    let model = try #require(PeakModel.fit(peaks(years: 4)))
    let middle = model.path(
      firstMonthIndex: january2020 + 9, uniforms: [0.5, 0.5, 0.5], level: 0.5)
    #expect(middle[1] > 1.4 * middle[0])
    for (step, ratio) in middle.enumerated() {
      #expect(abs(log(ratio / model.quantile(0.5, month: 10 + step))) < 0.02)
    }
    let lucky = model.path(firstMonthIndex: january2020, uniforms: [0.1, 0.9], level: 0.5)
    let luckier = model.path(firstMonthIndex: january2020, uniforms: [0.2, 0.95], level: 0.8)
    for (one, other) in zip(lucky, luckier) { #expect(other > one) }
    let extreme = model.path(firstMonthIndex: 0, uniforms: [0, 1], level: 1)
    #expect(extreme.filter(\.isFinite).count == 2)
  }

  @Test func ratiosComeFromDaysAndHours() {
    let start = CivilDate(year: 2026, month: 1, day: 1).dayNumber
    var days = Array(repeating: 10.0, count: 59)
    days[40] = 38
    let daily = MonthlyPeaks(daily: days, firstDay: start)
    let february: Double = 38 / 11
    #expect(daily.ratios == [1, february])
    #expect(daily.firstMonthIndex == 2026 * 12)
    var hours = Array(repeating: 1.0, count: 31 * 24 - 6)
    hours[100] = 5
    let hourly = MonthlyPeaks(hourly: hours, firstDay: start, firstHour: 6)
    #expect(hourly.ratios.count == 1)
    #expect(abs(hourly.ratios[0] - 5 / (1 + 4.0 / Double(hours.count))) < 1e-9)
    let half = MonthlyPeaks(daily: Array(days[..<20]), firstDay: start)
    #expect(half.ratios.filter(\.isNaN).count == 1)
  }

  @Test func withoutMonthsThereIsNoModel() {
    #expect(PeakModel.fit(daily: [], firstDay: 0) == nil)
    #expect(PeakModel.fit(daily: [1, 2, 3], firstDay: 0) == nil)
  }

  @Test func aSingleMonthIsWideInDoubt() throws {
    let one = MonthlyPeaks(firstMonthIndex: january2020, ratios: [1.5], unit: .day)
    let model = try #require(PeakModel.fit(one))
    #expect(model.quantile(0.99, month: 6) > 1.8)
  }
}
