import Organization
import Planning
import Reporting
import Simulation
import TerminalKit

/// What the outcome hangs on, and what would change the recommendation.
struct WhyView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let words = Words(organization: explorer.organization, glyphs: frame.glyphs)
    let below = breakEvens(words, area.width)
    let bottom = area.takeBottom(min(below.count, max(0, area.height - 7)))
    frame.write(
      [
        Piece("What the outcome hangs on", .heading),
        Piece("  rank correlation with the cost, and with the policy kept", .muted),
      ], in: area.takeTop(1))
    drawTornado(on: &frame, in: area, words)
    for (row, line) in below.prefix(bottom.height).enumerated() {
      frame.write(line, in: bottom, row: row)
    }
  }

  // MARK: Tornado

  private func drawTornado(on frame: inout Frame, in area: Area, _ words: Words) {
    let rows = explorer.whyRows
    var list = ListView(columns: [
      .init("estimate"), .init("range", right: true, dropRank: 3),
      .init("cost", right: true), .init("", dropRank: 2), .init("kept", right: true),
      .init("", dropRank: 2), .init("grade", dropRank: 1), .init("source", dropRank: 4),
    ])
    list.emptyText =
      explorer.refinement.answer == nil
      ? "it comes with the first futures" : "no estimate stands out from chance"
    for bar in rows {
      let value = bar.estimate.value
      var grade = ""
      var source = ""
      if case .assumption(let id) = bar.estimate.place {
        let row = explorer.organization.assumptions.row(id)
        (grade, source) = (row.grade.rawValue, row.source)
      }
      list.rows.append([
        Piece(SafeText.terminal(bar.name)),
        Piece("\(short(value.low)) to \(short(value.high))", .muted),
        Piece(text(bar.cost)), Piece(self.bar(bar.cost, frame.glyphs), .warning),
        Piece(text(bar.policyKept)), Piece(self.bar(bar.policyKept, frame.glyphs), .accent),
        Piece(grade, .muted), Piece(SafeText.terminal(source), .muted),
      ])
    }
    list.selected = rows.isEmpty ? nil : explorer.cursorRow
    list.hasFocus = explorer.focus == .main
    list.draw(on: &frame, in: area)
  }

  private func short(_ value: Double) -> String {
    abs(value) >= 10_000
      ? NumberText.plain(value / 1000, decimals: 0) + " k" : NumberText.plain(value, decimals: 2)
  }

  private func text(_ correlation: RankCorrelation?) -> String {
    correlation.map { NumberText.fixed($0.value, decimals: 2) } ?? ""
  }

  /// Ten cells are a correlation of one.
  private func bar(_ correlation: RankCorrelation?, _ glyphs: GlyphSet) -> String {
    guard let correlation else { return "" }
    let cells = Int((abs(correlation.value) * 10).rounded())
    return String(repeating: glyphs.isUnicode ? "█" : "#", count: cells)
  }

  // MARK: Break-evens

  private func breakEvens(_ words: Words, _ width: Int) -> [[Piece]] {
    var lines: [[Piece]] = [[], [Piece("What would change the recommendation", .heading)]]
    guard let found = explorer.refinement.recommendation else {
      return lines + [[Piece("  it comes with the plan", .muted)]]
    }
    let report = PlanReport(
      found, traffic: [], header: RunHeader(generator: "", seed: explorer.seed, inputs: []))
    let flips = report.rival.map { [$0] } ?? report.flips
    for flip in flips {
      lines += TextWrap.lines("- \(SafeText.terminal(flip))", width: max(20, width - 2), hanging: 2)
        .map { [Piece("  \($0)")] }
    }
    if flips.isEmpty {
      lines.append([
        Piece(
          found.breakEvens.isEmpty
            ? "  nothing was searched" : "  no single input that was varied changes it", .muted)
      ])
    }
    if explorer.refinement.isQuick {
      lines.append([Piece("  of the quick plan; o searches further", .muted)])
    }
    return lines
  }
}

extension Explorer {
  /// Estimates that stand out from what chance alone would show.
  var whyRows: [TornadoBar] {
    refinement.tornado.filter { bar in
      Self.passes(bar.name, filter[.why] ?? "")
        && [bar.cost, bar.policyKept].compactMap(\.self).contains {
          !$0.interval(confidence: 0.999).contains(0)
        }
    }
  }
}
