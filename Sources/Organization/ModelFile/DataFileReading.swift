/// Reads the data files that a model names.
package protocol DataFileReading {
  /// Counts of one driver; `timeColumn` is the first column where it is `nil`.
  func history(
    path: String, column: String?, timeColumn: String?, source: any FileSource
  ) throws(DiagnosticError) -> TrafficHistory

  /// Pages by service id.
  func incidents(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [String: IncidentCount]

  /// One row per person, in file order.
  func roster(path: String, source: any FileSource) throws(DiagnosticError) -> [RosterRow]
}
