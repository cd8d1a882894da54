import DelimitedText
package import Organization

/// Drivers by month as a table, which histories of a model name: `month`, then one column a driver.
package enum TrafficTable {
  /// The header of the first column.
  package static let month = "month"

  /// The text of the table.
  ///
  /// - Parameters:
  ///   - drivers: the columns.
  ///   - old: the table that was there, whose other columns and months stay.
  ///   - file: what that is called.
  /// - Returns: the text, and how many months of the same columns it has from the old table only.
  /// - Throws: ``DiagnosticError`` where the old table is none.
  /// - Complexity: O(months · columns).
  package static func text(
    _ drivers: [ImportedDriver], keeping old: [UInt8]? = nil, file: String = ""
  ) throws(DiagnosticError) -> (text: String, kept: Int) {
    var columns: [String] = []
    var cells: [Int: [String: Double]] = [:]
    if let old { (columns, cells) = try read(old, file: file) }
    var kept: Set<Int> = []
    for driver in drivers {
      let column = columns.first { $0.lowercased() == driver.id.lowercased() } ?? driver.id
      if columns.contains(column) {
        for (index, row) in cells where row[column] != nil {
          let place = index - driver.first.index
          let isGiven = driver.values.indices.contains(place) && driver.values[place] != nil
          if !isGiven { kept.insert(index) }
        }
      } else {
        columns.append(column)
      }
      for (place, value) in driver.values.enumerated() {
        if let value { cells[driver.first.index + place, default: [:]][column] = value }
      }
    }
    return (written(columns, cells), kept.count)
  }

  private static func written(_ columns: [String], _ cells: [Int: [String: Double]]) -> String {
    var writer = DelimitedWriter()
    writer.write([month] + columns)
    guard let first = cells.keys.min(), let last = cells.keys.max() else {
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    for index in first...last {
      let row = cells[index] ?? [:]
      writer.write(
        [.text("\(YearMonth(index: index))")]
          + columns.map { row[$0].map(DelimitedWriter.Cell.number) ?? .empty })
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func read(
    _ bytes: [UInt8], file: String
  ) throws(DiagnosticError) -> (columns: [String], cells: [Int: [String: Double]]) {
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes)
    } catch {
      throw DiagnosticError(error.problems.map { Diagnostic($0, path: file) })
    }
    guard table.header.first == month else {
      throw DiagnosticError([
        Diagnostic(
          .missingColumn(month, found: table.header),
          at: SourcePosition(file: file, line: 1, column: 1))
      ])
    }
    var cells: [Int: [String: Double]] = [:]
    for row in 0..<table.rowCount {
      guard let month = YearMonth(table.text(row: row, column: 0)),
        (1...9999).contains(month.year)
      else {
        let place = table.place(row: row, column: 0)
        throw DiagnosticError([
          Diagnostic(
            .badCell(
              column: Self.month, value: table.text(row: row, column: 0), expected: "a month"),
            at: SourcePosition(file: file, line: place.line, column: place.column))
        ])
      }
      for column in table.header.indices.dropFirst() {
        if let value = table.number(row: row, column: column) {
          cells[month.index, default: [:]][table.header[column]] = value
        }
      }
    }
    return (Array(table.header.dropFirst()), cells)
  }
}
