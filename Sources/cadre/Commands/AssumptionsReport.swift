import Organization
import Reporting

/// The table of defaults for people and programs.
struct AssumptionsReport {
  var rows: [Assumption]

  func text(_ style: TextStyle) -> String {
    var text = ""
    var section = ""
    for row in rows {
      let start = String(row.id.rawValue.prefix { $0 != "." })
      if start != section {
        text += (section.isEmpty ? "" : "\n") + style.ink(.heading, start) + "\n"
        section = start
      }
      text += lines(row, style)
    }
    return text + "\n" + legend + "\n"
  }

  private func lines(_ row: Assumption, _ style: TextStyle) -> String {
    let range = "\(number(row.value.low)) to \(number(row.value.high))"
    let mark = row.isOverridden ? style.ink(.warning, ", set in the model") : ""
    let value = style.ink(.emphasis, "\(number(row.value.likely)) \(row.unit)")
    let grade = style.ink(row.grade.isGuess ? .warning : .good, "grade \(row.grade.rawValue)")
    let meaning = SafeText.terminal(row.meaning)
    let source = style.ink(.muted, SafeText.terminal(row.source))
    return """
        \(row.id.rawValue)
          \(value) (\(range)), \(grade)\(mark)
          \(meaning)
          \(source)

      """
  }

  private func number(_ value: Double) -> String { NumberText.plain(value, decimals: 4) }

  private var legend: String {
    """
    Grades: A primary text or official statistic; B abstract, or survey with a stated sample;
    C practitioner or vendor; D derived from such numbers; E and G guesses.
    """
  }

  var json: JSONValue {
    let rows = rows.map { row -> JSONValue in
      [
        "id": .string(row.id.rawValue), "low": .number(row.value.low),
        "likely": .number(row.value.likely), "high": .number(row.value.high),
        "unit": .string(row.unit), "grade": .string(row.grade.rawValue),
        "meaning": .string(row.meaning), "source": .string(row.source),
        "overridden": .bool(row.isOverridden),
      ]
    }
    return [
      "format": "cadre.assumptions/1.0", "generator": .string(Version.line),
      "assumptions": .array(rows),
    ]
  }
}
