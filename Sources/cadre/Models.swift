import Importing
import Organization

/// Everything the commands ask of the model file's decoder, in one place.
enum Models {
  static func load(
    path: String, scenario: String?, settings: [Setting] = [], files: DiskFiles
  ) throws(DiagnosticError) -> LoadedModel {
    try ModelFile.load(
      path: path, scenario: scenario, settings: settings, source: files, dataFiles: CSVDataFiles())
  }

  static func assumptions() throws -> Assumptions { Assumptions.shipped }

  /// What a code of a diagnostic or a finding means.
  static func explanation(of code: String) -> String? {
    AuditRule.explanation(ofCode: code) ?? Explanation.text(code: code)
      ?? ImportProblem.explanations[code.uppercased()]
  }

  /// The first words of an explanation, for lists.
  static func summary(of code: String) -> String {
    if let rule = AuditRule(rawValue: code) { return rule.title }
    let paragraph = explanation(of: code)?.split(separator: "\n\n").first ?? ""
    let text = paragraph.replacing("\n", with: " ")
    let sentence = text.split(separator: ". ").first.map(String.init) ?? ""
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// All codes of diagnostics and findings.
  static var codes: [String] {
    (Explanation.codes + AuditRule.allCases.map(\.code) + ImportProblem.explanations.keys).sorted()
  }

  /// The JSON Schema of model files.
  static var schema: String { ModelSchema.json() }

  /// More findings than these scroll away before anybody reads them.
  private static let mostShown = 100

  /// Findings for people, without a newline at the end.
  static func text(of diagnostics: [Diagnostic], color: Bool) -> String {
    let text = DiagnosticRenderer.text(Array(diagnostics.prefix(mostShown)), color: color)
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let left = diagnostics.count - mostShown
    return left > 0 ? trimmed + "\n\nand \(left) more" : trimmed
  }
}
