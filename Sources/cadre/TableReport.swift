import Ledger
import Organization
import Reporting

/// A report that is text, one table or a document.
protocol TableReport {
  func text(_ style: TextStyle) -> String
  var csv: String { get }
  var json: JSONValue { get }
}

extension TableReport {
  /// The report as the settings ask for it.
  func text(in settings: Console.Settings) -> String {
    switch settings.format {
    case .text, .markdown: text(settings.style)
    case .csv: csv
    case .json: json.prettyText
    }
  }
}

extension AssumptionsReport: TableReport {}
extension BacktestReport: TableReport {}
extension CalibrationReport: TableReport {}
extension CheckReport: TableReport {}
extension FuturesReport: TableReport {}
extension PlanReport: TableReport {}
extension RunDiffReport: TableReport {}
extension RunListReport: TableReport {}
extension SeriesForecastReport: TableReport {}
extension ShapeReport: TableReport {}
extension TrafficForecastReport: TableReport {}
