import DelimitedText
import Organization

/// A table of traffic over time with its columns found: one of times, others of numbers.
struct TrafficRows {
  let path: String
  private let table: DelimitedTable
  let timeColumn: Int
  /// Seconds since 1970-01-01 of each row on the clock of the file; `nil` where there is none.
  let times: [Double?]
  private(set) var findings: [ImportFinding] = []
  private(set) var assumptions: [ImportAssumption] = []

  /// Headers that mean a time, without capitals, blanks and signs, the best first.
  static let timeNames = [
    "date", "day", "month", "week", "time", "timestamp", "datetime", "hour", "period", "datum",
    "tag", "monat", "woche", "zeit", "date1", "dayindex", "ds",
  ]

  /// Reads a table and finds its times.
  ///
  /// Lines that begin with `#`, which exports of web statistics have, are left out.
  ///
  /// - Throws: ``DiagnosticError`` where it is no table, or none with times.
  init(_ bytes: [UInt8], file: String, map: ImportMap) throws(DiagnosticError) {
    path = file
    let table: DelimitedTable
    do {
      table = try DelimitedTable(Self.withoutRemarks(bytes))
    } catch {
      throw DiagnosticError(error.problems.map { Diagnostic($0, path: file) })
    }
    let top = SourcePosition(file: file, line: 1, column: 1)
    guard table.rowCount > 0 else {
      throw DiagnosticError([Diagnostic(.emptyTable(path: file), at: top)])
    }
    self.table = table
    if let wanted = map.columns["date"] ?? map.columns["time"] {
      guard let column = table.column(named: wanted) else {
        throw DiagnosticError([Diagnostic(.missingColumn(wanted, found: table.header), at: top)])
      }
      timeColumn = column
    } else {
      let plain = table.header.map(RosterColumn.plain)
      let named = Self.timeNames.lazy.compactMap { name in plain.firstIndex(of: name) }.first
      timeColumn = named ?? 0
    }
    let column = timeColumn
    let cells = (0..<table.rowCount).lazy.map { table.text(row: $0, column: column) }
    let dates = DateColumn(cells.map(Self.dayPart), wanted: map.dateOrder)
    let header = table.header[timeColumn]
    if dates.isMixed {
      findings.append(
        ImportFinding(
          .mixedDates(column: header), subject: FilePath.name(of: file), position: top))
    }
    if dates.isAssumed, let order = dates.order {
      assumptions.append(
        .dateOrder(column: header, order: order == .dayFirst ? "day first" : "month first"))
    }
    var times: [Double?] = []
    times.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let text = table.text(row: row, column: timeColumn).trimmedBlanks
      let time =
        RowTime.seconds(text)
        ?? dates.day(row: row).day.map { day in
          Double(day * MonthSpan.secondsPerDay) + (RowTime.clock(behindDayOf: text) ?? 0)
        }
      times.append(time)
      guard time == nil, !dates.isMixed else { continue }
      let place = table.place(row: row, column: timeColumn)
      // A total at the end, or a blank line, is told once for each.
      findings.append(
        ImportFinding(
          .badDate(column: header), subject: FilePath.name(of: file),
          position: SourcePosition(file: file, line: place.line, column: place.column)))
    }
    self.times = times
    guard times.contains(where: { $0 != nil }) || dates.isMixed else {
      throw DiagnosticError([
        Diagnostic(
          .missingColumn("date", found: table.header), at: top)
      ])
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

  /// The same bytes with lines that begin with `#` left empty, so that lines keep their numbers.
  private static func withoutRemarks(_ bytes: [UInt8]) -> [UInt8] {
    let utf8 = UnicodeText.utf8(of: bytes)
    guard utf8.contains(UInt8(ascii: "#")) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var (isStart, isRemark) = (true, false)
    for byte in utf8 {
      let isEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isStart { isRemark = byte == UInt8(ascii: "#") }
      if isEnd || !isRemark { result.append(byte) }
      isStart = isEnd
    }
    return result
  }

  var rowCount: Int { table.rowCount }
  var header: [String] { table.header }

  func position(ofColumn column: Int) -> SourcePosition {
    SourcePosition(file: path, line: 1, column: column + 1)
  }

  /// The column called `name`.
  ///
  /// - Throws: ``DiagnosticError`` with the names that there are.
  func column(named name: String) throws(DiagnosticError) -> Int {
    guard let column = table.column(named: name), column != timeColumn else {
      throw DiagnosticError([
        Diagnostic(
          .missingColumn(name, found: table.header),
          at: SourcePosition(file: path, line: 1, column: 1))
      ])
    }
    return column
  }

  /// The numbers of a column by time, as the rows stand; without cells that are empty or none.
  ///
  /// - Returns: the points, and how many cells hold something that is no number; `nil` where none does.
  func points(ofColumn column: Int) -> (points: [MetricSeries.Point], wrong: Int)? {
    let cells = (0..<rowCount).lazy.map { table.text(row: $0, column: column) }
    let numbers = NumberColumn(cells)
    var points: [MetricSeries.Point] = []
    var (wrong, known) = (0, 0)
    for row in 0..<rowCount {
      guard let time = times[row], MonthSpan.seconds.contains(time) else { continue }
      let value = numbers.value(table.text(row: row, column: column))
      if value == nil, !table.isEmpty(row: row, column: column) { wrong += 1 }
      guard let value else { continue }
      known += 1
      points.append(MetricSeries.Point(time: time, value: value))
    }
    return known > 0 ? (points, wrong) : nil
  }
}
