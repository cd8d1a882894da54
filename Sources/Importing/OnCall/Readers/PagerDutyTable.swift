import DelimitedText
import Organization

/// The incidents of PagerDuty as a table, whose rows become the records that analytics has.
///
/// Headers have changed over the years; both names of a column are known.
struct PagerDutyTable {
  private static let names: [String: String] = [
    "id": "id", "incident_id": "id", "urgency": "urgency", "service_name": "service_name",
    "service": "service_name", "team_name": "team_name", "team": "team_name",
    "escalation_policy_name": "escalation_policy_name",
    "escalation_policy": "escalation_policy_name", "priority": "priority_name",
    "priority_name": "priority_name", "created_on": "created_at", "created_at": "created_at",
    "resolved_on": "resolved_at", "resolved_at": "resolved_at",
    "seconds_to_first_ack": "seconds_to_first_ack", "auto_resolved": "auto_resolved",
    "acknowledged_by_user_ids": "acknowledged_user_ids",
    "acknowledged_user_ids": "acknowledged_user_ids",
    "acknowledged_by_user_names": "acknowledged_user_names",
    "acknowledged_user_names": "acknowledged_user_names",
    "assigned_to_user_ids": "assigned_user_ids", "assigned_user_ids": "assigned_user_ids",
    "assigned_to_user_names": "assigned_user_names", "assigned_user_names": "assigned_user_names",
  ]
  private static let needed = ["id", "created_at", "service_name"]
  private static let lists: Set<String> = [
    "acknowledged_user_ids", "acknowledged_user_names", "assigned_user_ids",
    "assigned_user_names",
  ]

  private let table: DelimitedTable
  private let file: String
  /// What the columns hold, by place.
  private let columns: [(place: Int, key: String)]

  /// Whether the first line of a file may be the header of such a table.
  static func isHeader(_ line: String) -> Bool {
    let header = line.split { ",;\t".contains($0) }.map(plain)
    return header.contains("incident_number")
      || needed.allSatisfy { key in header.contains { names[$0] == key } }
  }

  /// - Throws: ``DiagnosticError`` where it is no table, or lacks a column that is needed.
  init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    self.file = file
    do {
      table = try DelimitedTable(bytes)
    } catch {
      throw DiagnosticError(error.problems.map { Diagnostic($0, path: file) })
    }
    var columns: [(place: Int, key: String)] = []
    for (place, header) in table.header.enumerated() {
      guard let key = Self.names[Self.plain(header)], !columns.contains(where: { $0.key == key })
      else { continue }
      columns.append((place, key))
    }
    self.columns = columns
    let missing = Self.needed.filter { key in !columns.contains { $0.key == key } }
    guard missing.isEmpty else {
      let top = SourcePosition(file: file, line: 1, column: 1)
      let header = table.header
      throw DiagnosticError(
        missing.map { Diagnostic(.missingColumn($0, found: header), at: top) })
    }
  }

  private static func plain(_ header: some StringProtocol) -> String {
    header.lowercased().filter { $0 != "\"" && $0 != "\u{feff}" && $0 != "\r" }.trimmedBlanks
      .replacing(" ", with: "_")
  }

  var rowCount: Int { table.rowCount }

  /// A row as a record; `nil` for a blank line.
  func record(_ row: Int) -> SourceNode? {
    let entries = columns.map { column in
      let text = table.text(row: row, column: column.place).trimmedBlanks
      let position = position(row, column.place)
      return SourceNode.Entry(
        key: column.key, keyPosition: position,
        value: SourceNode(position: position, content: content(text, column.key, position)))
    }
    guard entries.contains(where: { $0.value.text?.isEmpty == false }) else { return nil }
    return SourceNode(position: position(row, 0), content: .mapping(entries))
  }

  private func content(
    _ text: String, _ key: String, _ position: SourcePosition
  ) -> SourceNode.Content {
    guard Self.lists.contains(key) else { return .scalar(text: text, isQuoted: true) }
    return .sequence(
      text.split(separator: ",").map {
        SourceNode(
          position: position,
          content: .scalar(text: String($0).trimmedBlanks, isQuoted: true))
      })
  }

  private func position(_ row: Int, _ column: Int) -> SourcePosition {
    let place = table.place(row: row, column: column)
    return SourcePosition(file: file, line: place.line, column: place.column)
  }
}
