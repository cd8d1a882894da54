package import DelimitedText

/// A table with the file it came from; collects what is wrong with it.
struct DataTable {
  /// Data files beyond this are refused; 256 MB holds a decade of hourly counts of 5,000 series.
  static let limitMegabytes = 256
  /// More problems than this help nobody.
  static let problemLimit = 20

  let path: String
  let table: DelimitedTable
  private(set) var diagnostics: [Diagnostic] = []

  var isFull: Bool { diagnostics.count >= DataTable.problemLimit }

  init(path: String, source: any FileSource) throws(DiagnosticError) {
    self.path = path
    let bytes = try source.bytes(of: path, limitMegabytes: DataTable.limitMegabytes)
    do {
      table = try DelimitedTable(bytes, problemLimit: DataTable.problemLimit)
    } catch {
      throw DiagnosticError(error.problems.map { Diagnostic($0, path: path) })
    }
    guard table.rowCount > 0 else {
      let place = SourcePosition(file: path, line: 1, column: 1)
      throw DiagnosticError([Diagnostic(.emptyTable(path: path), at: place)])
    }
  }

  /// The column called `name`, or the first of the names that the table has.
  func column(_ names: String...) throws(DiagnosticError) -> Int {
    for name in names {
      if let column = table.column(named: name) { return column }
    }
    throw failure(.missingColumn(names.first ?? "", found: table.header))
  }

  /// An error about the header.
  func failure(_ problem: Problem) -> DiagnosticError {
    let place = SourcePosition(file: path, line: 1, column: 1)
    return DiagnosticError([Diagnostic(problem, at: place)])
  }

  func position(row: Int, column: Int) -> SourcePosition {
    let place = table.place(row: row, column: column)
    return SourcePosition(file: path, line: place.line, column: place.column)
  }

  mutating func report(_ problem: Problem, row: Int, column: Int) {
    guard !isFull else { return }
    diagnostics.append(
      Diagnostic(
        problem, at: position(row: row, column: column),
        sourceLine: table.sourceLine(row: row, column: column)))
  }

  mutating func reportCell(row: Int, column: Int, expected: String) {
    let value = table.text(row: row, column: column)
    report(
      .badCell(column: table.header[column], value: value, expected: expected), row: row,
      column: column)
  }

  /// Throws what has been reported, in file order, if anything has.
  func check() throws(DiagnosticError) {
    guard !diagnostics.isEmpty else { return }
    func place(_ diagnostic: Diagnostic) -> (Int, Int) {
      (diagnostic.position?.line ?? 0, diagnostic.position?.column ?? 0)
    }
    throw DiagnosticError(diagnostics.sorted { place($0) < place($1) })
  }

  /// The time in a cell, reporting what is none.
  mutating func time(row: Int, column: Int) -> TimeLabel? {
    if let time = TimeLabel(table.raw(row: row, column: column)) { return time }
    reportCell(row: row, column: column, expected: "a date, a month or an ISO 8601 date-time")
    return nil
  }
}

extension Diagnostic {
  /// What is wrong with the shape of the table at `path`.
  package init(_ problem: TableProblem, path: String) {
    let position = SourcePosition(file: path, line: problem.line, column: problem.column)
    switch problem.kind {
    case .unterminatedQuote: self.init(.unterminatedQuote, at: position)
    case .strayQuote: self.init(.strayQuote, at: position)
    case .unevenRow(let expected, let found):
      self.init(.unevenRow(expected: expected, found: found), at: position)
    case .notUTF8: self.init(.notText(path: path, reason: "not UTF-8"), at: position)
    case .noHeader: self.init(.emptyTable(path: path), at: position)
    case .longRow(let megabytes):
      self.init(
        .notText(path: path, reason: "a row of more than \(megabytes) MB"), at: position)
    }
  }
}
