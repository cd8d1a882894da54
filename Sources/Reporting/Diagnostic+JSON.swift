import Organization

extension Diagnostic {
  /// The finding for programs.
  var json: JSONValue {
    [
      "code": .string(problem.code), "severity": .string(severity.rawValue),
      "message": .string(problem.message), "hint": .optional(problem.hint),
      "file": .optional(position?.file), "line": position.map { .integer($0.line) } ?? .null,
      "column": position.map { .integer($0.column) } ?? .null,
    ]
  }
}
