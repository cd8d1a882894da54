import Importing
import Organization

extension ImportReport {
  package var page: Page {
    Page(
      "Import of \(result.kind.name)", subtitles: [size],
      teamBlocks + serviceBlocks + driverBlocks + notes.blocks
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
    "\(NumberText.count(notes.takenCount, "thing", "things")) taken, "
      + "\(notes.skippedCount) skipped; \(notes.summary)"
  }

  private var teamBlocks: [Page.Block] {
    guard !result.teams.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("team"), .init("people", .right), .init("levels", mayShrink: true),
      .init("rota", mayShrink: true),
      .init("services", .right), .init("where", mayShrink: true, dropRank: 1),
    ])
    for team in result.teams.prefix(SourceNotes.mostRows) {
      let levels = team.people.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      let owned = result.services.count { $0.owners.contains(team.id) }
      rows.add([
        .init(team.id), .init("\(team.headcount)", team.headcount == 0 ? .warning : nil),
        .init(levels.joined(separator: ", ")), .init(Self.rota(of: team)), .init("\(owned)"),
        .init(SourceNotes.place(team.position), .muted),
      ])
    }
    return [.heading("Teams (\(result.teams.count))")]
      + SourceNotes.table(rows, of: result.teams.count)
  }

  private static func rota(of team: ImportedTeam) -> String {
    guard let rota = team.rota else { return team.isOnCall ? "yes" : "" }
    let zone = rota.zone.map { ", \($0)" } ?? ""
    return "\(rota.layers) at once, \(NumberText.plain(rota.shiftHours, decimals: 1)) h" + zone
  }

  private var serviceBlocks: [Page.Block] {
    guard !result.services.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("service"), .init("owner"), .init("tier", .right, isDroppedEmpty: true),
      .init("pages a month", .right, isDroppedEmpty: true),
      .init("depends on", mayShrink: true), .init("where", mayShrink: true, dropRank: 1),
    ])
    for service in result.services.prefix(SourceNotes.mostRows) {
      let owner = service.owners.joined(separator: ", ")
      rows.add([
        // Traffic says nothing of owners, which a model that is merged into may have.
        .init(service.id),
        owner.isEmpty && service.traffic.isEmpty ? .init("none", .bad) : .init(owner),
        .init(service.tier.map { "\($0)" } ?? ""),
        .init(service.pages.map { NumberText.plain($0.likely, decimals: 1) } ?? ""),
        .init(service.dependsOn.joined(separator: ", ")),
        .init(SourceNotes.place(service.position), .muted),
      ])
    }
    return [.heading("Services (\(result.services.count))")]
      + SourceNotes.table(rows, of: result.services.count)
  }

  private var driverBlocks: [Page.Block] {
    guard !result.drivers.isEmpty else { return [] }
    var rows = TextTable(columns: [
      .init("driver"), .init("from"), .init("to"), .init("missing", .right),
      .init("last month", .right), .init("as"), .init("what", mayShrink: true, dropRank: 1),
    ])
    for driver in result.drivers.prefix(SourceNotes.mostRows) {
      let last = driver.values.last.flatMap(\.self).map(NumberText.short) ?? ""
      rows.add([
        .init(driver.id), .init("\(driver.first)"), .init("\(driver.last)"),
        .init("\(driver.missing)", driver.missing > 0 ? .warning : nil), .init(last),
        .init(driver.measure.rawValue), .init(driver.origin, .muted),
      ])
    }
    return [.heading("Drivers (\(result.drivers.count))")]
      + SourceNotes.table(rows, of: result.drivers.count)
  }
}
