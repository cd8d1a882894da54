import Organization
import Reporting
import Testing

@Suite struct BacktestReportTests {
  private let header = RunHeader(generator: "cadre", seed: 1, inputs: [])

  /// Series that are too short have empty cells, and no series at all has no mean.
  @Test func whatCannotBeJudgedIsEmpty() {
    let report = BacktestReport([.init(id: "new", result: nil)], header: header)
    let lines = report.csv.split(separator: "\r\n")
    #expect(lines.dropFirst() == ["new,,,,,,,,,,", "(mean),,,,,,,,,,"])
    #expect(report.page.text(TextStyle()).contains("too short"))
    #expect(report.json.compactText.contains(#""mase":null"#))
  }
}
