import DelimitedText

extension CSVDataFiles {
  /// Reads people: columns `team` and `level`, optionally `start`, `site` and `on-call`.
  ///
  /// Other columns, such as names, are not looked at. An empty `on-call` means yes.
  ///
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order.
  package func roster(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [RosterRow] {
    var table = try DataTable(path: path, source: source)
    let team = try table.column("team")
    let level = try table.column("level")
    let start = table.table.column(named: "start")
    let site = table.table.column(named: "site")
    let onCall = table.table.column(named: "on-call")
    var people: [RosterRow] = []
    for row in 0..<table.table.rowCount where !table.isFull {
      people.append(
        RosterRow(
          team: required(row: row, column: team, in: &table),
          level: required(row: row, column: level, in: &table),
          startMonth: month(row: row, column: start, in: &table),
          site: optional(row: row, column: site, in: table),
          takesPager: answer(row: row, column: onCall, in: &table),
          position: table.position(row: row, column: 0)))
    }
    try table.check()
    return people
  }

  func required(row: Int, column: Int, in table: inout DataTable) -> String {
    if let text = optional(row: row, column: column, in: table) { return text }
    table.reportCell(row: row, column: column, expected: "a \(table.table.header[column])")
    return ""
  }

  func optional(row: Int, column: Int?, in table: DataTable) -> String? {
    guard let column, !table.table.isEmpty(row: row, column: column) else { return nil }
    let text = table.table.text(row: row, column: column)
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  private func month(row: Int, column: Int?, in table: inout DataTable) -> YearMonth? {
    guard let column, !table.table.isEmpty(row: row, column: column),
      let label = table.time(row: row, column: column)
    else { return nil }
    return YearMonth(index: label.month)
  }

  func answer(row: Int, column: Int?, in table: inout DataTable) -> Bool {
    guard let column, let text = optional(row: row, column: column, in: table) else { return true }
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default:
      table.reportCell(row: row, column: column, expected: "yes or no")
      return true
    }
  }
}
