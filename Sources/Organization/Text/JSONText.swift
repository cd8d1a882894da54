/// A JSON value that is written the same way every time: keys sorted, two spaces of indent.
package indirect enum JSONText: Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONText])
  case object([String: JSONText])

  /// The text with a line for every value; short lists of plain values stay on one line.
  package func written(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .integer(let value): return "\(value)"
    case .number(let value): return Printable.number(value)
    case .text(let text): return Self.quoted(text)
    case .list(let items):
      guard !items.isEmpty else { return "[]" }
      if items.allSatisfy(\.isPlain) {
        return "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
      }
      let lines = items.map { inner + $0.written(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let fields):
      guard !fields.isEmpty else { return "{}" }
      let lines = fields.sorted { $0.key < $1.key }.map { key, value in
        "\(inner)\(Self.quoted(key)): \(value.written(indent: indent + 2))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .list, .object: false
    case .null, .flag, .integer, .number, .text: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
