import Organization
import Reporting

/// What `cadre check` found.
struct CheckReport {
  var organization: Organization
  var warnings: [Diagnostic]
  var findings: [AuditFinding]
  var inputs: [DiskFiles.Input]

  init(_ model: LoadedModel, inputs: [DiskFiles.Input]) {
    organization = model.organization
    warnings = model.warnings
    findings = OwnershipAudit.findings(model.organization)
    self.inputs = inputs
  }

  private func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension CheckReport {
  func text(_ style: TextStyle) -> String {
    var text = style.ink(.heading, SafeText.terminal(organization.name)) + "\n" + size + "\n"
    for (severity, title) in [
      (Severity.error, "Errors"), (.warning, "Warnings"), (.note, "Notes"),
    ] {
      let group = findings.filter { $0.severity == severity }
      guard !group.isEmpty else { continue }
      text += "\n" + style.ink(severity.role, "\(title) (\(group.count))") + "\n"
      text += group.map { lines($0, style) }.joined()
    }
    return text + "\n" + summary(style) + "\n"
  }

  private var size: String {
    let people = organization.teams.reduce(0) { $0 + $1.members.count }
    let teams = NumberText.count(organization.teams.count, "team", "teams")
    let services = NumberText.count(organization.services.count, "service", "services")
    return "\(teams), \(NumberText.count(people, "person", "people")), \(services), "
      + "scenario \(SafeText.terminal(organization.scenario))"
  }

  private func lines(_ finding: AuditFinding, _ style: TextStyle) -> String {
    let mark = style.ink(finding.severity.role, style.glyphs.mark(finding.severity.role))
    let subject = style.ink(.emphasis, SafeText.terminal(finding.subject))
    var text = "  \(mark) \(subject): \(SafeText.terminal(finding.message)) [\(finding.code)]\n"
    if let citation = finding.citation { text += detail("= limit: \(citation)", style) }
    return text + detail("= hint: \(finding.hint)", style)
  }

  private func detail(_ text: String, _ style: TextStyle) -> String {
    let lines = TextWrap.lines(SafeText.terminal(text), width: style.width - 6, hanging: 2)
    return lines.map { "      " + style.ink(.muted, $0) + "\n" }.joined()
  }

  private func summary(_ style: TextStyle) -> String {
    if findings.isEmpty {
      return style.ink(.good, style.glyphs.mark(.good)) + " no findings"
    }
    let counts = [
      NumberText.count(count(.error), "error", "errors"),
      NumberText.count(count(.warning), "warning", "warnings"),
      NumberText.count(count(.note), "note", "notes"),
    ]
    return "\(counts.joined(separator: ", ")); 'cadre explain CODE' says more"
  }
}

extension CheckReport {
  var json: JSONValue {
    [
      "format": "cadre.check/1.0", "generator": .string(Version.line), "valid": true,
      "scenario": .string(organization.scenario), "inputs": Self.json(inputs),
      "diagnostics": Models.json(of: warnings), "findings": .array(findings.map(\.json)),
      "summary": [
        "errors": .integer(count(.error)), "warnings": .integer(count(.warning)),
        "notes": .integer(count(.note)),
      ],
    ]
  }

  /// The document for a model that cannot be used.
  static func json(failure diagnostics: [Diagnostic], inputs: [DiskFiles.Input]) -> JSONValue {
    [
      "format": "cadre.check/1.0", "generator": .string(Version.line), "valid": false,
      "inputs": json(inputs), "diagnostics": Models.json(of: diagnostics), "findings": [],
    ]
  }

  private static func json(_ inputs: [DiskFiles.Input]) -> JSONValue {
    .array(inputs.map { ["path": .string($0.path), "sha256": .string($0.fingerprint)] })
  }
}

extension AuditFinding {
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "severity": .string(severity.rawValue), "subject": .string(subject),
      "message": .string(message), "hint": .string(hint), "citation": .optional(citation),
      "measured": .optional(measured), "limit": .optional(limit),
    ]
  }
}

extension Severity {
  fileprivate var role: TextRole {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .muted
    }
  }
}
