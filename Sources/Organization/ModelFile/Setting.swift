/// A value of a model that is tried out without changing the file, such as
/// `hiring.acceptance=90 %`.
package struct Setting: Hashable, Sendable {
  /// Keys of the model file with dots between them.
  package var path: String
  /// As it would be written in the file.
  package var value: String

  package init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Reads `path=value`.
  ///
  /// - Returns: `nil` where no path or no value stands there.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(where: { $0 != " " }) else {
      return nil
    }
    self.init(path: String(parts[0]), value: String(parts[1]))
  }

  package var text: String { "\(path)=\(value)" }

  /// Where findings about the value are shown to be.
  private var place: SourcePosition {
    SourcePosition(file: "--set \(path)", line: 1, column: 1)
  }

  /// The value below its keys, to be laid over a model.
  func node(over model: SourceNode) throws(DiagnosticError) -> SourceNode {
    let bytes = Array(value.utf8)
    var node = try YAMLReader.read(SourceText(bytes), file: place.file).root
    for key in keys(in: model).reversed() {
      let entry = SourceNode.Entry(key: key, keyPosition: place, value: node)
      node = SourceNode(position: place, content: .mapping([entry]))
    }
    return node
  }

  /// The path cut into keys; ids may hold dots themselves, so the longest that the model has counts.
  private func keys(in model: SourceNode) -> [String] {
    var rest = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
    var keys = [String]()
    var node: SourceNode? = model
    while !rest.isEmpty {
      // All rows of the table of assumptions have dots in their names.
      let all = keys == ["assumptions"] ? rest.count : 0
      let known = (1...rest.count).reversed().first { count in
        node?.value(of: rest.prefix(count).joined(separator: ".")) != nil
      }
      let count = max(1, all, known ?? 1)
      let key = rest.prefix(count).joined(separator: ".")
      keys.append(key)
      node = node?.value(of: key)
      rest = rest.dropFirst(count)
    }
    return keys
  }
}
