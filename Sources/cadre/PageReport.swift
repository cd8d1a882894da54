import Organization
import Reporting

/// A report that is a page for people, or a document.
protocol PageReport {
  func text(_ style: TextStyle) -> String
  var markdown: String { get }
  var json: JSONValue { get }
}

extension PageReport {
  /// The report as the settings ask for it.
  func text(in settings: Console.Settings) -> String {
    switch settings.format {
    case .text, .csv: text(settings.style)
    case .markdown: markdown
    case .json: json.prettyText
    }
  }
}

extension BriefReport: PageReport {}
extension SeatListReport: PageReport {}
