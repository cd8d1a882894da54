/// Why a scenario cannot be written into a model file.
package enum SavingObstacle: Error, Hashable, Sendable {
  case badName(String)
  case nameTaken(String)
  /// `scenarios:` is in an included file, or written in braces on its own line.
  case unusualLayout
  /// The file is not UTF-8, or no longer what was read.
  case changedFile
}

extension ModelDocument {
  /// The text of the file with one more scenario; every other line stays as it is.
  ///
  /// - Parameters:
  ///   - name: of the new scenario.
  ///   - origin: the scenario that it builds on; `base` is none.
  ///   - settings: what differs from that.
  ///   - bytes: of the file as it is now.
  /// - Returns: all of the new text.
  /// - Throws: ``SavingObstacle``.
  package func text(
    adding name: String, basedOn origin: String, settings: [Setting], to bytes: [UInt8]
  ) throws(SavingObstacle) -> String {
    guard Identifier.isValid(name), name != "base" else { throw .badName(name) }
    let scenarios = tree.entries?.first { $0.key == "scenarios" }
    let names = scenarios?.value.entries?.map(\.key) ?? []
    guard !names.contains(name) else { throw .nameTaken(name) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .changedFile }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let content = try content(basedOn: origin, settings: settings)
    guard let scenarios, let first = scenarios.value.entries?.first else {
      guard scenarios == nil else { throw .unusualLayout }
      let block = ["", "scenarios:", "  \(YAMLText.written(name)):"] + content.lines(indent: 4)
      return (lines + block).joined(separator: "\n") + "\n"
    }
    let file = FilePath.normalised(path)
    guard scenarios.keyPosition.file == file, first.keyPosition.file == file,
      first.keyPosition.line > scenarios.keyPosition.line
    else { throw .unusualLayout }
    let indent = first.keyPosition.column - 1
    let end = self.end(of: scenarios, in: file, lines: lines)
    guard end <= lines.count, scenarios.keyPosition.line <= lines.count,
      lines[scenarios.keyPosition.line - 1].contains("scenarios")
    else { throw .changedFile }
    let margin = String(repeating: " ", count: indent)
    let block =
      ["\(margin)\(YAMLText.written(name)):"] + content.lines(indent: indent + 2)
    lines.insert(contentsOf: block, at: end)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The number of lines down to the last of a section.
  private func end(of section: SourceNode.Entry, in file: String, lines: [String]) -> Int {
    let next = (tree.entries ?? []).map(\.keyPosition)
      .filter { $0.file == file && $0.line > section.keyPosition.line }.map(\.line).min()
    var end = next.map { $0 - 1 } ?? lines.count
    // Empty lines and comments before the next section belong to that.
    while end > section.keyPosition.line, end <= lines.count,
      lines[end - 1].allSatisfy({ $0 == " " || $0 == "\r" }) || lines[end - 1].hasPrefix("#")
    {
      end -= 1
    }
    return end
  }

  /// What the scenario says: all of the one that it builds on, and the settings over that.
  private func content(
    basedOn origin: String, settings: [Setting]
  ) throws(SavingObstacle) -> SourceNode {
    let empty = SourceNode(
      position: SourcePosition(file: path, line: 1, column: 1), content: .mapping([]))
    var content = empty
    if origin != "base", let node = tree.value(of: "scenarios")?.value(of: origin), !node.isNull {
      content = node
    }
    for setting in settings {
      do {
        var merging = Merging(removes: false)
        content = merging.merge(content, try setting.node(over: tree), as: ModelGrammar.merged)
      } catch {
        throw .badName(setting.path)
      }
    }
    return content
  }
}

extension SourceNode {
  /// The node as lines of YAML in block style.
  func lines(indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    guard let entries else { return [margin + flow] }
    if entries.isEmpty { return [margin + "{}"] }
    return entries.flatMap { entry -> [String] in
      let key = margin + YAMLText.written(entry.key) + ":"
      if let inner = entry.value.entries, !inner.isEmpty, !entry.value.isThreePoint {
        return [key] + entry.value.lines(indent: indent + 2)
      }
      return [key + " " + entry.value.flow]
    }
  }

  /// The node on one line.
  private var flow: String {
    switch content {
    case .scalar(let text, let isQuoted):
      if isQuoted { return YAMLText.quoted(text) }
      // What was plain in a block may end a value between braces.
      let isSafe = !text.contains { ",[]{}#:".contains($0) }
      return text.isEmpty ? "null" : isSafe ? text : YAMLText.quoted(text)
    case .mapping(let entries):
      return "{"
        + entries.map { "\(YAMLText.written($0.key)): \($0.value.flow)" }.joined(separator: ", ")
        + "}"
    case .sequence(let items):
      return "[" + items.map(\.flow).joined(separator: ", ") + "]"
    }
  }
}
