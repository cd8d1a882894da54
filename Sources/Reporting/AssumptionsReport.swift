import DelimitedText
package import Organization

/// The table of defaults for people and programs.
package struct AssumptionsReport: Sendable {
  let rows: [Assumption]
  let header: RunHeader

  package init(rows: [Assumption], header: RunHeader) {
    self.rows = rows
    self.header = header
  }

  package var page: Page {
    guard !rows.isEmpty else { return Page("Assumptions", [.paragraph("no rows")]) }
    var blocks = [Page.Block]()
    var section = ""
    for row in rows {
      let start = String(row.id.rawValue.prefix { $0 != "." })
      if start != section { blocks.append(.heading(start)) }
      section = start
      blocks.append(.findings([finding(row)]))
    }
    let changed = rows.count(where: \.isOverridden)
    return Page(
      "Assumptions",
      subtitles: changed == 0
        ? [] : ["\(NumberText.count(changed, "row", "rows")) set in the model"],
      blocks, footer: Self.legend)
  }

  /// A guess is marked as one.
  private func finding(_ row: Assumption) -> Page.Finding {
    let range = "\(number(row.value.low)) to \(number(row.value.high))"
    let changed = row.isOverridden ? setInModel(row) : ""
    return Page.Finding(
      row.grade.isGuess ? .warning : .good, subject: row.id.rawValue,
      "\(number(row.value.likely)) \(row.unit) (\(range)), grade \(row.grade.rawValue)\(changed)",
      details: [row.meaning, row.source])
  }

  private func number(_ value: Double) -> String { NumberText.plain(value, decimals: 4) }

  /// What the model changed, beside the default that it replaced.
  private func setInModel(_ row: Assumption) -> String {
    let shipped = Assumptions.shipped.row(row.id).value
    return ", set in the model (default \(number(shipped.likely)))"
  }

  private static let legend =
    "Grades: A primary text or official statistic; B abstract, or survey with a stated sample; "
    + "C practitioner or vendor; D derived from such numbers; E and G guesses."

  package var json: JSONValue {
    let rows = rows.map { row -> JSONValue in
      [
        "id": .string(row.id.rawValue), "low": .number(row.value.low),
        "likely": .number(row.value.likely), "high": .number(row.value.high),
        "unit": .string(row.unit), "grade": .string(row.grade.rawValue),
        "meaning": .string(row.meaning), "source": .string(row.source),
        "overridden": .bool(row.isOverridden),
        "default": .number(Assumptions.shipped.row(row.id).value.likely),
      ]
    }
    return header.document("cadre.assumptions/1.0", ["assumptions": .array(rows)])
  }

  /// One row per assumption [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "id", "low", "likely", "high", "unit", "grade", "overridden", "default", "meaning", "source",
    ])
    for row in rows {
      writer.write([
        .text(row.id.rawValue), .number(row.value.low), .number(row.value.likely),
        .number(row.value.high), .text(row.unit), .text(row.grade.rawValue),
        .text(row.isOverridden ? "true" : "false"),
        .number(Assumptions.shipped.row(row.id).value.likely), .text(row.meaning),
        .text(row.source),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
