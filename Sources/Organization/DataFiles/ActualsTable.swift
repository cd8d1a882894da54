import DelimitedText

/// What was counted after it had been forecast.
package struct ActualValue: Hashable, Sendable {
  package var quantity: ObservedQuantity
  /// The driver, team or level; of leavers the team, or nothing.
  package var subject: String
  package var month: YearMonth
  package var value: Double

  package init(quantity: ObservedQuantity, subject: String, month: YearMonth, value: Double) {
    self.quantity = quantity
    self.subject = subject
    self.month = month
    self.value = value
  }
}

/// Reads what was counted: columns `quantity`, `subject`, `month`, `value`, rows in any order.
package enum ActualsTable {
  /// - Parameters:
  ///   - path: the file, or the name that `source` gives it.
  ///   - source: reads the bytes.
  /// - Returns: the values in file order.
  /// - Throws: ``DiagnosticError`` with up to 20 problems C04xx, in file order.
  /// - Complexity: O(rows).
  package static func read(
    path: String, source: any FileSource
  ) throws(DiagnosticError) -> [ActualValue] {
    var table = try DataTable(path: path, source: source)
    let quantity = try table.column("quantity")
    let subject = try table.column("subject")
    let month = try table.column("month")
    let value = try table.column("value")
    var values: [ActualValue] = []
    for row in 0..<table.table.rowCount where !table.isFull {
      let kind = ObservedQuantity(rawValue: table.table.text(row: row, column: quantity))
      if kind == nil {
        let names = ObservedQuantity.allCases.map(\.rawValue).joined(separator: ", ")
        table.reportCell(row: row, column: quantity, expected: "one of \(names)")
      }
      let name = table.table.text(row: row, column: subject)
      if name.isEmpty, kind != .leavers, kind != nil {
        table.reportCell(row: row, column: subject, expected: "the id of a driver, team or level")
      }
      let label = table.time(row: row, column: month)
      let number = table.table.number(row: row, column: value)
      guard let number, number.isFinite, number >= 0 else {
        table.reportCell(row: row, column: value, expected: "a number of 0 or more")
        continue
      }
      guard let kind, let label else { continue }
      values.append(
        ActualValue(
          quantity: kind, subject: name, month: YearMonth(index: label.month), value: number))
    }
    try table.check()
    return values
  }
}
