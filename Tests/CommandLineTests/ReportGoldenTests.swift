import Testing

/// Reports as people see them, kept as files so that every change of a word is seen in review.
@Suite struct ReportGoldenTests {
  private static let commands: [(name: String, options: [String])] = [
    ("check", []), ("forecast", []), ("plan", ["--quick"]),
    ("compare", ["--quick", "--replications", "20"]), ("simulate", ["--replications", "50"]),
  ]

  @Test(arguments: commands.map(\.name), ["text", "markdown", "html"])
  func reportsAreAsRecorded(command: String, format: String) throws {
    let options = try #require(Self.commands.first { $0.name == command }).options
    let report = try Binary().run(
      [command, Shipped.model("small"), "--format", format] + options)
    #expect(report.status == 0, "\(report.errors)")
    try Golden.expect(report.output, is: "report-\(command)-\(format)")
  }
}
