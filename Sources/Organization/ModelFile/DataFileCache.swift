/// Reads each data file once, however many entries name it.
final class DataFileCache {
  // A class, because all scenarios of one check share it.
  private struct SeriesKey: Hashable {
    var path: String
    var column: String?
    var time: String?
  }

  private let files: SourceFiles
  private let source: any FileSource
  private let reader: any DataFileReading
  private var histories: [SeriesKey: TrafficHistory?] = [:]
  private var incidents: [String: [String: IncidentCount]?] = [:]
  private var holidays: [String: HolidayTable?] = [:]
  private var rosters: [String: [RosterRow]?] = [:]

  init(files: SourceFiles, source: any FileSource, reader: any DataFileReading) {
    self.files = files
    self.source = source
    self.reader = reader
  }

  /// The history that a `history` entry names; `nil` where it cannot be read, which is reported.
  func history(_ entry: Checked) -> TrafficHistory? {
    guard let file = entry["file"], let path = path(of: file) else { return nil }
    let key = SeriesKey(
      path: path, column: entry["column"]?.text, time: entry["time"]?.text)
    if let known = histories[key] { return known }
    let history = attempt(path, at: file.position) { () throws(DiagnosticError) in
      try reader.history(path: path, column: key.column, timeColumn: key.time, source: source)
    }
    histories[key] = .some(history)
    return history
  }

  func incidents(_ file: Checked) -> [String: IncidentCount]? {
    guard let path = path(of: file) else { return nil }
    if let known = incidents[path] { return known }
    let counts = attempt(path, at: file.position) { () throws(DiagnosticError) in
      try reader.incidents(path: path, source: source)
    }
    incidents[path] = .some(counts)
    return counts
  }

  func roster(_ file: Checked) -> [RosterRow]? {
    guard let path = path(of: file) else { return nil }
    if let known = rosters[path] { return known }
    let rows = attempt(path, at: file.position) { () throws(DiagnosticError) in
      try reader.roster(path: path, source: source)
    }
    rosters[path] = .some(rows)
    return rows
  }

  /// A table of holidays; `nil` where it cannot be read, which is reported.
  func holidays(_ file: Checked) -> HolidayTable? {
    guard let path = path(of: file) else { return nil }
    if let known = holidays[path] { return known }
    let table = attempt(path, at: file.position) { () throws(DiagnosticError) in
      let bytes = try source.bytes(of: path, limitMegabytes: SyntaxLimits.megabytes)
      return try HolidayTable.load(yaml: bytes, file: path)
    }
    holidays[path] = .some(table)
    return table
  }

  /// The path that a value names, relative to the file it stands in.
  func path(of file: Checked) -> String? {
    file.text.map { FilePath.resolve($0, namedIn: file.position.file) }
  }

  private func attempt<Result>(
    _ path: String, at place: SourcePosition, _ read: () throws(DiagnosticError) -> Result
  ) -> Result? {
    files.note(input: path)
    do {
      return try read()
    } catch {
      for diagnostic in error.placed(at: place).diagnostics { files.report(diagnostic) }
      return nil
    }
  }
}
