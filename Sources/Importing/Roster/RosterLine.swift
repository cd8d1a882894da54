import DelimitedText
import Organization

/// A row of a roster with its days.
struct RosterLine {
  let table: DelimitedTable
  let path: String
  /// Within the piece that is at hand.
  let row: Int
  /// Within the file.
  let number: Int
  let columns: [RosterColumn: Int]
  /// Days since 1970-01-01 in cells, and whether there is something else.
  var days: [RosterColumn: (day: Int?, isWrong: Bool)] = [:]

  /// Text without blanks around it; empty where there is no such column.
  func text(_ column: RosterColumn) -> String {
    columns[column].map { table.text(row: row, column: $0).trimmedBlanks } ?? ""
  }

  func day(_ column: RosterColumn) -> (day: Int?, isWrong: Bool) { days[column] ?? (nil, false) }

  func position(_ column: RosterColumn? = nil) -> SourcePosition {
    let place = table.place(row: row, column: column.flatMap { columns[$0] } ?? 0)
    return SourcePosition(file: path, line: place.line, column: place.column)
  }
}
