import Organization
import Planning
import Reporting
import TerminalKit

/// All scenarios, and up to five side by side.
struct ScenariosView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let words = Words(organization: explorer.organization, glyphs: frame.glyphs)
    let compared = comparison(words)
    frame.write(
      explorer.arePlayed
        ? "means of futures; Enter explores a scenario, Space compares"
        : "with everything at its mean, until futures of all are played", in: area.takeBottom(1),
      .muted)
    let bottom = area.takeBottom(
      compared.rows.isEmpty ? 0 : min(compared.rows.count + 3, area.height / 2 + 1))
    drawList(on: &frame, in: area, words)
    guard !bottom.isEmpty else { return }
    var below = bottom
    _ = below.takeTop(1)
    frame.write("Side by side", in: below.takeTop(1), .heading)
    var list = compared
    list.hasFocus = false
    let targets = frame.targets
    list.draw(on: &frame, in: below)
    // Rows of the comparison are not those of the list.
    frame.targets = targets
  }

  private func drawList(on frame: inout Frame, in area: Area, _ words: Words) {
    var list = ListView(columns: [
      .init(""), .init("scenario"), .init("coverage by month", dropRank: 3),
      .init("policy kept", right: true), .init("cost", right: true),
      .init("seats", right: true, dropRank: 1), .init("worst month", dropRank: 2),
      .init("changes", right: true, dropRank: 4), .init("known from", dropRank: 5),
    ])
    list.emptyText = "no scenario matches the filter"
    for index in explorer.variantRows {
      list.rows.append(row(explorer.draft.variants[index], index, words))
    }
    list.selected = list.rows.isEmpty ? nil : explorer.cursorRow
    list.hasFocus = explorer.focus == .main
    list.draw(on: &frame, in: area)
  }

  private func row(_ variant: Variant, _ index: Int, _ words: Words) -> [Piece] {
    let isMarked = explorer.marked.contains(variant.name)
    let isCurrent = index == explorer.draft.current
    let name = SafeText.terminal(variant.name) + (variant.isChanged ? "*" : "")
    var cells = [
      Piece(isMarked ? words.glyphs.marked : " ", .warning),
      Piece(
        name + (isCurrent ? " \(words.glyphs.isUnicode ? "◂" : "<")" : ""),
        isCurrent ? .heading : .emphasis),
    ]
    guard let answer = explorer.answer(to: variant) else {
      return cells + [Piece(""), Piece("being read", .muted)]
    }
    let coverage = explorer.meanCoverage(answer)
    let worst = coverage.indices.min { coverage[$0] < coverage[$1] }
    cells += [
      Piece(words.glyphs.sparkline(coverage, in: 0.5...1), .accent),
      Piece(words.percent(answer.kept.mean, decimals: 1)), Piece(words.money(answer.total.mean)),
      Piece(variant.seats.map { "\($0.count)" } ?? "0"),
      Piece(worst.map { "\(words.month($0)) \(words.percent(coverage[$0]))" } ?? ""),
      Piece("\(variant.settings.count)", .muted), Piece(words.basis(answer), .muted),
    ]
    return cells
  }

  // MARK: Side by side

  private func comparison(_ words: Words) -> ListView {
    let marked = explorer.marked.compactMap { name in
      explorer.draft.variants.first { $0.name == name }
    }
    guard !marked.isEmpty else { return ListView(columns: []) }
    let answers = marked.map(explorer.answer)
    var list = ListView(
      columns: [.init("")]
        + marked.map { .init(SafeText.terminal($0.name), right: true) })
    func add(_ name: String, _ text: (Answer) -> String) {
      list.rows.append(
        [Piece(name, .muted)] + answers.map { Piece($0.map(text) ?? "?") })
    }
    add("policy kept") { words.percent($0.kept.mean, decimals: 1) }
    add("cost in all") { words.money($0.total.mean) }
    add("work undone") {
      words.money(($0.costs[.shortage]?.mean ?? 0) + ($0.costs[.slip]?.mean ?? 0))
    }
    add("teams that break") { "\($0.teams.count { $0.broken != nil })" }
    add("first broken") { answer in
      answer.teams.compactMap { $0.broken?.month }.min().map(words.month) ?? "none"
    }
    add("most burned out") { answer in
      words.percent(answer.teams.map { $0.worstBurnout(from: answer.firstMonth).mean }.max() ?? 0)
    }
    add("known from", words.basis)
    return list
  }
}

extension Explorer {
  /// What is known of a variant, of the same kind for all that are shown: futures where all have
  /// been played, else with everything at its mean; `nil` where it has not been looked at.
  func answer(to variant: Variant) -> Answer? {
    arePlayed ? refinements[variant]?.answer : scenes[variant]?.answer
  }

  /// Whether futures of all scenarios are known.
  var arePlayed: Bool { draft.variants.allSatisfy { refinements[$0]?.answer != nil } }

  /// Coverage by month, all teams alike.
  func meanCoverage(_ answer: Answer) -> [Double] {
    guard let months = answer.teams.first?.coverage.count, !answer.teams.isEmpty else { return [] }
    return (0..<months).map { month in
      answer.teams.reduce(0) { $0 + $1.coverage[month].typical } / Double(answer.teams.count)
    }
  }
}
