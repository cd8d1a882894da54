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
  /// The report as the settings ask for it, in a format that its command offers.
  func text(in settings: Console.Settings) throws -> String {
    switch settings.format {
    case .text, .csv: page.text(settings.style)
    case .markdown: page.markdown
    case .html: try page.html(generator: Version.line)
    case .json: json.prettyText
    }
  }
}

extension TableReport {
  /// The report as the settings ask for it.
  func text(in settings: Console.Settings) throws -> String {
    switch settings.format {
    case .text: page.text(settings.style)
    case .markdown: page.markdown
    case .html: try page.html(generator: Version.line)
    case .csv: csv
    case .json: json.prettyText
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
extension PlanReport: TableReport {}
extension RunDiffReport: TableReport {}
extension RunListReport: TableReport {}
extension SeriesForecastReport: TableReport {}
extension ShapeReport: TableReport {}
extension TrafficForecastReport: TableReport {}
