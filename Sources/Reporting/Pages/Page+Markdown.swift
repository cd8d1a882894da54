extension Page {
  /// The page in Markdown as GitHub takes it. [GitHub Flavored Markdown 0.29]
  package var markdown: String {
    "# \(Markdown.escaped(title))\n" + blocks.map { "\n" + markdown($0) }.joined()
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## \(Markdown.escaped(text))\n"
    case .paragraph(let text), .note(let text): Markdown.escaped(text) + "\n"
    case .fields(let fields):
      fields.map { "- **\(Markdown.escaped($0.name)):** \(Markdown.escaped($0.value))\n" }.joined()
    case .list(let items): items.map { "- \(Markdown.escaped($0))\n" }.joined()
    case .checklist(let items):
      items.map { item in
        let unknown = item.isDone == nil ? "to be asked: " : ""
        return "- [\(item.isDone == true ? "x" : " ")] \(unknown)\(Markdown.escaped(item.text))\n"
      }.joined()
    case .table(let columns, let rows): table(columns, rows)
    }
  }

  private func table(_ columns: [TextTable.Column], _ rows: [[String]]) -> String {
    let rules = columns.map { $0.alignment == .right ? "---:" : "---" }
    let all =
      [columns.map { Markdown.escaped($0.title) }, rules] + rows.map { $0.map(Markdown.escaped) }
    return all.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}
