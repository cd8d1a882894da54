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
    /// Values drawn as a small curve in place of the text, and between what they are drawn.
    package var curve: (values: [Double], range: ClosedRange<Double>)?

    package init(_ text: String, _ role: TextRole? = nil) {
      self.text = text
      self.role = role
    }

    package init(curve values: [Double], in range: ClosedRange<Double>) {
      text = ""
      curve = (values, range)
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  package var columns: [Column]
  package private(set) var rows: [[Cell]] = []
  /// Whether it is read and not scanned, so that a cell too long for its column goes on below itself.
  package var isRead = false

  package init(columns: [Column]) { self.columns = columns }

  /// Whether, too wide for a line, it goes on below with its first column again.
  package var isSplit = false

  /// A table of plain cells that is read and not scanned.
  package init(columns: [Column], read rows: [[String]]) {
    self.columns = columns
    isRead = true
    for row in rows { add(row.map { Cell($0) }) }
  }

  /// Adds a row; missing cells are empty, and control characters of the text are escaped.
  package mutating func add(_ cells: [Cell]) {
    let safe = cells.prefix(columns.count).map { cell in
      var cell = cell
      cell.text = SafeText.terminal(cell.text)
      return cell
    }
    rows.append(safe + Array(repeating: "", count: columns.count - safe.count))
  }

  /// The table with a newline after each line and no spaces at the end of any.
  package func text(_ style: TextStyle, indent: Int = 0) -> String {
    var spelled = spelled(style.glyphs)
    if isRead { spelled.flow(within: style.width - indent) }
    let parts = isSplit ? spelled.split(within: style.width - indent) : [spelled]
    return parts.map { $0.aligned(style, indent: indent) }.joined(separator: "\n")
  }

  /// The table in characters that are there: curves drawn, arrows written.
  private func spelled(_ glyphs: Glyphs) -> TextTable {
    var table = self
    for column in columns.indices {
      table.columns[column].title = glyphs.spelled(columns[column].title)
      for row in rows.indices {
        let cell = rows[row][column]
        table.rows[row][column].text =
          cell.curve.map { Sparkline.text($0.values, in: $0.range, glyphs: glyphs) }
          ?? glyphs.spelled(cell.text)
      }
    }
    return table
  }

  /// Breaks cells of the shrinking column that are too wide into rows of their own.
  private mutating func flow(within limit: Int) {
    guard let flowing = columns.firstIndex(where: \.mayShrink) else { return }
    let others = naturalWidths.enumerated().reduce(0) {
      $1.offset == flowing ? $0 : $0 + $1.element + Self.gap
    }
    let room = max(16, limit - others)
    rows = rows.flatMap { row -> [[Cell]] in
      guard CellWidth.of(row[flowing].text) > room else { return [row] }
      return TextWrap.lines(row[flowing].text, width: room).enumerated().map { number, line in
        var part = number == 0 ? row : row.map { _ in Cell("") }
        part[flowing].text = line
        return part
      }
    }
  }

  /// Tables of the first column and as many others each as there is room for.
  private func split(within limit: Int) -> [TextTable] {
    let widths = naturalWidths
    guard let first = widths.first else { return [self] }
    var groups = [[Int]]()
    var taken = Int.max
    for column in columns.indices.dropFirst() {
      let own = widths[column] + Self.gap
      if taken > limit - own {
        groups.append([])
        taken = first
      }
      groups[groups.count - 1].append(column)
      taken += own
    }
    return groups.map { group in
      var part = TextTable(columns: [columns[0]] + group.map { columns[$0] })
      part.rows = rows.map { row in [row[0]] + group.map { row[$0] } }
      return part
    }
  }

  private func aligned(_ style: TextStyle, indent: Int) -> String {
    let fitting = fitting(within: style.width - indent)
    if fitting.columns.count < columns.count { return fitting.aligned(style, indent: indent) }
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
    where columns[column].isDroppedEmpty && isEmpty(column) {
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

  /// Whether no row has anything in the column.
  func isEmpty(_ column: Int) -> Bool {
    rows.allSatisfy { $0[column].text.isEmpty && $0[column].curve == nil }
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
