import TerminalKit

/// Lines that scroll within an area, with a mark where more follow.
struct ScrolledText {
  var lines: [[Piece]]
  /// Lines by which it is scrolled; what is past the end is the end.
  var scroll: Int

  func draw(on frame: inout Frame, in area: Area) {
    let first = min(scroll, max(0, lines.count - area.height))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      frame.write(line, in: area, row: row)
    }
    if first + area.height < lines.count {
      frame.write(
        frame.glyphs.down, in: area, column: area.width - 1, row: area.height - 1, .muted)
    }
  }
}
