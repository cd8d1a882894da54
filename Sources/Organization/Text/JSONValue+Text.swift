extension JSONValue {
  /// The document with two spaces of indentation, keys in byte order and a newline at the end.
  ///
  /// A list of plain values stands on one line, because people read it as one thing.
  package var prettyText: String {
    var text = ""
    write(to: &text, indent: 0)
    text += "\n"
    return text
  }

  /// The document on one line without spaces or a newline.
  package var compactText: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .object(let members): Self.write(members, to: &text, indent: indent)
    case .array(let elements): Self.write(elements, to: &text, indent: indent)
    case .string(let string): text += Self.quoted(string)
    case .number(let number): text += Self.shortest(number)
    case .integer(let integer): text += String(integer)
    case .bool(let bool): text += bool ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write(
    _ members: [String: JSONValue], to text: inout String, indent: Int?
  ) {
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    text += "{"
    for (position, member) in sorted.enumerated() {
      startItem(position, in: &text, indent: indent)
      text += quoted(member.key)
      text += indent == nil ? ":" : ": "
      member.value.write(to: &text, indent: indent.map { $0 + 1 })
    }
    endItems(isEmpty: sorted.isEmpty, in: &text, indent: indent)
    text += "}"
  }

  private static func write(_ elements: [JSONValue], to text: inout String, indent: Int?) {
    text += "["
    if indent != nil, elements.allSatisfy(\.isPlain) {
      for (position, element) in elements.enumerated() {
        if position > 0 { text += ", " }
        element.write(to: &text, indent: nil)
      }
      text += "]"
      return
    }
    for (position, element) in elements.enumerated() {
      startItem(position, in: &text, indent: indent)
      element.write(to: &text, indent: indent.map { $0 + 1 })
    }
    endItems(isEmpty: elements.isEmpty, in: &text, indent: indent)
    text += "]"
  }

  private var isPlain: Bool {
    switch self {
    case .object, .array: false
    case .string, .number, .integer, .bool, .null: true
    }
  }

  private static func startItem(_ position: Int, in text: inout String, indent: Int?) {
    if position > 0 { text += "," }
    if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
  }

  private static func endItems(isEmpty: Bool, in text: inout String, indent: Int?) {
    if let indent, !isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
  }

  /// The shortest digits that read back as the same number; whole numbers lose their `.0`.
  private static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A string literal as RFC 8259 asks; DEL and C1 are escaped too, so that no terminal acts on them.
  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
