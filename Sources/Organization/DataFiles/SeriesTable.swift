import DelimitedText

/// Reads many series from one long table: columns `series`, `time`, `value`.
package enum SeriesTable {
  /// Reads all series, whose rows may be apart but must ascend.
  ///
  /// All series share one cadence, the finest found. Steps without a row, and empty cells, are
  /// NaN.
  ///
  /// - Parameters:
  ///   - path: the file, or the name that `source` gives it.
  ///   - source: reads the bytes.
  ///   - allowsNegative: false where values are counts.
  /// - Returns: the series in order of first appearance.
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order.
  /// - Complexity: O(rows); half a million rows take a fraction of a second.
  package static func read(
    path: String, source: any FileSource, allowsNegative: Bool = true
  ) throws(DiagnosticError) -> [NamedSeries] {
    var table = try DataTable(path: path, source: source)
    let time = try table.column("time")
    let series = try rows(of: &table, timeColumn: time, allowsNegative: allowsNegative)
    for one in series { _ = one.checkOrder(column: time, table: &table) }
    try table.check()
    let grid = TimeGrid(cadence: cadence(of: series, timeColumn: time, table: &table) ?? .daily)
    try table.check()
    var result: [NamedSeries] = []
    result.reserveCapacity(series.count)
    for one in series {
      guard let history = one.history(on: grid, column: time, table: &table) else { continue }
      result.append(NamedSeries(name: one.name, history: history))
    }
    try table.check()
    return result
  }

  private static func rows(
    of table: inout DataTable, timeColumn: Int, allowsNegative: Bool
  ) throws(DiagnosticError) -> [SeriesRows] {
    let name = try table.column("series", "series_id")
    let value = try table.column("value")
    var series: [SeriesRows] = []
    var index = SeriesIndex()
    for row in 0..<table.table.rowCount where !table.isFull {
      let label = table.time(row: row, column: timeColumn)
      let number = number(row: row, column: value, allowsNegative, in: &table)
      guard let label, let number else { continue }
      let place = index.place(of: table.table.raw(row: row, column: name))
      if place == series.count {
        series.append(SeriesRows(name: table.table.text(row: row, column: name)))
      }
      series[place].rows.append(row)
      series[place].times.append(label)
      series[place].values.append(number)
    }
    try table.check()
    return series
  }

  private static func number(
    row: Int, column: Int, _ allowsNegative: Bool, in table: inout DataTable
  ) -> Double? {
    if let number = table.table.number(row: row, column: column), allowsNegative || number >= 0 {
      return number
    }
    if table.table.isEmpty(row: row, column: column) { return .nan }
    table.reportCell(
      row: row, column: column, expected: allowsNegative ? "a number" : "a number of 0 or more")
    return nil
  }

  private static func cadence(
    of series: [SeriesRows], timeColumn: Int, table: inout DataTable
  ) -> Cadence? {
    var found: [Cadence] = []
    for one in series {
      switch TimeGrid.cadence(of: one.times) {
      case .success(let cadence?): found.append(cadence)
      case .success(nil): break
      case .failure(let fault):
        table.report(
          .unevenSeries(series: one.name, reason: fault.reason), row: one.rows[0],
          column: timeColumn)
      }
    }
    return TimeGrid.finest(found)
  }
}

/// Numbers names in order of first appearance.
private struct SeriesIndex {
  private var places: [ArraySlice<UInt8>: Int] = [:]
  private var last: (name: ArraySlice<UInt8>, place: Int)?

  mutating func place(of name: ArraySlice<UInt8>) -> Int {
    // Most files keep a series together, so the name before is the best guess.
    if let last, last.name == name { return last.place }
    let place = places[name] ?? places.count
    places[name] = place
    last = (name, place)
    return place
  }
}
