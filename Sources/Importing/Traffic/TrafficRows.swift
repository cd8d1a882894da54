import DelimitedText
import Organization

/// A table of traffic over time with its columns found: one of times, others of numbers.
///
/// Its rows are read again from the file, so that it may be larger than memory.
struct TrafficRows {
  private let file: TableFile
  private(set) var header: [String] = []
  private(set) var timeColumn = 0
  private var dates: DateColumn
  private var numbers: [NumberColumn] = []
  private var rowCount = 0
  private(set) var findings: [ImportFinding] = []
  private(set) var assumptions: [ImportAssumption] = []

  var path: String { file.path }
  private var top: SourcePosition { SourcePosition(file: path, line: 1, column: 1) }

  /// Headers that mean a time, without capitals, blanks and signs, the best first.
  static let timeNames = [
    "date", "day", "month", "week", "time", "timestamp", "datetime", "hour", "period", "datum",
    "tag", "monat", "woche", "zeit", "date1", "dayindex", "ds",
  ]

  /// Reads all rows once, of which it keeps none, and finds out how times and numbers are written.
  ///
  /// Lines that begin with `#`, which exports of web statistics have, are left out.
  ///
  /// - Throws: ``DiagnosticError`` where it is no table.
  /// - Complexity: O(bytes).
  init(_ file: TableFile, map: ImportMap) throws(DiagnosticError) {
    self.file = file
    dates = DateColumn(wanted: map.dateOrder)
    try file.forEachPiece { (piece, _) throws(DiagnosticError) in
      if header.isEmpty { try findColumns(piece, map) }
      for row in 0..<piece.rowCount {
        look(at: piece, row: row)
      }
      rowCount += piece.rowCount
    }
    guard rowCount > 0 else {
      throw DiagnosticError([Diagnostic(.emptyTable(path: path), at: top)])
    }
    if dates.isMixed {
      findings.append(
        ImportFinding(
          .mixedDates(column: header[timeColumn]), subject: FilePath.name(of: path), position: top))
    }
    if dates.isAssumed, let order = dates.order {
      assumptions.append(
        .dateOrder(
          column: header[timeColumn], order: order == .dayFirst ? "day first" : "month first"))
    }
  }

  private mutating func findColumns(
    _ table: DelimitedTable, _ map: ImportMap
  ) throws(DiagnosticError) {
    header = table.header
    numbers = header.map { _ in NumberColumn() }
    if let wanted = map.columns["date"] ?? map.columns["time"] {
      guard let column = table.column(named: wanted) else {
        throw DiagnosticError([Diagnostic(.missingColumn(wanted, found: header), at: top)])
      }
      timeColumn = column
    } else {
      let plain = header.map(RosterColumn.plain)
      let named = Self.timeNames.lazy.compactMap { name in plain.firstIndex(of: name) }.first
      timeColumn = named ?? 0
    }
  }

  private mutating func look(at table: DelimitedTable, row: Int) {
    if RowTime.plain(table.raw(row: row, column: timeColumn)) == nil {
      dates.look(at: Self.dayPart(table.text(row: row, column: timeColumn)))
    }
    for column in header.indices where column != timeColumn {
      numbers[column].look(at: table, row: row, column: column)
    }
  }

  /// What of a cell a date can be read from: all of it, or what stands before a time of day.
  private static func dayPart(_ cell: String) -> String {
    let text = cell.trimmedBlanks
    guard let colon = text.firstIndex(of: ":") else { return text }
    guard let blank = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" || $0 == "," })
    else { return text }
    return String(text[..<blank])
  }

  func position(ofColumn column: Int) -> SourcePosition {
    SourcePosition(file: path, line: 1, column: column + 1)
  }

  /// The column called `name`.
  ///
  /// - Throws: ``DiagnosticError`` with the names that there are.
  func column(named name: String) throws(DiagnosticError) -> Int {
    let wanted = name.lowercased()
    let column = header.firstIndex { $0.lowercased() == wanted }
    guard let column, column != timeColumn else {
      throw DiagnosticError([Diagnostic(.missingColumn(name, found: header), at: top)])
    }
    return column
  }

  // MARK: Rows

  /// What a pass over the rows found beside points.
  struct Pass {
    /// Rows that have a time.
    var timed = 0
    /// Cells with something that is no number, by column.
    var wrong: [Int]
    /// Places of rows without a time: the first few, and how many there are.
    var timeless: [SourcePosition] = []
    var timelessCount = 0
  }

  /// Gives the numbers of columns by time, as the rows stand; without cells that are empty or none.
  ///
  /// - Parameters:
  ///   - columns: whose numbers are wanted.
  ///   - take: gets a point and the place of its column in `columns`.
  /// - Returns: what else is in the rows.
  /// - Throws: ``DiagnosticError`` where the file cannot be read any more.
  mutating func forEachPoint(
    of columns: [Int], _ take: (MetricSeries.Point, _ place: Int) -> Void
  ) throws(DiagnosticError) -> Pass {
    var pass = Pass(wrong: columns.map { _ in 0 })
    try file.forEachPiece { (piece, _) throws(DiagnosticError) in
      guard piece.header == header else {
        throw DiagnosticError([
          Diagnostic(.cannotRead(path: path, reason: "it changed while it was read"))
        ])
      }
      for row in 0..<piece.rowCount {
        guard let time = time(piece, row) else {
          note(piece, row, in: &pass)
          continue
        }
        pass.timed += 1
        guard MonthSpan.seconds.contains(time) else { continue }
        for (place, column) in columns.enumerated() {
          if let value = numbers[column].value(piece, row: row, column: column) {
            take(MetricSeries.Point(time: time, value: value), place)
          } else if !piece.isEmpty(row: row, column: column) {
            pass.wrong[place] += 1
          }
        }
      }
    }
    return pass
  }

  private func note(_ table: DelimitedTable, _ row: Int, in pass: inout Pass) {
    pass.timelessCount += 1
    guard pass.timeless.count < ImportResult.mostAlike else { return }
    let place = table.place(row: row, column: timeColumn)
    pass.timeless.append(SourcePosition(file: path, line: place.line, column: place.column))
  }

  /// Seconds since 1970-01-01 of a row on the clock of the file; `nil` where there is none.
  private mutating func time(_ table: DelimitedTable, _ row: Int) -> Double? {
    if let time = RowTime.plain(table.raw(row: row, column: timeColumn)) { return time }
    let text = table.text(row: row, column: timeColumn).trimmedBlanks
    if let time = RowTime.seconds(text) { return time }
    return dates.day(Self.dayPart(text)).day.map { day in
      Double(day * MonthSpan.secondsPerDay) + (RowTime.clock(behindDayOf: text) ?? 0)
    }
  }
}
