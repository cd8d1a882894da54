import Forecasting
import Testing

@Suite struct HolidayCalendarTests {
  private func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDate(year: year, month: month, day: day).dayNumber
  }

  private func days(_ holiday: Holiday, in year: Int) -> [Int] {
    HolidayCalendar([holiday]).days(in: number(year, 1, 1)...number(year, 12, 31)).map(\.dayNumber)
  }

  @Test func rulesFindTheirDays() {
    let thanksgiving = HolidayRule.weekday(.thursday, nth: 4, month: 11)
    #expect(thanksgiving.dayNumbers(in: 2026) == [number(2026, 11, 26)])
    let memorial = HolidayRule.weekday(.monday, nth: -1, month: 5)
    #expect(memorial.dayNumbers(in: 2026) == [number(2026, 5, 25)])
    #expect(HolidayRule.weekday(.monday, nth: 5, month: 2).dayNumbers(in: 2026) == [])
    #expect(HolidayRule.fixed(month: 2, day: 29).dayNumbers(in: 2026) == [])
    #expect(HolidayRule.easter(offset: 39).dayNumbers(in: 2026) == [number(2026, 5, 14)])
  }

  @Test func listedDaysEndWithTheList() {
    let list = [
      CivilDate(year: 2025, month: 10, day: 20), CivilDate(year: 2026, month: 11, day: 8),
    ]
    let holiday = Holiday(name: "Diwali", rule: .listed(list))
    #expect(days(holiday, in: 2026) == [number(2026, 11, 8)])
    let calendar = HolidayCalendar([holiday])
    #expect(calendar.unknown(in: 2026).isEmpty)
    #expect(calendar.unknown(in: 2027) == [holiday])
  }

  @Test func holidaysAreKeptInTheirYearsOnly() {
    let juneteenth = Holiday(
      name: "Juneteenth", rule: .fixed(month: 6, day: 19), firstYear: 2021)
    #expect(days(juneteenth, in: 2020).isEmpty)
    #expect(days(juneteenth, in: 2021).count == 1)
  }

  /// 4 July 2026 is a Saturday, 4 July 2027 a Sunday.
  @Test func americanHolidaysMoveToTheNearestWorkday() {
    let day = Holiday(
      name: "Independence Day", rule: .fixed(month: 7, day: 4), substitution: .nearestWorkday)
    #expect(days(day, in: 2026) == [number(2026, 7, 3), number(2026, 7, 4)])
    #expect(days(day, in: 2027) == [number(2027, 7, 4), number(2027, 7, 5)])
  }

  /// Christmas 2021 was a Saturday; the British had Monday and Tuesday off.
  @Test func britishSubstitutesDoNotFallOnOneAnother() {
    let calendar = HolidayCalendar([
      Holiday(
        name: "Christmas Day", rule: .fixed(month: 12, day: 25), substitution: .nextWorkday),
      Holiday(name: "Boxing Day", rule: .fixed(month: 12, day: 26), substitution: .nextWorkday),
    ])
    let found = calendar.days(in: number(2021, 12, 1)...number(2021, 12, 31))
    #expect(
      found.filter(\.isSubstitute).map(\.dayNumber) == [number(2021, 12, 27), number(2021, 12, 28)])
    #expect(found.filter(\.isSubstitute).map(\.name) == ["Christmas Day", "Boxing Day"])
  }

  /// 27 April 2025 was a Sunday; the Dutch kept the Saturday.
  @Test func kingsDayMovesToSaturday() {
    let day = Holiday(
      name: "King's Day", rule: .fixed(month: 4, day: 27), substitution: .sundayToSaturday)
    #expect(days(day, in: 2025) == [number(2025, 4, 26)])
    #expect(days(day, in: 2026) == [number(2026, 4, 27)])
  }

  @Test func occasionsGatherTheYears() {
    let calendar = HolidayCalendar([Holiday(name: "May Day", rule: .fixed(month: 5, day: 1))])
    let occasions = calendar.occasions(in: number(2024, 1, 1)...number(2026, 5, 1))
    #expect(occasions.map(\.name) == ["day before May Day", "May Day", "day after May Day"])
    #expect(occasions.map(\.days.count) == [3, 3, 2])
  }
}
