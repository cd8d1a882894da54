/// How bad a finding is.
package enum Severity: String, Sendable {
  case error, warning, note
}

/// One thing that is wrong, or worth knowing, with the place where it was found.
package struct Diagnostic: Hashable, Sendable {
  package var problem: Problem
  package var severity: Severity
  /// `nil` where no file is to blame.
  package var position: SourcePosition?
  /// The line the position points into, as written.
  package var sourceLine: String?

  package init(
    _ problem: Problem, severity: Severity = .error, at position: SourcePosition? = nil,
    sourceLine: String? = nil
  ) {
    self.problem = problem
    self.severity = severity
    self.position = position
    self.sourceLine = sourceLine
  }
}

/// The findings that made a file unusable.
package struct DiagnosticError: Error, Sendable {
  /// In file order; at least one is an error.
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
