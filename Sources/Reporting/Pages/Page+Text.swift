extension Page {
  /// The page for a terminal or a plain file.
  package func text(_ style: TextStyle) -> String {
    let title = style.ink(.heading, SafeText.terminal(title)) + "\n"
    return title + blocks.map { text($0, style) }.joined()
  }

  private func text(_ block: Block, _ style: TextStyle) -> String {
    switch block {
    case .heading(let text): "\n" + style.ink(.heading, SafeText.terminal(text)) + "\n"
    case .paragraph(let text): wrapped(text, style).map { $0 + "\n" }.joined()
    case .note(let text): wrapped(text, style).map { style.ink(.muted, $0) + "\n" }.joined()
    case .fields(let fields): self.text(fields, style)
    case .list(let items): items.map { item("- ", $0, style) }.joined()
    case .checklist(let items):
      items.map { item($0.isDone.map { $0 ? "[x] " : "[ ] " } ?? "[?] ", $0.text, style) }.joined()
    case .table(let columns, let rows):
      table(columns, rows, style).text(style, indent: 2)
    }
  }

  /// A table whose shrinking column goes on below itself, because a page is read and not scanned.
  private func table(
    _ columns: [TextTable.Column], _ rows: [[String]], _ style: TextStyle
  ) -> TextTable {
    var table = TextTable(columns: columns)
    let flowing = columns.firstIndex(where: \.mayShrink)
    let room = flowing.map { self.room(for: $0, columns, rows, style) } ?? 0
    for row in rows {
      let cells = row.map { SafeText.terminal($0) }
      guard let flowing, CellWidth.of(cells[flowing]) > room else {
        table.add(cells.map { TextTable.Cell($0) })
        continue
      }
      for (number, line) in TextWrap.lines(cells[flowing], width: room).enumerated() {
        var part = number == 0 ? cells : cells.map { _ in "" }
        part[flowing] = line
        table.add(part.map { TextTable.Cell($0) })
      }
    }
    return table
  }

  /// Width that the other columns leave, with two spaces before each column.
  private func room(
    for flowing: Int, _ columns: [TextTable.Column], _ rows: [[String]], _ style: TextStyle
  ) -> Int {
    let others = columns.indices.filter { $0 != flowing }.map { column in
      rows.map { CellWidth.of(SafeText.terminal($0[column])) }.max() ?? 0
    }
    let headings = columns.indices.filter { $0 != flowing }.map { CellWidth.of(columns[$0].title) }
    let taken = zip(others, headings).reduce(0) { $0 + max($1.0, $1.1) + 2 }
    return max(16, style.width - 2 - taken)
  }

  /// Values beside their names, in one column.
  private func text(_ fields: [(name: String, value: String)], _ style: TextStyle) -> String {
    let names = fields.map { SafeText.terminal($0.name) }
    let width = names.map(CellWidth.of).max() ?? 0
    return zip(names, fields).map { name, field in
      let padding = String(repeating: " ", count: width - CellWidth.of(name) + 2)
      return item(name + padding, field.value, style)
    }.joined()
  }

  /// Text behind a mark, lines after the first below the text.
  private func item(_ mark: String, _ text: String, _ style: TextStyle) -> String {
    let hanging = String(repeating: " ", count: 2 + CellWidth.of(mark))
    let lines = TextWrap.lines(
      SafeText.terminal(text), width: max(20, style.width - CellWidth.of(hanging)))
    guard let first = lines.first else { return "  \(mark)".trimmed + "\n" }
    return "  \(mark)\(first)\n" + lines.dropFirst().map { "\(hanging)\($0)\n" }.joined()
  }

  private func wrapped(_ text: String, _ style: TextStyle) -> [String] {
    TextWrap.lines(SafeText.terminal(text), width: max(20, style.width - 2)).map { "  " + $0 }
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
