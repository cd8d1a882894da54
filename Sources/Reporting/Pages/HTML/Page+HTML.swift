extension Page {
  /// The page as one HTML file without script or anything to load. [HTML Living Standard]
  ///
  /// Headings become sections, the first of which is the answer; charts are drawn, each with its
  /// figures in a table.
  ///
  /// - Parameter generator: the program and its version.
  /// - Returns: the file.
  /// - Throws: a template that cannot be read, which is a defect of cadre.
  package func html(generator: String) throws -> String {
    let templates = try HTMLTemplates()
    let sections = sections
    let named = sections.indices.filter { !sections[$0].heading.isEmpty }
    let entries = named.dropFirst().map { place -> [String: Any] in
      ["name": Self.name(place), "heading": sections[place].heading]
    }
    return templates.page([
      "title": title, "subtitles": subtitles, "generator": generator,
      "footer": footer.isEmpty ? [] : [footer],
      "sections": sections.indices.map { place -> [String: Any] in
        let section = sections[place]
        let isAnswer = place == named.first && named.count > 2
        return [
          "isNamed": !section.heading.isEmpty, "name": Self.name(place),
          "heading": section.heading, "isAnswer": isAnswer,
          "hasBeside": !section.beside.isEmpty, "beside": section.beside,
          "blocks": section.blocks.enumerated().map { number, block in
            context(
              block, name: "\(Self.name(place))-\(number + 1)",
              label: "\(section.heading.isEmpty ? title : section.heading), part \(number + 1)",
              templates)
          },
          "contents": isAnswer ? [["entries": entries] as [String: Any]] : [],
        ]
      },
    ])
  }

  private struct Section {
    var heading = ""
    var beside = ""
    var blocks = [Block]()
  }

  private var sections: [Section] {
    var sections = [Section]()
    for block in blocks {
      if case .heading(let heading, let beside) = block {
        sections.append(Section(heading: heading, beside: beside))
      } else {
        if sections.isEmpty { sections.append(Section()) }
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }

  private static func name(_ section: Int) -> String { "section-\(section + 1)" }

  private func context(
    _ block: Block, name: String, label: String, _ templates: HTMLTemplates
  ) -> [String: Any] {
    switch block {
    case .heading(let text, _), .subheading(let text): return ["subheading": ["text": text]]
    case .paragraph(let text, let role):
      var paragraph: [String: Any] = ["text": text]
      if let role { paragraph["role"] = role.name }
      return ["paragraph": paragraph]
    case .note(let text): return ["paragraph": ["text": text, "role": "note"]]
    case .fields(let fields):
      return ["fields": ["items": fields.map { ["name": $0.name, "value": $0.value] }]]
    case .list(let items): return ["list": ["items": items]]
    case .checklist(let items):
      return [
        "list": [
          "items": items.map { item in
            (item.isDone.map { $0 ? "☑ " : "☐ " } ?? "? to be asked: ") + item.text
          }
        ]
      ]
    case .findings(let findings):
      return ["findings": ["items": findings.map(context)]]
    case .table(let table): return ["table": ["html": templates.table(table, label: label)]]
    case .chart(let chart):
      return [
        "chart": [
          "name": name, "title": chart.title, "description": chart.description,
          "svg": SVG.drawing(chart, name: name),
          "figures": templates.table(chart.figures, label: "Figures: \(chart.title)"),
        ]
      ]
    case .code(let lines): return ["code": ["text": lines.joined(separator: "\n")]]
    }
  }

  private func context(_ finding: Finding) -> [String: Any] {
    var context: [String: Any] = [
      "role": finding.role.name, "text": finding.text, "details": finding.details,
    ]
    if !finding.subject.isEmpty { context["subject"] = finding.subject }
    return context
  }
}
