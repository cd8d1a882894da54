import DelimitedText

/// Why a text is not the JSON that was expected, and where.
struct JSONFault: Error, Hashable {
  var reason: String
  /// Bytes before the place.
  var offset: Int
}

/// Reads JSON [RFC 8259] from front to back without keeping a tree of it.
///
/// Whoever calls asks for what should come next; anything else is a fault with its place. Answers of
/// metric servers hold millions of small arrays, of which a tree would take ten times their size.
struct JSONScanner {
  enum Kind: String {
    case object = "an object"
    case array = "a list"
    case string = "a text"
    case number = "a number"
    case bool = "true or false"
    case null = "null"
  }

  /// Deeper nesting is none of ours and would use up the stack.
  private static let deepest = 64

  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Bytes before the key that ``members(_:)`` read last.
  private(set) var keyOffset = 0
  private var depth = 0

  /// - Parameter bytes: UTF-8, with or without a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
  }

  /// What comes next.
  mutating func kind() throws(JSONFault) -> Kind {
    skipBlanks()
    guard let byte = peeked else { throw fault("it ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 48...57: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw fault("no value stands here")
    }
  }

  /// Goes through the members of an object; `body` has to read or skip each value.
  mutating func members(
    _ body: (inout JSONScanner, _ key: String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(.object)
    skipBlanks()
    if take("}") { return close() }
    repeat {
      skipBlanks()
      keyOffset = offset
      let key = try string()
      skipBlanks()
      guard take(":") else { throw fault("a colon is missing") }
      try body(&self, key)
      skipBlanks()
    } while take(",")
    guard take("}") else { throw fault("a comma or } is missing") }
    close()
  }

  /// Goes through the items of a list; `body` has to read or skip each.
  mutating func items(
    _ body: (inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(.array)
    skipBlanks()
    if take("]") { return close() }
    repeat {
      try body(&self)
      skipBlanks()
    } while take(",")
    guard take("]") else { throw fault("a comma or ] is missing") }
    close()
  }

  /// A text with its escapes resolved; halves of surrogate pairs become U+FFFD.
  mutating func string() throws(JSONFault) -> String {
    try expect(.string)
    offset += 1
    let start = offset
    while let byte = peeked, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      offset += 1
    }
    if peeked == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var units = Array(String(decoding: bytes[start..<offset], as: UTF8.self).utf16)
    while let byte = peeked {
      guard byte >= 0x20 else { throw fault("a control character stands in a text") }
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF16.self) }
      if byte == UInt8(ascii: "\\") {
        units.append(try escape())
      } else {
        let first = offset - 1
        while let next = peeked, next >= 0x20, next != UInt8(ascii: "\""),
          next != UInt8(ascii: "\\")
        {
          offset += 1
        }
        units += String(decoding: bytes[first..<offset], as: UTF8.self).utf16
      }
    }
    throw fault("it ends within a text")
  }

  private static let escapes: [UInt8: UInt16] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "/"): 0x2f,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  private mutating func escape() throws(JSONFault) -> UInt16 {
    guard let byte = peeked else { throw fault("it ends within a text") }
    offset += 1
    if let unit = Self.escapes[byte] { return unit }
    guard byte == UInt8(ascii: "u"), offset + 4 <= bytes.count,
      bytes[offset..<offset + 4].allSatisfy(Self.isHexadecimal),
      let unit = UInt16(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw fault("an escape that JSON does not have") }
    offset += 4
    return unit
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }

  /// A finite number.
  mutating func number() throws(JSONFault) -> Double {
    try expect(.number)
    let start = offset
    while let byte = peeked,
      (48...57).contains(byte) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].contains(byte)
    {
      offset += 1
    }
    guard let number = NumberText.double(bytes[start..<offset]) else {
      offset = start
      throw fault("not a number that can be held")
    }
    return number
  }

  /// Goes over whatever comes next.
  mutating func skip() throws(JSONFault) {
    switch try kind() {
    case .object:
      try members { (scanner, _) throws(JSONFault) in try scanner.skip() }
    case .array:
      try items { (scanner) throws(JSONFault) in try scanner.skip() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .bool, .null:
      for word in ["true", "false", "null"] where bytes[offset...].starts(with: word.utf8) {
        offset += word.utf8.count
        return
      }
      throw fault("no value stands here")
    }
  }

  /// A number, `true`, `false` or `null` as it is written.
  mutating func word() throws(JSONFault) -> String {
    skipBlanks()
    let start = offset
    try skip()
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Whether anything but blanks is left.
  mutating func hasMore() -> Bool {
    skipBlanks()
    return offset < bytes.count
  }

  /// Goes to the next line that begins an object or a list, or to the end.
  mutating func skipToNextLine() {
    while let byte = peeked {
      offset += 1
      if byte == UInt8(ascii: "\n"), peeked == UInt8(ascii: "{") || peeked == UInt8(ascii: "[") {
        return
      }
    }
  }

  /// Makes sure that nothing but blanks is left.
  mutating func finish() throws(JSONFault) {
    if hasMore() { throw fault("something stands behind the end") }
  }

  // MARK: Bytes

  private var peeked: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peeked == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peeked, byte == 0x20 || byte == 10 || byte == 13 || byte == 9 { offset += 1 }
  }

  private mutating func expect(_ wanted: Kind) throws(JSONFault) {
    let found = try kind()
    guard found == wanted else {
      throw fault("\(wanted.rawValue) should stand here, not \(found.rawValue)")
    }
  }

  private mutating func open(_ kind: Kind) throws(JSONFault) {
    try expect(kind)
    guard depth < Self.deepest else { throw fault("it is nested too deeply") }
    depth += 1
    offset += 1
  }

  private mutating func close() { depth -= 1 }

  private func fault(_ reason: String) -> JSONFault { JSONFault(reason: reason, offset: offset) }
}
