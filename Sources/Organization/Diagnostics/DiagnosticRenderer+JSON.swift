extension DiagnosticRenderer {
  /// An array with an object per finding: code, severity, message, hint, file, line, column.
  package static func json(_ diagnostics: [Diagnostic]) -> String {
    JSONText.list(diagnostics.map(object)).written() + "\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> JSONText {
    let position = diagnostic.position
    return .object([
      "code": .text(diagnostic.problem.code),
      "severity": .text(diagnostic.severity.rawValue),
      "message": .text(diagnostic.problem.message),
      "hint": diagnostic.problem.hint.map(JSONText.text) ?? .null,
      "file": position.map { .text($0.file) } ?? .null,
      "line": position.map { .integer($0.line) } ?? .null,
      "column": position.map { .integer($0.column) } ?? .null,
    ])
  }
}
