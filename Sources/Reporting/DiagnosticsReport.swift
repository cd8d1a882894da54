package import Organization

/// Why a command has no result, for programs.
package struct DiagnosticsReport: Sendable {
  package enum Findings: Sendable {
    case diagnostics([Diagnostic])
    /// The files are sound, but say too little; there is no place to point at.
    case message(String)
  }

  private let findings: Findings
  private let header: RunHeader

  package init(_ findings: Findings, header: RunHeader) {
    self.findings = findings
    self.header = header
  }

  package var json: JSONValue {
    header.document("cadre.diagnostics/1.0", ["diagnostics": .array(entries)])
  }

  private var entries: [JSONValue] {
    switch findings {
    case .diagnostics(let diagnostics): diagnostics.map(\.json)
    case .message(let message):
      [
        [
          "code": .null, "severity": .string(Severity.error.rawValue),
          "message": .string(message), "hint": .null, "file": .null, "line": .null,
          "column": .null,
        ]
      ]
    }
  }
}
