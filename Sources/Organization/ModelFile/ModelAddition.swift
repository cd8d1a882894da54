/// A key with its value that is to be written into a model file.
package struct ModelAddition: Sendable {
  /// The keys of the mapping that it goes into, such as `["services", "cart"]`; none for the file.
  package var place: [String]
  package var key: String
  package var value: SourceNode
  /// Lines of a comment above it, each without `#`; only where it gets lines of its own.
  package var comment: [String]

  package init(
    _ key: String, _ value: SourceNode, in place: [String] = [], comment: [String] = []
  ) {
    self.place = place
    self.key = key
    self.value = value
    self.comment = comment
  }
}

extension SourceNode {
  /// Where a value stands that is in no file yet.
  private static let nowhere = SourcePosition(file: "", line: 1, column: 1)

  /// Text that YAML reads as the same text again.
  package static func text(_ text: String) -> SourceNode {
    let isPlain = YAMLText.written(text) == text
    return SourceNode(position: nowhere, content: .scalar(text: text, isQuoted: !isPlain))
  }

  /// A number with or without a unit, or another value that is written as it is.
  package static func plain(_ text: String) -> SourceNode {
    SourceNode(position: nowhere, content: .scalar(text: text, isQuoted: false))
  }

  package static func list(_ items: [SourceNode]) -> SourceNode {
    SourceNode(position: nowhere, content: .sequence(items))
  }

  package static func mapping(_ entries: [(key: String, value: SourceNode)]) -> SourceNode {
    SourceNode(
      position: nowhere,
      content: .mapping(
        entries.map { Entry(key: $0.key, keyPosition: nowhere, value: $0.value) }))
  }
}
