extension Page {
  /// The page for a terminal or a plain file.
  ///
  /// Charts whose figures are in a table of the page are not drawn.
  package func text(_ style: TextStyle) -> String {
    let writer = PageText(style: style)
    let quiet = subtitles.flatMap { writer.wrapped($0, indent: 0) }
    return ([style.ink(.heading, writer.safe(title))] + quiet.map { style.ink(.muted, $0) })
      .map { $0 + "\n" }.joined()
      + blocks.map(writer.text).joined()
      + (footer.isEmpty
        ? ""
        : "\n"
          + writer.wrapped(footer, indent: 0).map { style.ink(.muted, $0) + "\n" }.joined())
  }
}

/// Writes blocks as lines of a certain width.
private struct PageText {
  let style: TextStyle

  func text(_ block: Page.Block) -> String {
    switch block {
    case .heading(let text, let beside):
      return "\n" + style.ink(.heading, safe(text)) + safe(beside) + "\n"
    case .subheading(let text): return "\n  " + style.ink(.emphasis, safe(text)) + "\n"
    case .paragraph(let text, let role): return lines(wrapped(text), role)
    case .note(let text): return lines(wrapped(text), .muted)
    case .fields(let fields): return self.text(fields)
    case .list(let items): return items.map { item("- ", $0) }.joined()
    case .checklist(let items):
      return items.map { item($0.isDone.map { $0 ? "[x] " : "[ ] " } ?? "[?] ", $0.text) }
        .joined()
    case .findings(let findings): return findings.map(text).joined()
    case .table(let table): return table.text(style, indent: 2)
    case .chart(let chart): return chart.text(style)
    case .code(let code): return code.map { "    \(safe($0))\n" }.joined()
    }
  }

  func safe(_ text: String) -> String { style.glyphs.spelled(SafeText.terminal(text)) }

  func wrapped(_ text: String, indent: Int = 2) -> [String] {
    TextWrap.lines(safe(text), width: max(20, style.width - indent)).map {
      String(repeating: " ", count: indent) + $0
    }
  }

  private func lines(_ lines: [String], _ role: TextRole?) -> String {
    lines.map { line in (role.map { style.ink($0, line) } ?? line) + "\n" }.joined()
  }

  /// Values beside their names, in one column.
  private func text(_ fields: [(name: String, value: String)]) -> String {
    let width = fields.map { CellWidth.of(safe($0.name)) }.max() ?? 0
    return fields.map { field in
      let padding = String(repeating: " ", count: width - CellWidth.of(safe(field.name)) + 2)
      return item(field.name + padding, field.value)
    }.joined()
  }

  /// Text behind a mark, lines after the first below the text.
  private func item(_ mark: String, _ text: String) -> String {
    let mark = safe(mark)
    let hanging = String(repeating: " ", count: 2 + CellWidth.of(mark))
    let lines = TextWrap.lines(safe(text), width: max(20, style.width - CellWidth.of(hanging)))
    guard let first = lines.first else { return "  \(mark)".trimmed + "\n" }
    return "  \(mark)\(first)\n" + lines.dropFirst().map { "\(hanging)\($0)\n" }.joined()
  }

  /// A mark of its severity, the subject made to stand out, and details below.
  private func text(_ finding: Page.Finding) -> String {
    let mark = style.ink(finding.role, style.glyphs.mark(finding.role))
    let subject = safe(finding.subject)
    let whole = subject.isEmpty ? safe(finding.text) : "\(subject): \(safe(finding.text))"
    var lines = TextWrap.lines(whole, width: max(20, style.width - 4))
    guard let first = lines.first else { return "" }
    lines.removeFirst()
    let isWhole = !subject.isEmpty && first.hasPrefix(subject)
    let start = isWhole ? style.ink(.emphasis, subject) + first.dropFirst(subject.count) : first
    let details = finding.details.flatMap { detail in
      TextWrap.lines(safe(detail), width: max(20, style.width - 6), hanging: 2)
    }
    return "  \(mark) \(start)\n" + lines.map { "    \($0)\n" }.joined()
      + details.map { "      " + style.ink(.muted, $0) + "\n" }.joined()
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
