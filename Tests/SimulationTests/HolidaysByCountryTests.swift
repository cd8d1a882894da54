import Forecasting
import Organization
import Simulation
import Testing

/// The shipped holidays of some years, as published.
@Suite struct HolidaysByCountryTests {
  private func days(_ country: String, _ year: Int) -> [String] {
    let first = CivilDate(year: year, month: 1, day: 1).dayNumber
    let last = CivilDate(year: year, month: 12, day: 31).dayNumber
    return HolidayCalendar(.shipped, countries: [country]).days(in: first...last).map { day in
      let date = CivilDate(dayNumber: day.dayNumber)
      return "\(date.month)/\(date.day)\(day.isSubstitute ? "*" : "")"
    }
  }

  @Test func germany() {
    #expect(
      days("DE", 2026) == ["1/1", "4/3", "4/6", "5/1", "5/14", "5/25", "10/3", "12/25", "12/26"])
  }

  @Test func america() {
    #expect(
      days("US", 2026) == [
        "1/1", "1/19", "2/16", "5/25", "6/19", "7/3*", "7/4", "9/7", "10/12", "11/11", "11/26",
        "12/25",
      ])
  }

  /// With the coronation of 2023 and the jubilee's extra day of 2022 left out, which came once.
  @Test func britain() {
    #expect(
      days("GB", 2022) == [
        "1/1", "1/3*", "4/15", "4/18", "5/2", "6/2", "8/29", "12/25", "12/26", "12/27*",
      ])
    #expect(days("GB", 2020).contains("5/8"))
    #expect(!days("GB", 2020).contains("5/4"))
  }

  @Test func franceAndTheNetherlands() {
    #expect(
      days("FR", 2025) == [
        "1/1", "4/21", "5/1", "5/8", "5/29", "6/9", "7/14", "8/15", "11/1", "11/11", "12/25",
      ])
    #expect(
      days("NL", 2025) == ["1/1", "4/21", "4/26", "5/5", "5/29", "6/9", "12/25", "12/26"])
  }

  @Test func greeceAndTheCzechLands() {
    #expect(
      days("GR", 2024) == [
        "1/1", "1/6", "3/18", "3/25", "5/1", "5/3", "5/6", "6/24", "8/15", "10/28", "12/25",
        "12/26",
      ])
    #expect(days("CZ", 2015).count == 12)
    #expect(days("CZ", 2016).count == 13)
  }

  @Test func japanWithAndWithoutGames() {
    #expect(
      days("JP", 2025) == [
        "1/1", "1/13", "2/11", "2/23", "2/24*", "3/20", "4/29", "5/3", "5/4", "5/5", "5/6*",
        "7/21", "8/11", "9/15", "9/23", "10/13", "11/3", "11/23", "11/24*",
      ])
    #expect(days("JP", 2021).filter { $0.hasPrefix("7/") } == ["7/22", "7/23"])
    #expect(days("JP", 2021).filter { $0.hasPrefix("8/") } == ["8/8", "8/9*"])
  }

  @Test func lunarFestivals() {
    #expect(
      days("SG", 2026) == [
        "1/1", "2/17", "2/18", "4/3", "5/1", "8/9", "8/10*", "11/8", "11/9*", "12/25",
      ])
    #expect(days("IN", 2024).contains("10/31"))
    let calendar = HolidayCalendar(.shipped, countries: ["SG"])
    #expect(calendar.unknown(in: 2027).map(\.name) == ["Deepavali"])
  }

  @Test func severalCountriesAreToldApart() {
    let calendar = HolidayCalendar(.shipped, countries: ["DE", "US", "XX"])
    #expect(calendar.holidays.contains { $0.name == "Neujahr (DE)" })
    #expect(calendar.holidays.count == 9 + 11)
  }
}
