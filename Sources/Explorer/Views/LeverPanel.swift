import Organization
import Reporting
import TerminalKit

/// The levers beside every screen.
struct LeverPanel {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let isActive = explorer.focus == .levers
    let changed = changedCount
    let count = changed > 0 ? "  \(changed) changed" : ""
    frame.write("Levers", in: area, isActive ? .selection : .heading)
    frame.write(count, in: area, column: 6, .warning)
    if !isActive { frame.write("Tab", in: area, column: max(0, area.width - 3), .key) }
    _ = area.takeTop(1)
    let detail = area.takeBottom(detailHeight(area.height))
    drawList(on: &frame, in: area)
    drawDetail(on: &frame, in: detail)
  }

  /// Levers that are changed; the numbers that one of them moves together count once.
  private var changedCount: Int {
    let changed = explorer.scene.dials.filter(\.isChanged)
    let together = Set(changed.filter { $0.parts.count > 1 }.flatMap { $0.parts.map(\.path) })
    return changed.count { dial in
      dial.parts.count > 1 || !dial.parts.allSatisfy { together.contains($0.path) }
    }
  }

  private func detailHeight(_ height: Int) -> Int { height >= 24 ? 9 : height >= 14 ? 6 : 3 }

  // MARK: List

  private enum Line {
    case title(String)
    case dial(Dial)
  }

  private var lines: [Line] {
    var lines = [Line]()
    var group: Dial.Group?
    for dial in explorer.shownDials {
      if dial.group != group {
        lines.append(.title(dial.group.rawValue))
        group = dial.group
      }
      lines.append(.dial(dial))
    }
    return lines
  }

  private func drawList(on frame: inout Frame, in area: Area) {
    let lines = lines
    guard !lines.isEmpty else {
      frame.write("no lever matches the filter", in: area, .muted)
      return
    }
    let chosen = explorer.dial?.id
    let place = lines.firstIndex { line in
      if case .dial(let dial) = line { dial.id == chosen } else { false }
    }
    let first = min(max(0, (place ?? 0) - area.height / 2), max(0, lines.count - area.height))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      switch line {
      case .title(let title): frame.write(title, in: area, row: row, .muted)
      case .dial(let dial):
        draw(dial, on: &frame, in: area, row: row, isChosen: dial.id == chosen)
      }
    }
  }

  private func draw(
    _ dial: Dial, on frame: inout Frame, in area: Area, row: Int, isChosen: Bool
  ) {
    let value = dial.text(dial.value)
    let width = TextWidth.of(value)
    frame.write(
      SafeText.terminal(dial.title), in: area, column: 2, row: row,
      limit: max(4, area.width - width - 5))
    frame.write(
      value, in: area, column: max(2, area.width - width - 1), row: row,
      dial.isChanged ? .warning : .emphasis)
    if dial.isChanged { frame.write("*", in: area, column: 1, row: row, .warning) }
    let line = Area(x: area.x, y: area.y + row, width: area.width, height: 1)
    frame.targets.append(.init(area: line, action: .lever(dial.id)))
    guard isChosen else { return }
    frame.write(frame.glyphs.cursor, in: area, row: row, .key)
    if explorer.focus == .levers { frame.surface.fill(line, .selection) }
  }

  // MARK: The chosen lever

  private func drawDetail(on frame: inout Frame, in area: Area) {
    frame.rule("", in: area)
    guard let dial = explorer.dial else { return }
    var lines = [Piece]()
    var value = "now \(dial.text(dial.value)), in the model \(dial.text(dial.origin))"
    if let range = dial.expected {
      value += " (\(dial.text(range.lowerBound)) to \(dial.text(range.upperBound)))"
    }
    lines += wrapped(value, area.width, dial.isChanged ? .warning : .plain)
    lines += wrapped(dial.meaning, area.width, .muted)
    if let source = dial.source {
      let grade = dial.grade.map { ", grade \($0.rawValue)" } ?? ""
      lines += wrapped("source: \(source)\(grade)", area.width, .muted)
    } else if dial.isFactor {
      lines += wrapped(
        "moves \(dial.parts.count) numbers of the model together", area.width, .muted)
    } else {
      lines += wrapped("a number of the model: \(dial.id)", area.width, .muted)
    }
    for (row, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
      frame.write(line.text, in: area, row: row + 1, line.role)
    }
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role) -> [Piece] {
    TextWrap.lines(SafeText.terminal(text), width: max(10, width)).map { Piece($0, role) }
  }
}
