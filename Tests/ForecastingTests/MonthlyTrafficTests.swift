import Forecasting
import Testing

@Suite struct MonthlyTrafficTests {
  private let january2026 = 20_454
  private let index2026 = 2026 * 12

  /// The values with −1 for NaN, which equals nothing.
  private func marked(_ values: [Double]) -> [Double] { values.map { $0.isNaN ? -1 : $0 } }

  @Test func daysAreAveragedByMonth() {
    let values = Array(repeating: 10.0, count: 31) + Array(repeating: 20, count: 27) + [48]
    let months = MonthlyTraffic.aggregate(values: values, cadence: .daily, firstDay: january2026)
    #expect(months.firstMonthIndex == index2026)
    #expect(months.meanPerDay == [10, 21])
    let peak: Double = 48.0 / 21
    #expect(months.peakToMean == [1, peak])
  }

  /// Twelve days of thirty-one are 39 %, and twenty are 65 %.
  @Test func monthsWithTooFewDaysAreLeftOut() {
    let values = Array(repeating: 10.0, count: 12 + 28 + 20)
    let months = MonthlyTraffic.aggregate(
      values: values, cadence: .daily, firstDay: january2026 + 19)
    #expect(months.firstMonthIndex == index2026 + 1)
    #expect(months.meanPerDay == [10, 10])
    var gap = Array(repeating: 10.0, count: 31 + 28 + 31)
    for day in 31..<50 { gap[day] = .nan }
    let holed = MonthlyTraffic.aggregate(values: gap, cadence: .daily, firstDay: january2026)
    #expect(marked(holed.meanPerDay) == [10, -1, 10])
    #expect(holed.peakToMean == [1, nil, 1])
  }

  @Test func hoursAddUpToDays() {
    let values = Array(repeating: 2.0, count: 24 * 31 - 5)
    let months = MonthlyTraffic.aggregate(
      values: values, cadence: .hourly, firstDay: january2026, firstHour: 5)
    #expect(months.meanPerDay == [48])
    #expect(months.peakToMean == [1])
  }

  @Test func weeksAreSpreadOverTheirDays() {
    let months = MonthlyTraffic.aggregate(
      values: [70, 70, 70, 70, 140], cadence: .weekly, firstDay: january2026)
    let mean: Double = (28 * 10 + 3 * 20) / 31
    #expect(months.meanPerDay == [mean])
    #expect(months.peakToMean == [nil])
  }

  @Test func monthsAreDividedByTheirDays() {
    let months = MonthlyTraffic.aggregate(
      values: [31, 56, .nan, 60], cadence: .monthly, firstDay: january2026)
    #expect(marked(months.meanPerDay) == [1, 2, -1, 2])
    #expect(months.peakToMean == [nil, nil, nil, nil])
  }

  @Test func withoutEnoughDaysThereAreNoMonths() {
    #expect(
      MonthlyTraffic.aggregate(values: [1, 2], cadence: .daily, firstDay: 0).meanPerDay.isEmpty)
    #expect(MonthlyTraffic.aggregate(values: [], cadence: .hourly, firstDay: 0).meanPerDay.isEmpty)
  }

  @Test func leapYearsAreKnown() {
    let february2024 = 19_754
    let values = Array(repeating: 1.0, count: 29)
    let months = MonthlyTraffic.aggregate(values: values, cadence: .daily, firstDay: february2024)
    #expect(months.firstMonthIndex == 2024 * 12 + 1)
    #expect(months.meanPerDay == [1])
  }
}
