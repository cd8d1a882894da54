import Organization
import Reporting

/// Everything the commands ask of the model file's decoder, in one place.
enum Models {
  static func load(
    path: String, scenario: String?, files: DiskFiles
  ) throws(DiagnosticError) -> LoadedModel {
    try ModelFile.load(path: path, scenario: scenario, source: files, dataFiles: CSVDataFiles())
  }

  static func assumptions() throws -> Assumptions { Assumptions.shipped }

  static func explanation(of code: String) -> String? { Explanation.text(code: code) }

  /// The JSON Schema of model files.
  static var schema: String { ModelSchema.json() }

  /// Findings for people, without a newline at the end.
  static func text(of diagnostics: [Diagnostic], color: Bool) -> String {
    let text = DiagnosticRenderer.text(diagnostics, color: color)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Findings for programs.
  static func json(of diagnostics: [Diagnostic]) -> JSONValue {
    .array(
      diagnostics.map { diagnostic in
        [
          "code": .string(diagnostic.problem.code),
          "severity": .string(diagnostic.severity.rawValue),
          "message": .string(diagnostic.problem.message),
          "hint": .optional(diagnostic.problem.hint),
          "file": .optional(diagnostic.position?.file),
          "line": diagnostic.position.map { .integer($0.line) } ?? .null,
          "column": diagnostic.position.map { .integer($0.column) } ?? .null,
        ]
      })
  }
}
