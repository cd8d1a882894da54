import Organization
import Testing

@Suite struct CivilDayTests {
  @Test func epochIsDayZero() {
    #expect(CivilDay.number(year: 1970, month: 1, day: 1) == 0)
    #expect(CivilDay.number(year: 2000, month: 3, day: 1) == 11_017)
    #expect(CivilDay.number(year: 1969, month: 12, day: 31) == -1)
  }

  @Test func datesFollowEachOtherForFourCenturies() {
    var expected = CivilDay.number(year: 1804, month: 1, day: 1)
    for year in 1804..<2204 {
      for month in 1...12 {
        for day in 1...CivilDay.days(inMonth: month, of: year) {
          #expect(CivilDay.number(year: year, month: month, day: day) == expected)
          #expect(CivilDay.date(of: expected) == (year, month, day))
          expected += 1
        }
      }
    }
    #expect(expected - CivilDay.number(year: 1804, month: 1, day: 1) == 146_097)
  }
}
