import DelimitedText

/// Reads the data files that a model names: CSV with comma, semicolon or tab.
package struct CSVDataFiles: DataFileReading, Sendable {
  package init() {}

  /// Reads one column of counts over time.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - column: the column with the counts; may be `nil` if the file has only one beside the time.
  ///   - timeColumn: the column with the times, by default the first.
  ///   - source: gives the bytes.
  /// - Returns: the counts, with NaN where the file has none.
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order.
  package func history(
    path: String, column: String?, timeColumn: String?, source: any FileSource
  ) throws(DiagnosticError) -> TrafficHistory {
    var table = try DataTable(path: path, source: source)
    var time = 0
    if let timeColumn { time = try table.column(timeColumn) }
    let value = try valueColumn(column, beside: time, in: table)
    var series = SeriesRows(name: table.table.header[value])
    for row in 0..<table.table.rowCount where !table.isFull {
      let label = table.time(row: row, column: time)
      let number = count(row: row, column: value, in: &table)
      guard let label, let number else { continue }
      series.rows.append(row)
      series.times.append(label)
      series.values.append(number)
    }
    try table.check()
    return try history(of: series, timeColumn: time, table: &table)
  }

  private func history(
    of series: SeriesRows, timeColumn: Int, table: inout DataTable
  ) throws(DiagnosticError) -> TrafficHistory {
    _ = series.checkOrder(column: timeColumn, table: &table)
    try table.check()
    switch TimeGrid.cadence(of: series.times) {
    case .failure(let fault):
      table.report(
        .unevenSeries(series: series.name, reason: fault.reason), row: 0, column: timeColumn)
    case .success(let cadence):
      let grid = TimeGrid(cadence: cadence ?? .daily)
      if let history = series.history(on: grid, column: timeColumn, table: &table) {
        return history
      }
    }
    try table.check()
    preconditionFailure("a series without a history has a problem")
  }

  private func valueColumn(
    _ name: String?, beside time: Int, in table: DataTable
  ) throws(DiagnosticError) -> Int {
    if let name { return try table.column(name) }
    let others = table.table.header.indices.filter { $0 != time }
    guard others.count == 1 else {
      throw table.failure(.unclearColumn(found: others.map { table.table.header[$0] }))
    }
    return others[0]
  }

  /// A count, or NaN for an empty cell; reports anything else.
  private func count(row: Int, column: Int, in table: inout DataTable) -> Double? {
    if table.table.isEmpty(row: row, column: column) { return .nan }
    if let number = table.table.number(row: row, column: column), number >= 0 { return number }
    table.reportCell(row: row, column: column, expected: "a number of 0 or more")
    return nil
  }
}
