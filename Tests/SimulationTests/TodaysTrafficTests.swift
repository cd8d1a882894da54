import CadreTestSupport
import Testing

@testable import Forecasting
@testable import Simulation

/// What a plan's months are measured against.
@Suite struct TodaysTrafficTests {
  /// January 2024 is month 24 288.
  private func monthly(_ means: [Double], peaks: [Double?]? = nil) -> MonthlyTraffic {
    MonthlyTraffic(
      firstMonthIndex: 24_288, meanPerDay: means,
      peakToMean: peaks ?? [Double?](repeating: nil, count: means.count))
  }

  private func today(_ means: [Double], peaks: [Double?]? = nil) -> TodaysTraffic? {
    let months = monthly(means, peaks: peaks)
    return TodaysTraffic(months, observed: months, usualPeak: 2)
  }

  @Test func isTheMeanOfTheLastYear() throws {
    let flat = try #require(self.today([Double](repeating: 7, count: 30)))
    #expect(flat.mean == 7)
    #expect(flat.peak == 14)
  }

  /// The mean of a year that grows by a factor lies half a year before its end.
  @Test func isMovedToTheEndOfTheYearByItsGrowth() throws {
    let growing = (0..<36).map { 100 * power(1.3, Double($0) / 12) }
    let today = try #require(self.today(growing))
    let lastYear = growing.suffix(12).reduce(0, +) / 12
    #expect(agree(today.mean, lastYear * 1.3.squareRoot()))
  }

  @Test func aShortOrBrokenHistoryHasNoDrift() throws {
    let short = try #require(self.today([10, 20, 30]))
    #expect(agree(short.mean, 20))
    var broken = (0..<24).map { Double($0 + 1) }
    broken[15] = .nan
    let known = broken.suffix(12).filter { !$0.isNaN }
    let gap = try #require(self.today(broken))
    #expect(agree(gap.mean, known.reduce(0, +) / 11))
  }

  @Test func thePeakIsTheLastYearsBusiestDay() throws {
    var peaks = [Double?](repeating: 1.5, count: 36)
    peaks[3] = 9
    peaks[34] = 4
    let today = try #require(self.today([Double](repeating: 10, count: 36), peaks: peaks))
    #expect(today.peak == 40)
  }

  /// A month without known days does not shift the others.
  @Test func observedMonthsAreFoundWhereTheyAre() throws {
    let repaired = monthly([Double](repeating: 10, count: 12))
    let observed = MonthlyTraffic(
      firstMonthIndex: 24_288 + 6, meanPerDay: [10, .nan, 10, 10, 10, 12],
      peakToMean: [nil, nil, 3, nil, nil, nil])
    let today = try #require(TodaysTraffic(repaired, observed: observed, usualPeak: 2))
    #expect(today.peak == 30)
  }

  @Test func aYearOfNothingIsMeasuredAgainstTheLastYearOfSomething() throws {
    let dead = [Double](repeating: 0, count: 14)
    let alive = [Double](repeating: 50, count: 12)
    let today = try #require(self.today(alive + dead))
    #expect(today.mean == 50)
    #expect(today.peak == 100)
  }

  @Test func ofNothingThereIsNoToday() {
    #expect(today([Double](repeating: 0, count: 24)) == nil)
    #expect(today([.nan, .nan]) == nil)
    #expect(today([]) == nil)
  }
}
