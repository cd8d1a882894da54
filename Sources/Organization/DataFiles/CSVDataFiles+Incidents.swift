import DelimitedText

/// How often something paged over some time.
package struct IncidentCount: Hashable, Sendable {
  package var pages: Int
  /// Average months of 30.4375 days that were watched.
  package var months: Double

  package init(pages: Int, months: Double) {
    self.pages = pages
    self.months = months
  }
}

extension CSVDataFiles {
  /// A year of 365.25 days has twelve of these.
  private static let daysPerMonth = 30.4375

  /// Counts pages by service; columns `service` and `time`, one row per page, in any order.
  ///
  /// All services share the span of the whole file, from its first day to its last, and at least
  /// one month: a service without pages for the last weeks was quiet, not absent.
  ///
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order.
  package func incidents(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [String: IncidentCount] {
    var table = try DataTable(path: path, source: source)
    let service = try table.column("service")
    let time = try table.column("time")
    var pages: [String: Int] = [:]
    var days: (first: Int, last: Int)?
    for row in 0..<table.table.rowCount where !table.isFull {
      if table.table.isEmpty(row: row, column: service) {
        table.reportCell(row: row, column: service, expected: "the id of a service")
      }
      guard let label = table.time(row: row, column: time) else { continue }
      pages[table.table.text(row: row, column: service), default: 0] += 1
      days = (min(days?.first ?? label.day, label.day), max(days?.last ?? label.day, label.day))
    }
    try table.check()
    let span = days.map { $0.last - $0.first + 1 } ?? 0
    let months = max(1, Double(span) / Self.daysPerMonth)
    return pages.mapValues { IncidentCount(pages: $0, months: months) }
  }
}
