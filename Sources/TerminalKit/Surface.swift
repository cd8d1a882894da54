/// A screen as a grid of cells, made without a terminal.
package struct Surface: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var character: Character
    package var role: Role
    /// Whether a character that takes two cells began in the cell before.
    package var isContinuation = false

    package static let empty = Cell(character: " ", role: .plain)
  }

  package let width: Int
  package let height: Int
  private var cells: [Cell]

  /// An empty screen; nothing is smaller than no cells.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = [Cell](repeating: .empty, count: self.width * self.height)
  }

  package var area: Area { Area(x: 0, y: 0, width: width, height: height) }

  /// - Precondition: the cell is on the screen.
  package subscript(x: Int, y: Int) -> Cell { cells[y * width + x] }

  /// Writes text into one row of an area; what does not fit is left out.
  ///
  /// - Parameters:
  ///   - text: control characters of it are drawn as U+FFFD.
  ///   - area: what may be written to.
  ///   - column: first cell, from the left of the area.
  ///   - row: from the top of the area.
  ///   - role: what the text means.
  /// - Returns: the column after it.
  @discardableResult
  package mutating func write(
    _ text: String, in area: Area, column: Int = 0, row: Int = 0, _ role: Role = .plain
  ) -> Int {
    guard row >= 0, row < area.height, area.y + row >= 0, area.y + row < height else {
      return column + TextWidth.of(text)
    }
    var x = area.x + column
    let end = min(width, area.x + area.width)
    for character in text {
      let drawn = TextWidth.shown(character)
      let columns = max(1, TextWidth.of(drawn))
      guard x >= max(0, area.x) else {
        x += columns
        continue
      }
      guard x + columns <= end else { break }
      set(Cell(character: columns == 0 ? " " : safe(drawn), role: role), x: x, y: area.y + row)
      if columns == 2 {
        cells[(area.y + row) * width + x + 1] = Cell(
          character: " ", role: role, isContinuation: true)
      }
      x += columns
    }
    return x - area.x
  }

  /// The same, cut with an ellipsis to the columns that are left of the area or to `limit`.
  @discardableResult
  package mutating func write(
    _ text: String, in area: Area, column: Int = 0, row: Int = 0, _ role: Role = .plain,
    limit: Int? = nil, ellipsis: Character
  ) -> Int {
    let room = min(limit ?? .max, area.width - column)
    guard room > 0 else { return column }
    return write(
      TextWidth.clipped(text, to: room, ellipsis: ellipsis), in: area, column: column, row: row,
      role)
  }

  /// Gives all cells of an area a role and, if told, a character.
  package mutating func fill(_ area: Area, _ role: Role, with character: Character? = nil) {
    for y in max(0, area.y)..<max(max(0, area.y), min(height, area.y + area.height)) {
      for x in max(0, area.x)..<max(max(0, area.x), min(width, area.x + area.width)) {
        if let character {
          set(Cell(character: character, role: role), x: x, y: y)
        } else {
          cells[y * width + x].role = role
        }
      }
    }
  }

  /// Empties an area.
  package mutating func clear(_ area: Area) { fill(area, .plain, with: " ") }

  /// A control character must never reach the terminal, whoever let it through.
  private func safe(_ character: Character) -> Character {
    if let byte = character.asciiValue {
      return byte >= 0x20 && byte < 0x7f ? character : "\u{fffd}"
    }
    return character
  }

  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    let place = y * width + x
    // Half of a wide character is none.
    if cells[place].isContinuation, x > 0 { cells[place - 1].character = " " }
    if x + 1 < width, cells[place + 1].isContinuation {
      cells[place + 1] = Cell(character: " ", role: cells[place + 1].role)
    }
    cells[place] = cell
  }

  // MARK: Written down

  /// The text of the screen without spaces at the ends of lines.
  package var text: String { lines { $0.isContinuation ? nil : $0.character } }

  /// A letter for the role of each cell.
  package var roles: String { lines(\.role.letter) }

  private func lines(_ character: (Cell) -> Character?) -> String {
    (0..<height).map { y in
      let line = String((0..<width).compactMap { character(self[$0, y]) })
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
