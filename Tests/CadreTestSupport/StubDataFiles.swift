package import Organization

/// Data files whose contents a test decides, whatever the paths say.
package struct StubDataFiles: DataFileReading {
  package var series: [String: TrafficHistory]
  package var logs: [String: [String: IncidentCount]]
  package var people: [String: [RosterRow]]

  package init(
    series: [String: TrafficHistory] = [:], logs: [String: [String: IncidentCount]] = [:],
    people: [String: [RosterRow]] = [:]
  ) {
    self.series = series
    self.logs = logs
    self.people = people
  }

  package func history(
    path: String, column: String?, timeColumn: String?, source: any FileSource
  ) throws(DiagnosticError) -> TrafficHistory {
    guard let history = series[path] else { throw missing(path) }
    return history
  }

  package func incidents(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [String: IncidentCount] {
    guard let log = logs[path] else { throw missing(path) }
    return log
  }

  package func roster(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [RosterRow] {
    guard let rows = people[path] else { throw missing(path) }
    return rows
  }

  private func missing(_ path: String) -> DiagnosticError {
    DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "no such file"))])
  }
}
