import Importing
import Organization

extension ImportReport {
  /// More rows than these are for programs.
  private static let mostRows = 60

  package var page: Page {
    Page(
      "Import of \(result.kind.name)", subtitles: [size],
      teamBlocks + serviceBlocks + driverBlocks + findingBlocks + assumptionBlocks + skippedBlocks
        + [.heading("In all"), .paragraph(summary)])
  }

  private var size: String {
    let teams = NumberText.count(result.teams.count, "team", "teams")
    let services = NumberText.count(result.services.count, "service", "services")
    let into = model.map { "; into \($0)" } ?? ""
    let drivers =
      result.drivers.isEmpty
      ? "" : ", " + NumberText.count(result.drivers.count, "driver", "drivers")
    return "\(teams), \(NumberText.count(people, "person", "people")), \(services)\(drivers)" + into
  }

  private var summary: String {
    let counts = [
      NumberText.count(count(.error), "error", "errors"),
      NumberText.count(count(.warning), "warning", "warnings"),
      NumberText.count(count(.note), "note", "notes"),
    ]
    return "\(NumberText.count(result.items.count - skipped.count, "thing", "things")) taken, "
      + "\(skipped.count) skipped; \(counts.joined(separator: ", ")); "
      + "\(NumberText.count(result.assumptions.count, "assumption", "assumptions")); "
      + "'cadre explain CODE' says more"
  }

  private func place(_ position: SourcePosition?) -> String {
    position.map { "\($0.file):\($0.line)" } ?? ""
  }

  /// A table of the first rows, and how many are left.
  private func table(_ table: TextTable, of count: Int) -> [Page.Block] {
    let left = count - Self.mostRows
    return [.table(table)]
      + (left > 0 ? [.note("and \(left) more; --format csv or json has all")] : [])
  }

  private var teamBlocks: [Page.Block] {
    guard !result.teams.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("team"), .init("people", .right), .init("levels", mayShrink: true), .init("rota"),
      .init("services", .right), .init("where", mayShrink: true, dropRank: 1),
    ])
    for team in result.teams.prefix(Self.mostRows) {
      let levels = team.people.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      let owned = result.services.count { $0.owners.contains(team.id) }
      rows.add([
        .init(team.id), .init("\(team.headcount)", team.headcount == 0 ? .warning : nil),
        .init(levels.joined(separator: ", ")), .init(team.isOnCall ? "yes" : ""), .init("\(owned)"),
        .init(place(team.position), .muted),
      ])
    }
    return [.heading("Teams (\(result.teams.count))")] + table(rows, of: result.teams.count)
  }

  private var serviceBlocks: [Page.Block] {
    guard !result.services.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("service"), .init("owner"), .init("tier", .right, isDroppedEmpty: true),
      .init("depends on", mayShrink: true), .init("where", mayShrink: true, dropRank: 1),
    ])
    for service in result.services.prefix(Self.mostRows) {
      let owner = service.owners.joined(separator: ", ")
      rows.add([
        // Traffic says nothing of owners, which a model that is merged into may have.
        .init(service.id),
        owner.isEmpty && service.traffic.isEmpty ? .init("none", .bad) : .init(owner),
        .init(service.tier.map { "\($0)" } ?? ""),
        .init(service.dependsOn.joined(separator: ", ")), .init(place(service.position), .muted),
      ])
    }
    return [.heading("Services (\(result.services.count))")]
      + table(rows, of: result.services.count)
  }

  private var driverBlocks: [Page.Block] {
    guard !result.drivers.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("driver"), .init("from"), .init("to"), .init("missing", .right),
      .init("last month", .right), .init("as"), .init("what", mayShrink: true, dropRank: 1),
    ])
    for driver in result.drivers.prefix(Self.mostRows) {
      let last = driver.values.last.flatMap(\.self).map(NumberText.short) ?? ""
      rows.add([
        .init(driver.id), .init("\(driver.first)"), .init("\(driver.last)"),
        .init("\(driver.missing)", driver.missing > 0 ? .warning : nil), .init(last),
        .init(driver.measure.rawValue), .init(driver.origin, .muted),
      ])
    }
    return [.heading("Drivers (\(result.drivers.count))")]
      + table(rows, of: result.drivers.count)
  }

  private var findingBlocks: [Page.Block] {
    let unreadable = broken.map { diagnostic in
      Page.Finding(
        diagnostic.severity.role, subject: place(diagnostic.position),
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
    guard !result.assumptions.isEmpty else { return [] }
    let left = result.assumptions.count - Self.mostRows
    return [
      .heading("Assumed (\(result.assumptions.count))"),
      .list(result.assumptions.prefix(Self.mostRows).map(\.words)),
    ] + (left > 0 ? [.note("and \(left) more; --format csv or json has all")] : [])
  }

  private var skippedBlocks: [Page.Block] {
    guard !skipped.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("kind"), .init("name", mayShrink: true), .init("why", mayShrink: true),
      .init("where", mayShrink: true),
    ])
    for (item, reason) in skipped.prefix(Self.mostRows) {
      rows.add([
        .init(item.kind), .init(item.name), .init(reason.words),
        .init(place(item.position), .muted),
      ])
    }
    return [.heading("Skipped (\(skipped.count))")] + table(rows, of: skipped.count)
  }
}
