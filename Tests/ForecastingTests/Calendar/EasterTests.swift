import Forecasting
import Testing

@Suite struct EasterTests {
  /// As in the calendars of those years.
  @Test(arguments: [
    (2000, 4, 23), (2001, 4, 15), (2002, 3, 31), (2003, 4, 20), (2004, 4, 11), (2005, 3, 27),
    (2006, 4, 16), (2007, 4, 8), (2008, 3, 23), (2009, 4, 12), (2010, 4, 4), (2011, 4, 24),
    (2012, 4, 8), (2013, 3, 31), (2014, 4, 20), (2015, 4, 5), (2016, 3, 27), (2017, 4, 16),
    (2018, 4, 1), (2019, 4, 21), (2020, 4, 12), (2021, 4, 4), (2022, 4, 17), (2023, 4, 9),
    (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1),
    (2030, 4, 21), (2031, 4, 13), (2032, 3, 28), (2033, 4, 17), (2034, 4, 9), (2035, 3, 25),
  ])
  func westernEasterIsAsPublished(year: Int, month: Int, day: Int) {
    #expect(Easter.western(year) == CivilDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    (2010, 4, 4), (2015, 4, 12), (2016, 5, 1), (2017, 4, 16), (2018, 4, 8), (2019, 4, 28),
    (2020, 4, 19), (2021, 5, 2), (2022, 4, 24), (2023, 4, 16), (2024, 5, 5), (2025, 4, 20),
    (2026, 4, 12),
  ])
  func orthodoxEasterIsAsPublished(year: Int, month: Int, day: Int) {
    #expect(Easter.orthodox(year) == CivilDate(year: year, month: month, day: day))
  }

  /// The council of Nicaea's bounds, 22 March to 25 April, and always a Sunday.
  @Test func easterIsASundayInSpring() {
    for year in 1900...2199 {
      let easter = Easter.western(year)
      #expect(easter.weekday == .sunday)
      #expect(Easter.orthodox(year).weekday == .sunday)
      let place = easter.month * 100 + easter.day
      #expect((322...425).contains(place))
    }
  }

  @Test func datesAndDayNumbersAgree() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(CivilDate(dayNumber: 20_454) == CivilDate(year: 2026, month: 1, day: 1))
    #expect(CivilDate(year: 2026, month: 1, day: 1).weekday == .thursday)
    for number in stride(from: -800_000, to: 800_000, by: 37) {
      #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
  }
}
