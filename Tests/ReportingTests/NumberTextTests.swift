import Reporting
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func integersAreGroupedByThree(number: Int, text: String) {
    #expect(NumberText.grouped(number) == text)
  }

  @Test(arguments: [
    (1234.5, 2, "1,234.50"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (0.007, 2, "0.01"),
    (-3.14159, 3, "-3.142"), (2.0, 0, "2"), (.nan, 1, "n/a"),
  ])
  func decimalsAreFixed(number: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, "0 EUR"), (950.0, "950 EUR"), (1_250_000.0, "1.25 M EUR"), (95_000.0, "95 k EUR"),
    (-12_340.0, "-12.3 k EUR"), (999_700.0, "1 M EUR"), (999_400.0, "999 k EUR"),
    (2.5e9, "2.5 bn EUR"), (.infinity, "n/a"),
  ])
  func shortMoneyKeepsThreeDigits(amount: Double, text: String) {
    #expect(NumberText.shortMoney(amount, "EUR") == text)
  }

  @Test func sharesAndDurationsNameTheirUnit() {
    #expect(NumberText.percent(0.125, decimals: 1) == "12.5 %")
    #expect(NumberText.percent(1) == "100 %")
    #expect(NumberText.months(1) == "1 month")
    #expect(NumberText.months(4.5) == "4.5 months")
    #expect(NumberText.money(1_250_000, "EUR") == "1,250,000 EUR")
    #expect(NumberText.count(1, "team", "teams") == "1 team")
    #expect(NumberText.count(1200, "team", "teams") == "1,200 teams")
  }
}
