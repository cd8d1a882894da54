import Organization

extension SourceNode {
  /// Its text; `nil` where that is empty, nothing, or no text.
  var filledText: String? {
    guard !isNull, let text, !text.isEmpty else { return nil }
    return text
  }

  /// The text of a key.
  func filledText(_ key: String) -> String? { value(of: key)?.filledText }

  /// The texts of a list with their places; none where it is no list.
  var filledTexts: [(text: String, position: SourcePosition)] {
    guard case .sequence(let items) = content else { return [] }
    return items.compactMap { item in item.filledText.map { ($0, item.position) } }
  }
}
