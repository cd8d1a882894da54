/// Pages counted in a log.
package struct PageCount: Hashable, Sendable {
  package var pages: Int
  /// How long the log is.
  package var months: Double

  package init(pages: Int, months: Double) {
    self.pages = pages
    self.months = months
  }
}

/// One person of a roster file.
package struct RosterRow: Hashable, Sendable {
  package var team: String
  package var level: String
  package var startMonth: YearMonth?
  package var site: String?
  package var takesPager: Bool
  package var position: SourcePosition

  package init(
    team: String, level: String, startMonth: YearMonth? = nil, site: String? = nil,
    takesPager: Bool = true, position: SourcePosition
  ) {
    self.team = team
    self.level = level
    self.startMonth = startMonth
    self.site = site
    self.takesPager = takesPager
    self.position = position
  }
}

/// Reads the data files that a model names.
package protocol DataFileReading {
  /// Counts of one driver; `timeColumn` is the first column where it is `nil`.
  func history(
    path: String, column: String?, timeColumn: String?, source: any FileSource
  ) throws(DiagnosticError) -> TrafficHistory

  /// Pages by service id.
  func incidents(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [String: PageCount]

  /// One row per person, in file order.
  func roster(path: String, source: any FileSource) throws(DiagnosticError) -> [RosterRow]
}
