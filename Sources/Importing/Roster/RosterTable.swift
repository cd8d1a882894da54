import DelimitedText
import Organization

/// A roster with its columns found and its dates understood, whose rows are read again from the file.
struct RosterTable {
  private let file: TableFile
  private var header: [String] = []
  private var columns: [RosterColumn: Int] = [:]
  private var dates: [RosterColumn: DateColumn] = [:]
  /// What employee numbers that may stand in several rows have in common.
  private(set) var repeatedIDs: Set<UInt64> = []
  private(set) var findings: [ImportFinding] = []
  private(set) var assumptions: [ImportAssumption] = []

  private static let dateColumns = [RosterColumn.start, .rehire, .end]
  private var path: String { file.path }

  /// Reads all rows once, of which it keeps none.
  ///
  /// - Throws: ``DiagnosticError`` where it is no table.
  /// - Complexity: O(bytes), and five bytes of memory a row.
  init(_ file: TableFile, map: ImportMap) throws(DiagnosticError) {
    self.file = file
    var ids = RepeatedTexts()
    try file.forEachPiece { (piece, _) throws(DiagnosticError) in
      if header.isEmpty { try findColumns(piece, map) }
      for row in 0..<piece.rowCount {
        for (column, index) in columns where Self.dateColumns.contains(column) {
          dates[column]?.look(at: piece.text(row: row, column: index))
        }
        if let index = columns[.id] {
          let id = piece.text(row: row, column: index).trimmedBlanks
          if !id.isEmpty { ids.add(id) }
        }
      }
    }
    repeatedIDs = ids.repeated()
    noteDates()
    noteMissing()
  }

  private mutating func findColumns(
    _ table: DelimitedTable, _ map: ImportMap
  ) throws(DiagnosticError) {
    header = table.header
    let top = SourcePosition(file: path, line: 1, column: 1)
    for column in RosterColumn.allCases {
      if let name = map.columns[column.rawValue] {
        guard let index = table.column(named: name) else {
          throw DiagnosticError([Diagnostic(.missingColumn(name, found: header), at: top)])
        }
        columns[column] = index
        continue
      }
      let candidates = column.candidates(in: header)
      columns[column] = candidates.first
      if candidates.count > 1 {
        let names = candidates.map { header[$0] }
        findings.append(
          ImportFinding(
            .unclearColumn(column.words, columns: names), subject: FilePath.name(of: path),
            position: top))
      }
    }
    for column in Self.dateColumns where columns[column] != nil {
      dates[column] = DateColumn(wanted: map.dateOrder)
    }
  }

  private mutating func noteDates() {
    let top = SourcePosition(file: path, line: 1, column: 1)
    for column in Self.dateColumns {
      guard let dates = dates[column], let index = columns[column] else { continue }
      let header = header[index]
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

  // MARK: Rows

  /// Reads all rows again, in their order.
  ///
  /// - Throws: ``DiagnosticError`` where the file cannot be read any more.
  mutating func forEachLine(_ take: (RosterLine) -> Void) throws(DiagnosticError) {
    try file.forEachPiece { (piece, before) throws(DiagnosticError) in
      // Somebody may have written the file anew.
      guard piece.header == header else {
        throw DiagnosticError([
          Diagnostic(.cannotRead(path: path, reason: "it changed while it was read"))
        ])
      }
      for row in 0..<piece.rowCount {
        var line = RosterLine(
          table: piece, path: path, row: row, number: before + row, columns: columns)
        for column in Self.dateColumns {
          guard let index = columns[column] else { continue }
          line.days[column] = dates[column]?.day(piece.text(row: row, column: index))
        }
        take(line)
      }
    }
  }

  func header(_ column: RosterColumn) -> String {
    columns[column].map { header[$0] } ?? column.rawValue
  }
}
