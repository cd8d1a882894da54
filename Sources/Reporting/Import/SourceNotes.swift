import Importing
import Organization

/// What is wrong with sources, what is assumed beside them, and what of them was left out: told in the
/// same words by every report that reads some.
struct SourceNotes: Sendable {
  var findings: [ImportFinding]
  /// What could not be read, and was gone on without.
  var broken: [Diagnostic]
  var assumptions: [ImportAssumption]
  var items: [ImportItem]

  /// More rows than these are for programs.
  static let mostRows = 60

  func count(_ severity: Severity) -> Int {
    findings.count { $0.problem.severity == severity } + broken.count { $0.severity == severity }
  }

  var skipped: [(item: ImportItem, reason: SkipReason)] {
    items.compactMap { item in
      guard case .skipped(let reason) = item.outcome else { return nil }
      return (item, reason)
    }
  }

  var skippedCount: Int { skipped.reduce(0) { $0 + $1.item.count } }
  var takenCount: Int { items.reduce(0) { $0 + $1.count } - skippedCount }

  /// How many of each, and where more is said.
  var summary: String {
    let counts = [
      NumberText.count(count(.error), "error", "errors"),
      NumberText.count(count(.warning), "warning", "warnings"),
      NumberText.count(count(.note), "note", "notes"),
    ]
    return "\(counts.joined(separator: ", ")); "
      + "\(NumberText.count(assumptions.count, "assumption", "assumptions")); "
      + "'cadre explain CODE' says more"
  }

  // MARK: Page

  var blocks: [Page.Block] { findingBlocks + assumptionBlocks + skippedBlocks }

  static func place(_ position: SourcePosition?) -> String {
    position.map { "\($0.file):\($0.line)" } ?? ""
  }

  /// A table of the first rows, and how many are left.
  static func table(_ table: TextTable, of count: Int) -> [Page.Block] {
    let left = count - Self.mostRows
    return [.table(table)]
      + (left > 0 ? [.note("and \(left) more; --format csv or json has all")] : [])
  }

  private var findingBlocks: [Page.Block] {
    let unreadable = broken.map { diagnostic in
      Page.Finding(
        diagnostic.severity.role, subject: Self.place(diagnostic.position),
        "\(diagnostic.problem.message) [\(diagnostic.problem.code)]",
        details: diagnostic.problem.hint.map { ["= hint: \($0)"] } ?? [])
    }
    var blocks = [Page.Block]()
    if !unreadable.isEmpty {
      blocks += [.heading("Not readable (\(unreadable.count))"), .findings(unreadable)]
    }
    for (severity, title) in [
      (Severity.error, "Errors"), (.warning, "Warnings"), (.note, "Notes"),
    ] {
      let group = findings.filter { $0.problem.severity == severity }
      guard !group.isEmpty else { continue }
      let left = group.count - Self.mostRows
      blocks += [
        .heading("\(title) (\(group.count))"), .findings(group.prefix(Self.mostRows).map(shown)),
      ]
      if left > 0 { blocks.append(.note("and \(left) more; --format csv or json has all")) }
    }
    return blocks
  }

  private func shown(_ finding: ImportFinding) -> Page.Finding {
    let problem = finding.problem
    let details = [
      finding.position.map { "at \($0.file):\($0.line):\($0.column)" },
      problem.hint.map { "= hint: \($0)" },
    ]
    return Page.Finding(
      problem.severity.role, subject: finding.subject, "\(problem.message) [\(problem.code)]",
      details: details.compactMap(\.self))
  }

  private var assumptionBlocks: [Page.Block] {
    guard !assumptions.isEmpty else { return [] }
    let left = assumptions.count - Self.mostRows
    return [
      .heading("Assumed (\(assumptions.count))"),
      .list(assumptions.prefix(Self.mostRows).map(\.words)),
    ] + (left > 0 ? [.note("and \(left) more; --format csv or json has all")] : [])
  }

  private var skippedBlocks: [Page.Block] {
    guard !skipped.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("kind"), .init("name", mayShrink: true), .init("why", mayShrink: true),
      .init("where", mayShrink: true),
    ])
    for (item, reason) in skipped.prefix(Self.mostRows) {
      let more = item.count > 1 ? ", \(item.count) times from here on" : ""
      rows.add([
        .init(item.kind), .init(item.name), .init(reason.words + more),
        .init(Self.place(item.position), .muted),
      ])
    }
    return [.heading("Skipped (\(skippedCount))")] + Self.table(rows, of: skipped.count)
  }
}
