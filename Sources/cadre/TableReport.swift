import Ledger
import Organization
import Reporting

/// A report that is a page for people, or a document for programs.
protocol PageReport {
  var page: Page { get }
  var json: JSONValue { get }
}

/// A report that holds a table too.
protocol TableReport: PageReport {
  var csv: String { get }
}

extension PageReport {
  /// The report in a format.
  ///
  /// - Throws: ``Fault/usage(_:help:)`` for a table where the report holds none.
  func text(_ format: ReportFormat, _ style: TextStyle) throws -> String {
    switch format {
    case .text: return page.text(style)
    case .markdown: return page.markdown
    case .html: return try page.html(generator: Version.line)
    case .json: return json.prettyText
    case .csv:
      guard let table = self as? any TableReport else {
        throw Fault.usage(
          "this report is no table, so that it has no csv", help: "cadre help formats")
      }
      return table.csv
    }
  }
}

extension Console {
  /// Hands a finished report over, and writes the files that are wanted beside it.
  func deliver(
    _ report: some PageReport, _ settings: Settings, to output: OutputOptions,
    copies: CopyOptions? = nil, quiet: Bool
  ) throws {
    let files = try texts(of: report, for: copies, settings)
    let text = try journal.measure("reporting") {
      try report.text(settings.format, settings.style)
    }
    try write(files, force: output.force, quiet: quiet)
    try deliver(text, to: output, quiet: quiet)
  }

  /// Writes only the files that are wanted beside a result.
  func deliver(
    _ report: some PageReport, copies: CopyOptions, force: Bool, _ settings: Settings, _ quiet: Bool
  ) throws {
    try write(try texts(of: report, for: copies, settings), force: force, quiet: quiet)
  }

  private func texts(
    of report: some PageReport, for copies: CopyOptions?, _ settings: Settings
  ) throws -> [(file: String, text: String)] {
    try (copies?.also ?? []).map { file in
      // A file is no terminal: no colour, and every character there is.
      let style = TextStyle(glyphs: .unicode, width: settings.style.width)
      return (file, try report.text(try ReportFormat(ofFile: file), style))
    }
  }

  private func write(
    _ files: [(file: String, text: String)], force: Bool, quiet: Bool
  ) throws {
    for (file, text) in files {
      try Interruption.check()
      try AtomicFile.write(text, to: file, force: force)
      if !quiet { streams.note("cadre: wrote \(SafeText.terminal(file))") }
    }
  }
}

extension BriefReport: PageReport {}
extension RunReport: PageReport {}
extension SeatListReport: PageReport {}
extension StoryReport: PageReport {}
extension StressReport: PageReport {}

extension AssumptionsReport: TableReport {}
extension BacktestReport: TableReport {}
extension CalibrationReport: TableReport {}
extension CheckReport: TableReport {}
extension ComparisonReport: TableReport {}
extension FuturesReport: TableReport {}
extension ImportReport: TableReport {}
extension OnCallReport: TableReport {}
extension PlanDiffReport: TableReport {}
extension PlanReport: TableReport {}
extension RotaReport: TableReport {}
extension RunDiffReport: TableReport {}
extension RunListReport: TableReport {}
extension SeriesForecastReport: TableReport {}
extension ShapeReport: TableReport {}
extension TrafficForecastReport: TableReport {}
