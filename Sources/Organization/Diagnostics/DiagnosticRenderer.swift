/// Turns findings into text for people and JSON for programs.
package enum DiagnosticRenderer {
  /// Columns of a source line that are shown; longer lines are cut around the place.
  private static let width = 90

  /// One paragraph for each finding, with the line it is about.
  package static func text(_ diagnostics: [Diagnostic], color: Bool) -> String {
    diagnostics.map { paragraph($0, Style(isOn: color)) }.joined(separator: "\n")
  }

  private struct Style {
    var isOn: Bool

    func apply(_ code: String, _ text: String) -> String {
      isOn ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }

    func severity(_ severity: Severity, _ text: String) -> String {
      switch severity {
      case .error: apply("1;31", text)
      case .warning: apply("1;33", text)
      case .note: apply("1;36", text)
      }
    }
  }

  private static func paragraph(_ diagnostic: Diagnostic, _ style: Style) -> String {
    let problem = diagnostic.problem
    var place = ""
    if let position = diagnostic.position {
      place = "\(Printable.escaped(position.file)):\(position.line):\(position.column): "
    }
    let title = style.severity(
      diagnostic.severity, "\(diagnostic.severity.rawValue)[\(problem.code)]")
    var lines = ["\(place)\(title): \(Printable.escaped(problem.message))"]
    var gutter = ""
    if let position = diagnostic.position, let source = diagnostic.sourceLine {
      let number = "\(position.line)"
      gutter = String(repeating: " ", count: number.utf8.count)
      let (shown, caret) = window(of: source, around: position.column)
      lines.append("\(gutter) |")
      lines.append("\(number) | \(shown)")
      let mark = style.severity(diagnostic.severity, "^")
      lines.append("\(gutter) | \(String(repeating: " ", count: caret))\(mark)")
    }
    if let hint = problem.hint {
      lines.append("\(gutter.isEmpty ? " " : gutter) = hint: \(Printable.escaped(hint))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The part of a line around a column (from 1), made safe to print, and where the column is in it.
  private static func window(of line: String, around column: Int) -> (text: String, caret: Int) {
    let scalars = Array(line.unicodeScalars)
    let wanted = min(max(column - 1, 0), scalars.count)
    let start = wanted > width * 2 / 3 ? wanted - width / 2 : 0
    let end = min(scalars.count, start + width)
    var text = start > 0 ? "…" : ""
    var caret = text.unicodeScalars.count
    for index in start..<end {
      if index == wanted { caret = text.unicodeScalars.count }
      text += Printable.escaped(scalars[index])
    }
    if wanted >= end { caret = text.unicodeScalars.count }
    return (end < scalars.count ? text + "…" : text, caret)
  }
}
