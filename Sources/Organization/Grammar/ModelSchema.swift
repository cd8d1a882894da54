/// The JSON Schema (draft 2020-12) of the model file, for editors.
///
/// It is made from the same ``ModelGrammar`` as the decoder. What a schema cannot say (ranges behind
/// a unit, names that must exist, the order of three points) only the decoder checks.
package enum ModelSchema {
  /// The schema as text; the same for every run.
  package static func json() -> String {
    var writer = SchemaWriter()
    guard case .object(var schema) = writer.schema(of: ModelGrammar.root) else { return "{}\n" }
    schema["$schema"] = .string("https://json-schema.org/draft/2020-12/schema")
    schema["title"] = .string("cadre model file")
    schema["$defs"] = .object(writer.definitions)
    return JSONValue.object(schema).prettyText
  }
}

/// Writes shapes as schemas; numbers with units go to `$defs`, because they repeat.
private struct SchemaWriter {
  var definitions: [String: JSONValue] = [:]
  private var isPartial = false

  mutating func schema(of shape: Shape) -> JSONValue {
    switch shape {
    case .object(let fields): object(fields, allowsNothing: shape.allowsNothing || isPartial)
    case .tagged(let common, let cases): tagged(common, cases)
    case .map(let inner, let isRemovable): map(inner, isRemovable)
    case .list(let inner): .object(["type": .string("array"), "items": schema(of: inner)])
    case .quantity(let quantity): reference(to: quantity)
    case .choice(let words): .object(["enum": .array(words.map(JSONValue.string))])
    case .text, .reference:
      .object(["type": .array(["string", "number", "boolean"].map(JSONValue.string))])
    case .flag: .object(["type": .string("boolean")])
    case .month:
      .object(["type": .string("string"), "pattern": .string("^[0-9]{4}-(0[1-9]|1[0-2])$")])
    case .date:
      .object([
        "type": .string("string"),
        "pattern": .string("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
      ])
    case .version: .object(["const": .integer(1)])
    case .either(let shapes): .object(["anyOf": .array(schemas(of: shapes))])
    case .partial(let inner): partial(inner)
    }
  }

  private mutating func schemas(of shapes: [Shape]) -> [JSONValue] {
    var result: [JSONValue] = []
    for shape in shapes { result.append(schema(of: shape)) }
    return result
  }

  private mutating func partial(_ inner: Shape) -> JSONValue {
    let before = isPartial
    isPartial = true
    defer { isPartial = before }
    return schema(of: inner)
  }

  private mutating func object(
    _ fields: [Field], allowsNothing: Bool, constants: [String: JSONValue] = [:]
  ) -> JSONValue {
    var properties = constants
    for field in fields {
      guard case .object(var property) = schema(of: field.shape) else { continue }
      property["description"] = .string(field.documentation)
      properties[field.name] = .object(property)
    }
    var result: [String: JSONValue] = [
      "type": allowsNothing ? .array([.string("object"), .string("null")]) : .string("object"),
      "properties": .object(properties), "additionalProperties": .bool(false),
    ]
    let required = fields.filter(\.isRequired).map(\.name) + constants.keys
    if !required.isEmpty, !isPartial {
      result["required"] = .array(required.sorted().map(JSONValue.string))
    }
    return .object(result)
  }

  private mutating func tagged(
    _ common: [Field], _ cases: [(kind: String, fields: [Field])]
  ) -> JSONValue {
    var alternatives: [JSONValue] = []
    for (kind, fields) in cases {
      let constant = ["kind": JSONValue.object(["const": .string(kind)])]
      alternatives.append(object(common + fields, allowsNothing: false, constants: constant))
    }
    return .object(["anyOf": .array(alternatives)])
  }

  private mutating func map(_ inner: Shape, _ isRemovable: Bool) -> JSONValue {
    var value = schema(of: inner)
    if isPartial, isRemovable {
      value = .object(["anyOf": .array([value, .object(["type": .string("null")])])])
    }
    return .object([
      "type": .array([.string("object"), .string("null")]),
      "propertyNames": .object(["pattern": .string(Identifier.pattern)]),
      "additionalProperties": value,
    ])
  }

  private mutating func reference(to quantity: Quantity) -> JSONValue {
    let name = quantity.schemaName
    if definitions[name] == nil {
      var alternatives = quantity.plainSchemas
      if quantity.allowsThreePoints {
        let exact = JSONValue.object(["anyOf": .array(alternatives)])
        let points = ["low", "likely", "high"]
        alternatives.append(
          .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "properties": .object(Dictionary(uniqueKeysWithValues: points.map { ($0, exact) })),
            "required": .array(points.map(JSONValue.string)),
          ]))
      }
      definitions[name] = .object(["anyOf": .array(alternatives)])
    }
    return .object(["$ref": .string("#/$defs/\(name)")])
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
    case .effort: "hours"
    case .duration(let period): "duration-in-\(period.plural)"
    case .elapsed: "time-in-seconds"
    }
  }

  /// A bare number, where one may stand, and a number with its unit.
  fileprivate var plainSchemas: [JSONValue] {
    let text = JSONValue.object([
      "type": .string("string"), "pattern": .string("^\(Self.numberPattern)\(unitPattern)$"),
    ])
    guard kind == .number || kind == .share else { return [text] }
    let number = JSONValue.object([
      "type": .string(isWhole ? "integer" : "number"), "minimum": .number(range.lowerBound),
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
    case .effort: " *hours?"
    case .duration: " *(\(durations))"
    case .elapsed: " *(\(QuantityReader.seconds.keys.sorted().joined(separator: "|")))"
    }
  }
}
