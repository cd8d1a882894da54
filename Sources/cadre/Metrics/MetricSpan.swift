import Importing
import Organization

/// The months that metrics are asked for.
enum MetricSpan {
  /// Points further apart tell nothing of a month.
  static let longestStep = 86_400
  private static let usualMonths = 24

  /// From the first to the last month named; without, the last 24 that are over.
  ///
  /// - Throws: ``Fault/usage(_:help:)``.
  static func span(
    since: String?, until: String?, _ environment: Environment
  ) throws(Fault) -> MonthSpan {
    // The month after this one is the second after the last that is over.
    let last =
      try until.map { text throws(Fault) in try month(text, "--until") }
      ?? Today.nextMonth(environment) + -2
    let first =
      try since.map { text throws(Fault) in try month(text, "--since") }
      ?? last + (1 - usualMonths)
    guard let span = MonthSpan(first: first, last: last) else {
      throw usage("--since \(first) has to be before --until \(last)")
    }
    guard last - first < longestSpan else { throw usage("at most \(longestSpan) months") }
    return span
  }

  private static let longestSpan = 600

  private static func month(_ text: String, _ option: String) throws(Fault) -> YearMonth {
    guard let month = YearMonth(text), (1970...9999).contains(month.year) else {
      throw usage("\(option) needs a month such as 2026-01, found '\(text)'")
    }
    return month
  }

  private static func usage(_ message: String) -> Fault {
    .usage(message, help: "cadre import prometheus --help")
  }
}
