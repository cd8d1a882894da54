import DelimitedText
package import Organization

/// What `cadre check` found.
package struct CheckReport: Sendable {
  let organization: Organization
  package let warnings: [Diagnostic]
  package let findings: [AuditFinding]
  let competencies: CompetencyMatrix
  let header: RunHeader

  package init(_ model: LoadedModel, header: RunHeader) {
    organization = model.organization
    warnings = model.warnings
    findings = OwnershipAudit.findings(model.organization)
    competencies = CompetencyMatrix(model.organization)
    self.header = header
  }

  private func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension CheckReport {
  package var page: Page {
    var blocks = [Page.Block]()
    for (severity, title) in [
      (Severity.error, "Errors"), (.warning, "Warnings"), (.note, "Notes"),
    ] {
      let group = findings.filter { $0.severity == severity }
      guard !group.isEmpty else { continue }
      blocks += [.heading("\(title) (\(group.count))"), .findings(group.map(\.finding))]
    }
    return Page(
      organization.name, subtitles: [size],
      blocks + competencyBlocks + [.heading("In all"), summary])
  }

  private var size: String {
    let people = organization.teams.reduce(0) { $0 + $1.members.count }
    let teams = NumberText.count(organization.teams.count, "team", "teams")
    let services = NumberText.count(organization.services.count, "service", "services")
    return "\(teams), \(NumberText.count(people, "person", "people")), \(services), "
      + "scenario \(organization.scenario)"
  }

  private var summary: Page.Block {
    if findings.isEmpty { return .findings([Page.Finding(.good, "no findings")]) }
    let counts = [
      NumberText.count(count(.error), "error", "errors"),
      NumberText.count(count(.warning), "warning", "warnings"),
      NumberText.count(count(.note), "note", "notes"),
    ]
    return .paragraph("\(counts.joined(separator: ", ")); 'cadre explain CODE' says more")
  }
}

extension CheckReport {
  /// One row per finding [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "code", "severity", "subject", "message", "measured", "limit", "citation", "hint",
    ])
    for finding in findings {
      writer.write([
        .text(finding.code), .text(finding.severity.rawValue), .text(finding.subject),
        .text(finding.message), finding.measured.map(DelimitedWriter.Cell.number) ?? .empty,
        finding.limit.map(DelimitedWriter.Cell.number) ?? .empty,
        finding.citation.map(DelimitedWriter.Cell.text) ?? .empty, .text(finding.hint),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    header.document(
      Self.format,
      [
        "valid": true, "scenario": .string(organization.scenario),
        "diagnostics": .array(warnings.map(\.json)), "findings": .array(findings.map(\.json)),
        "competencies": competencyJSON,
        "summary": [
          "errors": .integer(count(.error)), "warnings": .integer(count(.warning)),
          "notes": .integer(count(.note)),
        ],
      ])
  }

  /// The document for a model that cannot be used.
  package static func json(failure diagnostics: [Diagnostic], header: RunHeader) -> JSONValue {
    header.document(
      format,
      ["valid": false, "diagnostics": .array(diagnostics.map(\.json)), "findings": []])
  }

  private static let format = "cadre.check/1.0"
}

extension AuditFinding {
  fileprivate var finding: Page.Finding {
    Page.Finding(
      severity.role, subject: subject, "\(message) [\(code)]",
      details: [citation.map { "= limit: \($0)" }, "= hint: \(hint)"].compactMap(\.self))
  }

  fileprivate var json: JSONValue {
    [
      "code": .string(code), "severity": .string(severity.rawValue), "subject": .string(subject),
      "message": .string(message), "hint": .string(hint), "citation": .optional(citation),
      "measured": .optional(measured), "limit": .optional(limit),
    ]
  }
}

extension Severity {
  /// How loudly it is said.
  var role: TextRole {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .muted
    }
  }
}
