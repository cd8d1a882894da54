import DelimitedText

/// Somebody of a rota, as a file names her.
package struct RotaPersonRow: Hashable, Sendable {
  package var name: String
  /// Index into ``Organization/levels``, where the file tells.
  package var level: Int?
  /// First day in the team, days since 1970-01-01, where the file tells.
  package var startDay: Int?
  /// Index into ``Rota/sites``; the first where the file does not tell.
  package var site: Int
  package var takesPager: Bool
}

/// Days on which somebody is away.
package struct LeaveRow: Hashable, Sendable {
  package var name: String
  /// Days since 1970-01-01, both included.
  package var days: ClosedRange<Int>
}

extension CSVDataFiles {
  /// Reads the people of a team: column `person`, optionally `level`, `start`, `site` and `on-call`.
  ///
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order: a level or site that
  ///   the model has not got, or a person given twice, among them.
  package func rotaPeople(
    path: String, source: any FileSource, levels: [String], sites: [String]
  ) throws(DiagnosticError) -> [RotaPersonRow] {
    var table = try DataTable(path: path, source: source)
    let person = try table.column("person", "name")
    let columns = (
      level: table.table.column(named: "level"), start: table.table.column(named: "start"),
      site: table.table.column(named: "site"), onCall: table.table.column(named: "on-call")
    )
    var people = [RotaPersonRow]()
    var seen = Set<String>()
    for row in 0..<table.table.rowCount where !table.isFull {
      let name = required(row: row, column: person, in: &table)
      if !name.isEmpty, !seen.insert(name).inserted {
        table.reportCell(row: row, column: person, expected: "a person who is not given above")
      }
      let start = columns.start.flatMap { column in
        table.table.isEmpty(row: row, column: column) ? nil : table.time(row: row, column: column)
      }
      people.append(
        RotaPersonRow(
          name: name,
          level: place(row: row, column: columns.level, among: levels, "level", in: &table),
          startDay: start?.day,
          site: place(row: row, column: columns.site, among: sites, "site", in: &table) ?? 0,
          takesPager: answer(row: row, column: columns.onCall, in: &table)))
    }
    try table.check()
    return people
  }

  /// Reads leave: columns `person`, `from` and `to`, both days included.
  ///
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order; a person whom `people`
  ///   does not name is one.
  package func leave(
    path: String, source: any FileSource, people: Set<String>
  ) throws(DiagnosticError) -> [LeaveRow] {
    var table = try DataTable(path: path, source: source)
    let person = try table.column("person", "name")
    let (from, to) = (try table.column("from", "start"), try table.column("to", "end"))
    var leave = [LeaveRow]()
    for row in 0..<table.table.rowCount where !table.isFull {
      let name = required(row: row, column: person, in: &table)
      if !name.isEmpty, !people.contains(name) {
        table.reportCell(row: row, column: person, expected: "somebody of the team")
      }
      guard let first = table.time(row: row, column: from)?.day,
        let last = table.time(row: row, column: to)?.day
      else { continue }
      guard first <= last else {
        table.reportCell(row: row, column: to, expected: "a day that is not before the first one")
        continue
      }
      leave.append(LeaveRow(name: name, days: first...last))
    }
    try table.check()
    return leave
  }

  private func place(
    row: Int, column: Int?, among names: [String], _ kind: String, in table: inout DataTable
  ) -> Int? {
    guard let column, let text = optional(row: row, column: column, in: table) else { return nil }
    if let place = names.firstIndex(of: text) { return place }
    table.reportCell(
      row: row, column: column,
      expected:
        "a \(kind) of the model: \(names.map { Printable.clipped($0) }.joined(separator: ", "))")
    return nil
  }
}
