/// A key that an object may have.
package struct Field: Sendable {
  package var name: String
  package var shape: Shape
  package var isRequired: Bool
  /// False where a scenario replaces the whole value instead of merging it key by key.
  package var merges: Bool
  /// One line for editors.
  package var documentation: String

  package init(
    _ name: String, _ shape: Shape, required: Bool = false, merges: Bool = true,
    _ documentation: String
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = required
    self.merges = merges
    self.documentation = documentation
  }
}

/// What may stand at a place of the model file.
///
/// The decoder and the JSON Schema for editors are both made from it, so that they cannot disagree.
package indirect enum Shape: Sendable {
  case object([Field])
  /// An object whose `kind` decides which further fields it has.
  case tagged(common: [Field], cases: [(kind: String, fields: [Field])])
  /// Ids with a value each; a scenario may remove entries where `isRemovable`.
  case map(of: Shape, isRemovable: Bool = false)
  case list(of: Shape)
  case quantity(Quantity)
  case choice([String])
  case text
  /// The id of something in a section of the model; whether it exists is checked later.
  case reference
  case flag
  case month
  /// A day that exists, such as `2027-11-26`.
  case date
  /// The format's version, `1`.
  case version
  /// The first alternative that fits the kind of node.
  case either([Shape])
  /// The same with nothing required: what a scenario overrides.
  case partial(Shape)
}

extension Shape {
  /// The alternative that a node is meant to be; the shape itself where there is no choice.
  package func meant(by node: SourceNode) -> Shape {
    guard case .either(let shapes) = self else { return self }
    return shapes.first { $0.suits(node) } ?? shapes[0]
  }

  /// Whether the kind of node fits, whatever is in it.
  private func suits(_ node: SourceNode) -> Bool {
    switch (self, node.content) {
    case (.choice(let words), .scalar(let text, _)): words.contains(text)
    case (.quantity(let quantity), .mapping): quantity.allowsThreePoints && node.isThreePoint
    case (.object, .mapping), (.tagged, .mapping), (.map, .mapping), (.partial, .mapping): true
    case (.list, .sequence): true
    case (.quantity, .scalar), (.text, .scalar), (.reference, .scalar), (.flag, .scalar),
      (.month, .scalar), (.date, .scalar), (.version, .scalar):
      true
    default: false
    }
  }

  /// Whether a key with nothing behind it means an empty object.
  package var allowsNothing: Bool {
    switch self {
    case .object(let fields): !fields.contains(where: \.isRequired)
    case .map: true
    default: false
    }
  }

  /// What should stand here, in words.
  package var expectation: String {
    switch self {
    case .object, .tagged: "a mapping of keys"
    case .map: "a mapping of ids"
    case .list: "a list"
    case .quantity(let quantity): "a number such as \(quantity.example)"
    case .choice(let words): words.joined(separator: ", ")
    case .text: "text"
    case .reference: "an id"
    case .flag: "true or false"
    case .month: "a month such as 2027-01"
    case .date: "a date such as 2027-11-26"
    case .version: "1"
    case .either(let shapes): shapes.map(\.expectation).joined(separator: " or ")
    case .partial(let shape): shape.expectation
    }
  }
}
