import Importing
import Organization

extension SourceNotes {
  /// The fields that every document about sources has.
  var json: [String: JSONValue] {
    [
      "taken": .array(
        items.compactMap { item in
          guard case .taken(let what) = item.outcome else { return nil }
          return json(item, ["as": .string(what)])
        }),
      "skipped": .array(
        skipped.map { json($0.item, ["reason": .string($0.reason.words)]) }),
      "unreadable": .array(broken.map(\.json)), "findings": .array(findings.map(json)),
      "assumptions": .array(assumptions.map { .string($0.words) }),
    ]
  }

  private func json(_ item: ImportItem, _ more: [String: JSONValue]) -> JSONValue {
    var own: [String: JSONValue] = ["kind": .string(item.kind), "name": .string(item.name)]
    if item.count > 1 { own["count"] = .integer(item.count) }
    return .object(Self.place(of: item.position, own.merging(more) { first, _ in first }))
  }

  private func json(_ finding: ImportFinding) -> JSONValue {
    let problem = finding.problem
    return [
      "code": .string(problem.code), "severity": .string(problem.severity.rawValue),
      "subject": .string(finding.subject), "message": .string(problem.message),
      "hint": .optional(problem.hint), "file": .optional(finding.position?.file),
      "line": finding.position.map { .integer($0.line) } ?? .null,
      "column": finding.position.map { .integer($0.column) } ?? .null,
    ]
  }

  static func place(
    of position: SourcePosition?, _ fields: [String: JSONValue]
  ) -> [String: JSONValue] {
    var fields = fields
    fields["file"] = .optional(position?.file)
    fields["line"] = position.map { .integer($0.line) } ?? .null
    return fields
  }
}
