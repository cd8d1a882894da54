/// One thing that is wrong with who owns, runs and answers for what.
package struct AuditFinding: Hashable, Sendable {
  package var rule: AuditRule
  package var severity: Severity
  /// Id of the service or the team.
  package var subject: String
  /// The fact, in lower case and without a full stop.
  package var message: String
  /// What to do about it.
  package var hint: String
  /// Where the limit comes from.
  package var citation: String?
  package var measured: Double?
  package var limit: Double?

  package init(
    _ rule: AuditRule, _ severity: Severity, subject: String, message: String, hint: String,
    citation: String? = nil, measured: Double? = nil, limit: Double? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.subject = subject
    self.message = message
    self.hint = hint
    self.citation = citation
    self.measured = measured
    self.limit = limit
  }

  package var code: String { rule.code }
}
