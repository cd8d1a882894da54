import Organization
import Yams

/// Settings read from a `cadre.yaml` or `config.yaml`.
struct ConfigurationFile {
  /// The file that marks a project and may hold its settings.
  static let name = "cadre.yaml"
  static let keys = ["color", "format", "recording", "seed"]

  struct Entry {
    var key: String
    var value: String
    var position: SourcePosition
  }

  let path: String
  private(set) var entries: [Entry] = []

  /// - Throws: all problems of the file at once.
  init(path: String) throws(DiagnosticError) {
    self.path = path
    let bytes = try DiskFiles.read(file: path, shown: path, limitMegabytes: 1)
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Self.syntax(error, path: path, lines: lines)
    }
    // An empty file is allowed: it marks the root of a project.
    guard let root, root.scalar?.string != "" else { return }
    try read(root, lines)
  }

  private mutating func read(_ root: Node, _ lines: [String]) throws(DiagnosticError) {
    var diagnostics: [Diagnostic] = []
    guard let mapping = root.mapping else {
      let problem = Problem.wrongShape(expected: "a mapping of settings", found: "something else")
      throw DiagnosticError([diagnostic(problem, at: root.mark, lines)])
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        let nearest = Nearest.name(to: name, among: Self.keys)
        let problem = Problem.unknownKey(name, known: Self.keys, nearest: nearest)
        diagnostics.append(diagnostic(problem, at: key.mark, lines))
        continue
      }
      let text = value.scalar?.string ?? ""
      if let problem = Self.problem(key: name, value: text) {
        diagnostics.append(diagnostic(problem, at: value.mark, lines))
      }
      entries.append(Entry(key: name, value: text, position: position(value.mark)))
    }
    if !diagnostics.isEmpty { throw DiagnosticError(diagnostics) }
  }

  /// What is wrong with a setting, or `nil`.
  static func problem(key: String, value: String) -> Problem? {
    switch key {
    case "color": choice(value, of: ColorChoice.allCases.map(\.rawValue))
    case "format": choice(value, of: ReportFormat.allCases.map(\.rawValue))
    case "recording": choice(value, of: Recording.allCases.map(\.rawValue))
    default:
      UInt64(value) == nil
        ? .outOfRange(value: value, allowed: "whole numbers from 0 to \(UInt64.max)") : nil
    }
  }

  private static func choice(_ value: String, of choices: [String]) -> Problem? {
    choices.contains(value)
      ? nil
      : .notAChoice(value, choices: choices, nearest: Nearest.name(to: value, among: choices))
  }

  private func position(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: path, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private func diagnostic(_ problem: Problem, at mark: Mark?, _ lines: [String]) -> Diagnostic {
    let position = position(mark)
    let line = lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil
    return Diagnostic(problem, at: position, sourceLine: line)
  }

  private static func syntax(
    _ error: any Error, path: String, lines: [String]
  ) -> DiagnosticError {
    guard let yaml = error as? YamlError else {
      return DiagnosticError([Diagnostic(.syntax("\(error)"))])
    }
    switch yaml {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let position = SourcePosition(file: path, line: mark.line, column: mark.column)
      let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : nil
      return DiagnosticError([Diagnostic(.syntax(problem), at: position, sourceLine: line)])
    default:
      let position = SourcePosition(file: path, line: 1, column: 1)
      return DiagnosticError([Diagnostic(.syntax("\(yaml)"), at: position)])
    }
  }
}
