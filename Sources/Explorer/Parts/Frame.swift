package import TerminalKit

/// A screen that was drawn, with what a click on each part of it does.
package struct Frame {
  package var surface: Surface
  var targets: [Target] = []
  let glyphs: GlyphSet

  struct Target: Hashable {
    var area: Area
    var action: Action
  }

  /// What a click does.
  enum Action: Hashable {
    case screen(Screen)
    case row(Int)
    case sort(TeamOrder.Key)
    case lever(String)
    case levers
    case main
    case command(String)
  }

  init(width: Int, height: Int, glyphs: GlyphSet) {
    surface = Surface(width: width, height: height)
    self.glyphs = glyphs
  }

  /// Writes text that is cut to the area, or to so many columns.
  @discardableResult
  mutating func write(
    _ text: String, in area: Area, column: Int = 0, row: Int = 0, _ role: Role = .plain,
    limit: Int? = nil
  ) -> Int {
    surface.write(
      text, in: area, column: column, row: row, role, limit: limit, ellipsis: glyphs.ellipsis)
  }

  /// Writes pieces of text one after the other.
  @discardableResult
  mutating func write(_ pieces: [Piece], in area: Area, column: Int = 0, row: Int = 0) -> Int {
    var column = column
    for piece in pieces {
      column = write(piece.text, in: area, column: column, row: row, piece.role)
    }
    return column
  }

  /// A line across an area with a title in it.
  mutating func rule(_ title: String, in area: Area, row: Int = 0, _ role: Role = .heading) {
    surface.fill(
      Area(x: area.x, y: area.y + row, width: area.width, height: row < area.height ? 1 : 0),
      .border, with: glyphs.horizontal)
    guard !title.isEmpty else { return }
    write(" \(title) ", in: area, column: min(2, area.width), row: row, role)
  }

  /// A frame around an empty area.
  ///
  /// - Returns: what is inside.
  mutating func box(_ title: String, around area: Area) -> Area {
    surface.clear(area)
    guard area.width > 1, area.height > 1 else { return area }
    let (h, v, c) = (String(glyphs.horizontal), String(glyphs.vertical), glyphs.corners)
    let line = String(repeating: h, count: area.width - 2)
    write("\(c[0])\(line)\(c[1])", in: area, .border)
    write("\(c[2])\(line)\(c[3])", in: area, row: area.height - 1, .border)
    for row in 1..<area.height - 1 {
      write(v, in: area, row: row, .border)
      write(v, in: area, column: area.width - 1, row: row, .border)
    }
    write(" \(title) ", in: area, column: 2, .heading, limit: max(0, area.width - 4))
    return area.inset(columns: 2, rows: 1)
  }
}

/// Text with what it means.
struct Piece: Hashable, Sendable, ExpressibleByStringLiteral {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }

  init(stringLiteral value: String) { self.init(value) }
}
