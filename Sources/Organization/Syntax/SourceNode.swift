/// One piece of a YAML file as somebody wrote it, before anything is understood.
package struct SourceNode: Sendable {
  package enum Content: Sendable {
    case scalar(text: String, isQuoted: Bool)
    case mapping([Entry])
    case sequence([SourceNode])
  }

  /// A key with its value.
  package struct Entry: Sendable {
    package var key: String
    package var keyPosition: SourcePosition
    package var value: SourceNode

    package init(key: String, keyPosition: SourcePosition, value: SourceNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  package var position: SourcePosition
  package var content: Content

  package init(position: SourcePosition, content: Content) {
    self.position = position
    self.content = content
  }
}

extension SourceNode {
  /// The entries in file order; `nil` unless this is a mapping.
  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The text as written; `nil` unless this is a scalar.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether nothing, `~` or `null` stands here.
  package var isNull: Bool {
    guard case .scalar(let text, let isQuoted) = content, !isQuoted else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether this is written `{low: …, likely: …, high: …}`.
  package var isThreePoint: Bool {
    entries?.contains { $0.key == "likely" || $0.key == "low" || $0.key == "high" } ?? false
  }

  /// The first value of a key.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  package func value(of key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What this is, in words for a message.
  package var kindName: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : "'\(Printable.clipped(text))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    }
  }
}
