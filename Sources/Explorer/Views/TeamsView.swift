import Organization
import Planning
import Reporting
import TerminalKit

/// All teams: a table, and a map of the months that break the policy.
struct TeamsView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let rows = explorer.teamRows
    // Where there is room for both, both are shown.
    let hasBoth = area.height >= 2 * rows.count + 7 && rows.count > 0
    let legend = area.takeBottom(1)
    if explorer.isHeatMap && !hasBoth {
      drawMap(rows, on: &frame, in: area, hasCursor: true)
    } else {
      drawTable(rows, on: &frame, in: hasBoth ? area.takeTop(rows.count + 2) : area)
      if hasBoth { drawMap(rows, on: &frame, in: area, hasCursor: false) }
    }
    drawLegend(on: &frame, in: legend, isMap: explorer.isHeatMap || hasBoth)
  }

  // MARK: Table

  /// The table without a place to stand, for files too.
  func list(_ rows: [TeamRow], _ words: Words) -> ListView {
    let isSpread = explorer.answer.basis != .means
    var list = ListView(columns: [
      .init("team", sortKey: .name),
      .init("people", right: true, dropRank: 4, sortKey: .people),
      .init("coverage", dropRank: 7),
      .init("worst", right: true, sortKey: .worst),
      .init("1 in 10", right: true, dropRank: 6),
      .init("seniors", right: true, dropRank: 2, sortKey: .seniors),
      .init("pages/shift", right: true, dropRank: 3, sortKey: .pages),
      .init("nights/wk", right: true, dropRank: 5, sortKey: .nights),
      .init("burned out", right: true, sortKey: .burnout),
      .init("10-90 %", right: true, dropRank: 8),
      .init("know it", right: true, dropRank: 9, sortKey: .knowers),
      .init("breaks from", sortKey: .broken),
      .init(isSpread ? "by, of futures" : "by", dropRank: 1),
    ])
    list.order = explorer.teamOrder
    list.emptyText = "no team matches the filter"
    let policy = explorer.organization.policy
    list.rows = rows.map { row in
      let team = explorer.answer.teams[row.index]
      let people =
        "\(NumberText.plain(row.people.first, decimals: 1)) \(words.glyphs.arrow) "
        + NumberText.plain(row.people.last, decimals: 1)
      return [
        Piece(row.name, .emphasis), Piece(people),
        Piece(
          words.glyphs.sparkline(team.coverage.map(\.typical), in: 0.5...1),
          words.coverageRole(row.worst)),
        Piece(words.percent(row.worst), words.coverageRole(row.worst)),
        Piece(isSpread ? row.rare.map { words.percent($0) } ?? "" : "", .muted),
        Piece(
          words.percent(row.seniors),
          row.seniors >= policy.seniorCoverage.threshold ? .plain : .bad),
        Piece(NumberText.plain(row.pagesPerShift, decimals: 1)),
        Piece(NumberText.plain(row.nights, decimals: 1)),
        Piece(words.percent(row.burnout.mean), words.burnoutRole(row.burnout.mean)),
        Piece(isSpread ? words.spread(row.burnout) { words.percent($0) } : "", .muted),
        Piece(row.knowers.map(String.init) ?? ""),
        Piece(
          row.broken.map { words.month($0.month) } ?? "keeps it", row.broken == nil ? .good : .bad),
        Piece(
          row.broken.map { $0.limit.name + (isSpread ? " \(words.percent(row.chance))" : "") }
            ?? "",
          .muted),
      ]
    }
    return list
  }

  private func drawTable(_ rows: [TeamRow], on frame: inout Frame, in area: Area) {
    var list = list(rows, Words(organization: explorer.organization, glyphs: frame.glyphs))
    list.selected = rows.isEmpty ? nil : explorer.cursorRow
    list.hasFocus = explorer.focus == .main
    list.draw(on: &frame, in: area)
  }

  // MARK: Heat map

  private func drawMap(
    _ rows: [TeamRow], on frame: inout Frame, in area: Area, hasCursor: Bool
  ) {
    var area = area
    let words = Words(organization: explorer.organization, glyphs: frame.glyphs)
    let names = min(20, rows.map { TextWidth.of($0.name) }.max() ?? 0)
    let months = explorer.organization.months
    let room = max(1, area.width - names - 4)
    // As wide as fits; where months do not fit, several share a cell and the hottest counts.
    let cell = max(1, min(3, room / max(1, months)))
    let perCell = (months + room - 1) / room
    let title = "Broken by month: \(explorer.demandName)"
    frame.write(title, in: area.takeTop(1), .heading)
    let axis = area.takeTop(1)
    drawYears(on: &frame, in: axis, from: names + 3, cell: cell, perCell: perCell)
    let first = hasCursor ? max(0, explorer.cursorRow - area.height + 1) : 0
    for (line, row) in rows.indices.dropFirst(first).prefix(area.height).enumerated() {
      frame.write(rows[row].name, in: area, column: 2, row: line, .emphasis, limit: names)
      let heat = explorer.answer.teams[rows[row].index].heat(of: explorer.demand)
      for (place, start) in stride(from: 0, to: heat.count, by: perCell).enumerated() {
        let hottest = heat[start..<min(heat.count, start + perCell)].max() ?? 0
        let shade = words.glyphs.shades[Role.heatStep(hottest)]
        frame.write(
          String(repeating: shade, count: cell), in: area, column: names + 3 + place * cell,
          row: line, Role.heat(hottest))
      }
      let whole = Area(x: area.x, y: area.y + line, width: area.width, height: 1)
      frame.targets.append(.init(area: whole, action: .row(row)))
      if hasCursor, row == explorer.cursorRow {
        frame.write(frame.glyphs.cursor, in: area, row: line, .key)
        frame.surface.fill(
          Area(x: area.x, y: area.y + line, width: names + 2, height: 1), .selection)
      }
    }
  }

  private func drawYears(
    on frame: inout Frame, in area: Area, from left: Int, cell: Int, perCell: Int
  ) {
    let start = explorer.organization.start
    for month in 0..<explorer.organization.months where (start + month).month == 1 || month == 0 {
      frame.write(
        String((start + month).year), in: area, column: left + month / perCell * cell, .muted)
    }
  }

  private func drawLegend(on frame: inout Frame, in area: Area, isMap: Bool) {
    guard isMap else {
      let basis =
        explorer.answer.basis == .means
        ? "worst months, all at its mean" : "worst months of the middle future"
      frame.write("\(basis); broken: \(explorer.demandName)", in: area, .muted)
      return
    }
    var column = 0
    let isMeans = explorer.answer.basis == .means
    let names =
      isMeans
      ? ["kept", "up to 6 % off", "to 13 %", "to 19 %", "more"]
      : ["never", "in up to 25 % of futures", "50 %", "75 %", "more"]
    for (step, name) in names.enumerated() {
      let role = Role.heat(Double(step) / 4)
      column = frame.write(String(frame.glyphs.shades[step]), in: area, column: column, role)
      column = frame.write(" \(name)  ", in: area, column: column, .muted)
    }
  }
}
