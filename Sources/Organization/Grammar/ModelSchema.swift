/// The JSON Schema (draft 2020-12) of the model file, for editors.
///
/// It is made from the same ``ModelGrammar`` as the decoder. What a schema cannot say (ranges behind
/// a unit, names that must exist, the order of three points) only the decoder checks.
package enum ModelSchema {
  /// The schema as text; the same for every run.
  package static func json() -> String {
    var writer = SchemaWriter()
    guard case .object(var schema) = writer.schema(of: ModelGrammar.root) else { return "{}\n" }
    schema["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
    schema["title"] = .text("cadre model file")
    schema["$defs"] = .object(writer.definitions)
    return JSONText.object(schema).written() + "\n"
  }
}

/// Writes shapes as schemas; numbers with units go to `$defs`, because they repeat.
private struct SchemaWriter {
  var definitions: [String: JSONText] = [:]
  private var isPartial = false

  mutating func schema(of shape: Shape) -> JSONText {
    switch shape {
    case .object(let fields): object(fields, allowsNothing: shape.allowsNothing || isPartial)
    case .tagged(let common, let cases): tagged(common, cases)
    case .map(let inner, let isRemovable): map(inner, isRemovable)
    case .list(let inner): .object(["type": .text("array"), "items": schema(of: inner)])
    case .quantity(let quantity): reference(to: quantity)
    case .choice(let words): .object(["enum": .list(words.map(JSONText.text))])
    case .text, .reference:
      .object(["type": .list(["string", "number", "boolean"].map(JSONText.text))])
    case .flag: .object(["type": .text("boolean")])
    case .month:
      .object(["type": .text("string"), "pattern": .text("^[0-9]{4}-(0[1-9]|1[0-2])$")])
    case .version: .object(["const": .integer(1)])
    case .either(let shapes): .object(["anyOf": .list(schemas(of: shapes))])
    case .partial(let inner): partial(inner)
    }
  }

  private mutating func schemas(of shapes: [Shape]) -> [JSONText] {
    var result: [JSONText] = []
    for shape in shapes { result.append(schema(of: shape)) }
    return result
  }

  private mutating func partial(_ inner: Shape) -> JSONText {
    let before = isPartial
    isPartial = true
    defer { isPartial = before }
    return schema(of: inner)
  }

  private mutating func object(
    _ fields: [Field], allowsNothing: Bool, constants: [String: JSONText] = [:]
  ) -> JSONText {
    var properties = constants
    for field in fields {
      guard case .object(var property) = schema(of: field.shape) else { continue }
      property["description"] = .text(field.documentation)
      properties[field.name] = .object(property)
    }
    var result: [String: JSONText] = [
      "type": allowsNothing ? .list([.text("object"), .text("null")]) : .text("object"),
      "properties": .object(properties), "additionalProperties": .flag(false),
    ]
    let required = fields.filter(\.isRequired).map(\.name) + constants.keys
    if !required.isEmpty, !isPartial {
      result["required"] = .list(required.sorted().map(JSONText.text))
    }
    return .object(result)
  }

  private mutating func tagged(
    _ common: [Field], _ cases: [(kind: String, fields: [Field])]
  ) -> JSONText {
    var alternatives: [JSONText] = []
    for (kind, fields) in cases {
      let constant = ["kind": JSONText.object(["const": .text(kind)])]
      alternatives.append(object(common + fields, allowsNothing: false, constants: constant))
    }
    return .object(["anyOf": .list(alternatives)])
  }

  private mutating func map(_ inner: Shape, _ isRemovable: Bool) -> JSONText {
    var value = schema(of: inner)
    if isPartial, isRemovable {
      value = .object(["anyOf": .list([value, .object(["type": .text("null")])])])
    }
    return .object([
      "type": .list([.text("object"), .text("null")]),
      "propertyNames": .object(["pattern": .text(Identifier.pattern)]),
      "additionalProperties": value,
    ])
  }

  private mutating func reference(to quantity: Quantity) -> JSONText {
    let name = quantity.schemaName
    if definitions[name] == nil {
      var alternatives = quantity.plainSchemas
      if quantity.allowsThreePoints {
        let exact = JSONText.object(["anyOf": .list(alternatives)])
        let points = ["low", "likely", "high"]
        alternatives.append(
          .object([
            "type": .text("object"), "additionalProperties": .flag(false),
            "properties": .object(Dictionary(uniqueKeysWithValues: points.map { ($0, exact) })),
            "required": .list(points.map(JSONText.text)),
          ]))
      }
      definitions[name] = .object(["anyOf": .list(alternatives)])
    }
    return .object(["$ref": .text("#/$defs/\(name)")])
  }
}

extension Quantity {
  private static let numberPattern = "[+-]?([0-9][0-9_]*)?[.]?[0-9][0-9_]*([eE][+-]?[0-9]+)?[kM]?"

  fileprivate var schemaName: String {
    let low = Printable.number(range.lowerBound)
    let high = Printable.number(range.upperBound)
    return
      "\(kindName)-\(low)-to-\(high)\(isWhole ? "-whole" : "")\(allowsThreePoints ? "" : "-exact")"
  }

  private var kindName: String {
    switch kind {
    case .number: "number"
    case .share: "share"
    case .growth: "growth"
    case .yearlyShare: "yearly-share"
    case .money: "money"
    case .moneyRate(let period): "money-per-\(period.rawValue)"
    case .frequency(let period): "times-per-\(period.rawValue)"
    case .work: "work"
    case .duration(let period): "duration-in-\(period.plural)"
    }
  }

  /// A bare number, where one may stand, and a number with its unit.
  fileprivate var plainSchemas: [JSONText] {
    let text = JSONText.object([
      "type": .text("string"), "pattern": .text("^\(Self.numberPattern)\(unitPattern)$"),
    ])
    guard kind == .number || kind == .share else { return [text] }
    let number = JSONText.object([
      "type": .text(isWhole ? "integer" : "number"), "minimum": .number(range.lowerBound),
      "maximum": .number(range.upperBound),
    ])
    return [number, text]
  }

  private var unitPattern: String {
    let period = " +per +(\(Period.allCases.map(\.rawValue).joined(separator: "|")))"
    let durations = Period.allCases.map { "\($0.rawValue)s?" }.joined(separator: "|")
    return switch kind {
    case .number: ""
    case .share: "( *%)?"
    case .growth, .yearlyShare: " *%(\(period))?"
    case .money: " *[A-Z]{3}"
    case .moneyRate: " *[A-Z]{3}\(period)"
    case .frequency: period
    case .work: " *hours?\(period)"
    case .duration: " *(\(durations))"
    }
  }
}
