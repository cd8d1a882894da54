extension Page {
  /// The page in Markdown as GitHub takes it. [GitHub Flavored Markdown 0.29]
  package var markdown: String {
    "# \(Markdown.escaped(title))\n"
      + subtitles.map { "\n\(Markdown.escaped($0))\n" }.joined()
      + blocks.map(markdown).filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
      + (footer.isEmpty ? "" : "\n---\n\n\(Markdown.escaped(footer))\n")
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text, let beside): "## \(Markdown.escaped(text + beside))\n"
    case .subheading(let text): "### \(Markdown.escaped(text))\n"
    case .paragraph(let text, _), .note(let text): Markdown.escaped(text) + "\n"
    case .fields(let fields):
      fields.map { "- **\(Markdown.escaped($0.name)):** \(Markdown.escaped($0.value))\n" }.joined()
    case .list(let items): items.map { "- \(Markdown.escaped($0))\n" }.joined()
    case .checklist(let items):
      items.map { item in
        let unknown = item.isDone == nil ? "to be asked: " : ""
        return "- [\(item.isDone == true ? "x" : " ")] \(unknown)\(Markdown.escaped(item.text))\n"
      }.joined()
    case .findings(let findings): findings.map(markdown).joined()
    case .table(let table): markdown(table)
    case .chart(let chart): fenced(chart.text(TextStyle(glyphs: .unicode)))
    case .code(let lines): fenced(lines.map { SafeText.terminal($0) + "\n" }.joined())
    }
  }

  private func markdown(_ finding: Finding) -> String {
    let mark = Glyphs.unicode.mark(finding.role)
    let subject = finding.subject.isEmpty ? "" : "**\(Markdown.escaped(finding.subject)):** "
    return "- \(mark) \(subject)\(Markdown.escaped(finding.text))\n"
      + finding.details.map { "  - \(Markdown.escaped($0))\n" }.joined()
  }

  /// Lines as they are; a fence longer than any in them.
  private func fenced(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\(fence)\n"
  }

  private func markdown(_ table: TextTable) -> String {
    let shown = table.columns.indices.filter {
      !(table.columns[$0].isDroppedEmpty && table.isEmpty($0))
    }
    let rules = shown.map { table.columns[$0].alignment == .right ? "---:" : "---" }
    let titles = shown.map { Markdown.escaped(table.columns[$0].title) }
    let rows = table.rows.map { row in
      shown.map { column in
        row[column].curve.map { Sparkline.text($0.values, in: $0.range, glyphs: .unicode) }
          ?? Markdown.escaped(row[column].text)
      }
    }
    return ([titles, rules] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}
