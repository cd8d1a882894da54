/// Rows of text in aligned columns.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    /// Whether the column gives way where the table is too wide.
    package var mayShrink: Bool
    /// Where the table is too wide, columns with a rank are left out, the highest rank first.
    package var dropRank: Int?
    /// Whether the column is left out where no row has anything in it.
    package var isDroppedEmpty: Bool

    package init(
      _ title: String, _ alignment: Alignment = .left, mayShrink: Bool = false,
      dropRank: Int? = nil, isDroppedEmpty: Bool = false
    ) {
      self.isDroppedEmpty = isDroppedEmpty
      self.title = title
      self.alignment = alignment
      self.mayShrink = mayShrink
      self.dropRank = dropRank
    }
  }

  /// Text with what it means; colour is put on after the width is known.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    package var text: String
    package var role: TextRole?

    package init(_ text: String, _ role: TextRole? = nil) {
      self.text = text
      self.role = role
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  package var columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty, and control characters of the text are escaped.
  package mutating func add(_ cells: [Cell]) {
    let safe = cells.prefix(columns.count).map { Cell(SafeText.terminal($0.text), $0.role) }
    rows.append(safe + Array(repeating: "", count: columns.count - safe.count))
  }

  /// The table with a newline after each line and no spaces at the end of any.
  package func text(_ style: TextStyle, indent: Int = 0) -> String {
    let fitting = fitting(within: style.width - indent)
    if fitting.columns.count < columns.count { return fitting.text(style, indent: indent) }
    let widths = widths(within: style.width - indent)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines.append(line(columns.map { Cell($0.title, .emphasis) }, widths, style))
    }
    lines += rows.map { line($0, widths, style) }
    return lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
  }

  private static let gap = 2
  /// Below this many cells a column says nothing any more.
  private static let narrowest = 8

  /// The table without the columns that have to go to fit, as few as possible.
  private func fitting(within limit: Int) -> TextTable {
    var table = self
    for column in columns.indices.reversed()
    where columns[column].isDroppedEmpty && rows.allSatisfy({ $0[column].text.isEmpty }) {
      table.drop(column)
    }
    while table.naturalWidths.reduce(0, +) + Self.gap * max(0, table.columns.count - 1) > limit {
      let ranks = table.columns.map { $0.dropRank ?? .min }
      guard let rank = ranks.max(), rank > .min, let dropped = ranks.lastIndex(of: rank) else {
        break
      }
      table.drop(dropped)
    }
    return table
  }

  private mutating func drop(_ column: Int) {
    columns.remove(at: column)
    for row in rows.indices { rows[row].remove(at: column) }
  }

  private var naturalWidths: [Int] {
    columns.indices.map { column in
      rows.reduce(CellWidth.of(columns[column].title)) {
        max($0, CellWidth.of($1[column].text))
      }
    }
  }

  private func widths(within limit: Int) -> [Int] {
    var widths = naturalWidths
    var excess = widths.reduce(0, +) + Self.gap * max(0, columns.count - 1) - limit
    while excess > 0,
      let widest = columns.indices.filter({ columns[$0].mayShrink && widths[$0] > Self.narrowest })
        .max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: TextStyle) -> String {
    var line = ""
    var pending = 0
    for (position, cell) in cells.enumerated() {
      let text = CellWidth.clipped(cell.text, to: widths[position], glyphs: style.glyphs)
      let padding = widths[position] - CellWidth.of(text)
      let isRight = columns[position].alignment == .right
      if !text.isEmpty {
        line += String(repeating: " ", count: pending + (isRight ? padding : 0))
        line += cell.role.map { style.ink($0, text) } ?? text
        pending = isRight ? 0 : padding
      } else {
        pending += padding
      }
      pending += Self.gap
    }
    return line
  }
}
