/// Kind, namespace and name of an entity, in lower case: capitals do not count.
struct EntityKey: Hashable, Comparable, Sendable {
  var kind: String
  var namespace: String
  var name: String

  init(kind: String, namespace: String, name: String) {
    self.kind = kind.lowercased()
    self.namespace = namespace.lowercased()
    self.name = name.lowercased()
  }

  static func < (a: EntityKey, b: EntityKey) -> Bool {
    (a.kind, a.namespace, a.name) < (b.kind, b.namespace, b.name)
  }
}

/// What a catalogue writes to name an entity: `[kind:][namespace/]name`.
struct EntityReference: Hashable, Sendable {
  var kind: String?
  var namespace: String?
  var name: String

  static let defaultNamespace = "default"

  /// Reads a reference as Backstage's `parseEntityRef` does: a colon behind the first slash belongs
  /// to the name. [Backstage, catalog-model, entity/ref.ts]
  ///
  /// - Returns: `nil` where a part is empty.
  init?(_ text: String) {
    let slash = text.firstIndex(of: "/")
    var colon = text.firstIndex(of: ":")
    if let slash, let found = colon, slash < found { colon = nil }
    let afterKind = colon.map { text.index(after: $0) } ?? text.startIndex
    kind = colon.map { String(text[..<$0]) }
    namespace = slash.map { String(text[afterKind..<$0]) }
    name = String(text[(slash.map { text.index(after: $0) } ?? afterKind)...])
    guard kind != "", namespace != "", !name.isEmpty else { return nil }
  }

  /// The entity meant, seen from one of a namespace; `nil` without a kind.
  func key(kind standard: String?, in context: String) -> EntityKey? {
    (kind ?? standard).map {
      EntityKey(kind: $0, namespace: namespace ?? context, name: name)
    }
  }
}
