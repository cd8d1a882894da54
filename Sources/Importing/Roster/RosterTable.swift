import DelimitedText
import Organization

/// A roster with its columns found.
struct RosterTable {
  let path: String
  private let table: DelimitedTable
  private let columns: [RosterColumn: Int]
  private let dates: [RosterColumn: DateColumn]
  private(set) var findings: [ImportFinding] = []
  private(set) var assumptions: [ImportAssumption] = []

  var rowCount: Int { table.rowCount }

  /// - Throws: ``DiagnosticError`` where it is no table.
  init(_ bytes: [UInt8], file: String, map: ImportMap) throws(DiagnosticError) {
    path = file
    let table = try Self.table(bytes, file: file)
    self.table = table
    var columns: [RosterColumn: Int] = [:]
    for column in RosterColumn.allCases {
      if let header = map.columns[column.rawValue] {
        guard let index = table.column(named: header) else {
          throw DiagnosticError([
            Diagnostic(
              .missingColumn(header, found: table.header),
              at: SourcePosition(file: file, line: 1, column: 1))
          ])
        }
        columns[column] = index
        continue
      }
      let candidates = column.candidates(in: table.header)
      columns[column] = candidates.first
      if candidates.count > 1 {
        let names = candidates.map { table.header[$0] }
        findings.append(
          ImportFinding(
            .unclearColumn(column.words, columns: names), subject: FilePath.name(of: file),
            position: SourcePosition(file: file, line: 1, column: 1)))
      }
    }
    self.columns = columns
    var dates: [RosterColumn: DateColumn] = [:]
    for column in [RosterColumn.start, .rehire, .end] {
      guard let index = columns[column] else { continue }
      let rows = 0..<table.rowCount
      dates[column] = DateColumn(
        rows.lazy.map { table.text(row: $0, column: index) }, wanted: map.dateOrder)
    }
    self.dates = dates
    noteDates()
    noteMissing()
  }

  private static func table(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticError) -> DelimitedTable {
    do {
      return try DelimitedTable(bytes)
    } catch {
      throw DiagnosticError(error.problems.map { Diagnostic($0, path: file) })
    }
  }

  private mutating func noteDates() {
    let top = SourcePosition(file: path, line: 1, column: 1)
    for column in [RosterColumn.start, .rehire, .end] {
      guard let dates = dates[column], let index = columns[column] else { continue }
      let header = table.header[index]
      if dates.isMixed {
        findings.append(
          ImportFinding(
            .mixedDates(column: header), subject: FilePath.name(of: path), position: top))
      }
      if dates.isAssumed, let order = dates.order {
        assumptions.append(
          .dateOrder(
            column: header, order: order == .dayFirst ? "day first" : "month first"))
      }
      if dates.hasSpreadsheetDays {
        assumptions.append(.spreadsheetDays(column: header))
      }
    }
  }

  private mutating func noteMissing() {
    let top = SourcePosition(file: path, line: 1, column: 1)
    var missing: [RosterColumn] = columns[.team] == nil ? [.team] : []
    if columns[.title] == nil, columns[.level] == nil { missing.append(.title) }
    for column in missing {
      findings.append(
        ImportFinding(
          .noColumn(column.words, synonyms: column.synonyms.flatMap(\.self)),
          subject: FilePath.name(of: path), position: top))
    }
  }

  // MARK: Cells

  /// Text without blanks around it; empty where there is no such column.
  func text(_ column: RosterColumn, row: Int) -> String {
    columns[column].map { table.text(row: row, column: $0).trimmedBlanks } ?? ""
  }

  /// The day in a cell, and whether there is something else.
  func day(_ column: RosterColumn, row: Int) -> (day: Int?, isWrong: Bool) {
    dates[column]?.day(row: row) ?? (nil, false)
  }

  func header(_ column: RosterColumn) -> String {
    columns[column].map { table.header[$0] } ?? column.rawValue
  }

  func position(_ column: RosterColumn? = nil, row: Int) -> SourcePosition {
    let place = table.place(row: row, column: column.flatMap { columns[$0] } ?? 0)
    return SourcePosition(file: path, line: place.line, column: place.column)
  }
}
