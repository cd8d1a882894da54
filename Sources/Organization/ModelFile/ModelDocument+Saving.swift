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
    let content = try content(basedOn: origin, settings: settings)
    if let scenarios {
      let file = FilePath.normalised(path)
      guard let first = scenarios.value.entries?.first, scenarios.keyPosition.file == file,
        first.keyPosition.file == file, first.keyPosition.line > scenarios.keyPosition.line
      else { throw .unusualLayout }
    }
    do {
      let text = try ModelText(bytes, file: path)
      guard text.holds("scenarios") == (scenarios != nil) else { throw SavingObstacle.changedFile }
      return text.adding([ModelAddition(name, content, in: ["scenarios"])])
    } catch {
      throw .changedFile
    }
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
  var flow: String {
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
