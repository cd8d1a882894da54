import Organization

extension SourceNode {
  /// What stands at a path of keys; `nil` where there is nothing.
  func node(_ path: String...) -> SourceNode? {
    var node = self
    for key in path {
      guard let next = node.value(of: key), !next.isNull else { return nil }
      node = next
    }
    return node
  }

  /// The items of a list; none where it is no list.
  var items: [SourceNode] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  /// The items of the list of a key.
  func items(_ key: String) -> [SourceNode] { value(of: key)?.items ?? [] }

  /// A finite number, written as such or as text.
  func number(_ key: String) -> Double? {
    guard let text = filledText(key), let number = Double(text), number.isFinite else { return nil }
    return number
  }

  func flag(_ key: String) -> Bool? {
    switch filledText(key) {
    case "true", "t", "1": true
    case "false", "f", "0": false
    default: nil
    }
  }

  /// Whether it has all of these keys.
  func has(_ keys: String...) -> Bool {
    guard let entries else { return false }
    return keys.allSatisfy { key in entries.contains { $0.key == key } }
  }
}
