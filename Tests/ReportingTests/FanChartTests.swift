import Testing

@testable import Reporting

@Suite struct FanChartTests {
  private let chart = FanChart(
    [
      .init(middle: 10, peak: 20, label: "past"), .init(middle: .nan),
      .init(middle: 20, band: 10...40, peak: 40), .init(middle: 30, band: 10...40),
    ])

  private func lines(_ chart: FanChart, width: Int = 80) -> [String] {
    var small = chart
    small.height = 5
    return small.lines(TextStyle(width: width)) { NumberText.fixed($0) }
  }

  @Test func valuesStandInTheirRows() {
    #expect(
      lines(chart) == [
        "40 +  ^:",
        "   |  :=",
        "20 +^ =:",
        "   |o ::",
        " 0 +",
        "    past",
      ])
  }

  @Test func manyColumnsAreThinnedToTheWidth() {
    let long = FanChart((0..<400).map { .init(middle: Double($0), label: $0 == 0 ? "a" : nil) })
    let drawn = lines(long, width: 60)
    #expect(drawn.allSatisfy { $0.count <= 60 })
    #expect(drawn.last?.contains("a") == true)
  }

  @Test func labelsDoNotRunIntoEachOther() {
    let crowded = FanChart(
      (0..<12).map { .init(middle: 1, label: $0 % 2 == 0 ? "2024" : nil) })
    #expect(lines(crowded).last == "   2024  2024")
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(lines(FanChart([])).isEmpty)
    #expect(lines(FanChart([.init(middle: .nan)])).isEmpty)
    #expect(lines(FanChart([.init(middle: 5), .init(middle: 5)])).count == 6)
    #expect(lines(FanChart([.init(middle: .infinity), .init(middle: 0)])).count == 6)
  }

  @Test func asciiIsAsciiOnly() {
    #expect(lines(chart).joined().utf8.allSatisfy { $0 < 128 })
  }
}
