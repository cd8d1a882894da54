/// A JSON document as a value.
///
/// Foundation's encoder is not used because its key order and its way to write numbers are not part
/// of its contract, while the same input and seed must give the same bytes here.
package enum JSONValue: Hashable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  /// NaN and infinities are written as `null`, because JSON has no word for them.
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case null

  /// `null` where there is no value.
  package static func optional(_ number: Double?) -> JSONValue { number.map(Self.number) ?? .null }

  /// `null` where there is no value.
  package static func optional(_ string: String?) -> JSONValue { string.map(Self.string) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
