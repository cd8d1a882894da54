import DelimitedText
package import Importing
import Organization

/// What an import took from its sources, what it left and why, and what is wrong or assumed.
package struct ImportReport: Sendable {
  let result: ImportResult
  /// Those of the sources, then those about the model.
  package let findings: [ImportFinding]
  /// What could not be read, and was gone on without.
  let broken: [Diagnostic]
  /// The model that it was merged into; `nil` for a new one.
  let model: String?
  /// Keys written into the model.
  let additions: Int
  let header: RunHeader

  package init(
    _ result: ImportResult, making: ModelMaking, into model: String?, assuming growth: String?,
    header: RunHeader
  ) {
    var result = result
    if let growth { result.assumptions.insert(.growth(growth), at: 0) }
    self.result = result
    findings = result.findings + making.findings
    broken = result.broken
    self.model = model
    additions = making.additionCount
    self.header = header
  }

  var people: Int { result.teams.reduce(0) { $0 + $1.headcount } }

  /// What is told beside what was taken.
  var notes: SourceNotes {
    SourceNotes(
      findings: findings, broken: broken, assumptions: result.assumptions, items: result.items)
  }
}

extension ImportReport {
  /// One row for each thing taken or skipped, and for each finding and assumption [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["outcome", "kind", "name", "text", "code", "file", "line", "column"])
    for item in result.items {
      var (outcome, text) = item.outcome.words
      if item.count > 1 { text += ", \(item.count) times from here on" }
      writer.write(
        [.text(outcome), .text(item.kind), .text(item.name), .text(text), .empty]
          + cells(item.position))
    }
    for finding in broken {
      writer.write(
        [
          .text(finding.severity.rawValue), .text("file"), .empty, .text(finding.problem.message),
          .text(finding.problem.code),
        ] + cells(finding.position))
    }
    for finding in findings {
      writer.write(
        [
          .text(finding.problem.severity.rawValue), .text("finding"), .text(finding.subject),
          .text(finding.problem.message), .text(finding.problem.code),
        ] + cells(finding.position))
    }
    for assumption in result.assumptions {
      writer.write(
        [.text("assumed"), .empty, .empty, .text(assumption.words), .empty] + cells(nil))
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func cells(_ position: SourcePosition?) -> [DelimitedWriter.Cell] {
    guard let position else { return [.empty, .empty, .empty] }
    return [.text(position.file), .integer(position.line), .integer(position.column)]
  }
}

extension ImportItem.Outcome {
  /// Taken or skipped, and as what or why.
  fileprivate var words: (outcome: String, text: String) {
    switch self {
    case .taken(let what): ("taken", what)
    case .skipped(let reason): ("skipped", reason.words)
    }
  }
}
