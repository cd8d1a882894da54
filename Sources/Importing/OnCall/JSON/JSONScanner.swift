import Organization

/// Reads JSON value by value, with the place of each [RFC 8259].
///
/// Exports are large, and often one line: an array can be walked element by element, so that one is
/// held at a time, and places are counted once from the beginning to the end.
struct JSONScanner {
  /// How much of a value is wanted.
  enum Keep {
    case all
    /// Of lists only the first element, which tells what the others are like.
    case first
    /// It is only read over.
    case nothing
  }

  /// A point to come back to.
  struct Mark {
    fileprivate var index: Int
    fileprivate var place: Place
  }

  fileprivate struct Place {
    var index: Int
    var line = 1
    var column = 1
  }

  /// Deeper than any export, and shallow enough for the stack.
  private static let mostDepth = 64

  private let bytes: [UInt8]
  private let file: String
  /// Where the text begins, behind a byte order mark.
  private let start: Int
  private var index: Int
  private var place: Place

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    index = start
    place = Place(index: start)
  }

  // MARK: Places

  var mark: Mark { Mark(index: index, place: place) }

  mutating func rewind(to mark: Mark) {
    index = mark.index
    place = mark.place
  }

  /// Where it stands: line and column, in Unicode scalars.
  private mutating func position() -> SourcePosition {
    if place.index > index { place = Place(index: start) }
    for byte in bytes[place.index..<index] {
      if byte == UInt8(ascii: "\n") {
        place.line += 1
        place.column = 1
      } else if byte & 0xc0 != 0x80 {
        place.column += 1
      }
    }
    place.index = index
    return SourcePosition(file: file, line: place.line, column: place.column)
  }

  private mutating func fail(_ problem: String) -> DiagnosticError {
    fail(.badExport(format: "valid JSON", reason: problem))
  }

  private mutating func fail(_ problem: Problem) -> DiagnosticError {
    DiagnosticError([Diagnostic(problem, at: position())])
  }

  /// What stands here in words.
  private var found: String {
    guard index < bytes.count else { return "the end of the file" }
    let byte = bytes[index]
    return (0x21..<0x7f).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }

  // MARK: Documents

  /// Whether another value follows; blanks are passed over, and a comma between lines too.
  mutating func hasMore() -> Bool {
    skipBlanks()
    return index < bytes.count
  }

  /// The line in which it stands.
  var line: Int {
    mutating get { position().line }
  }

  /// Goes to the next line that begins a value, after one that cannot be read.
  mutating func recover() {
    while index < bytes.count {
      let isLineEnd = bytes[index] == UInt8(ascii: "\n")
      index += 1
      if isLineEnd, index < bytes.count,
        bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[")
      {
        return
      }
    }
  }

  /// The next value as a whole.
  ///
  /// - Throws: ``DiagnosticError`` with the place where it is no JSON.
  mutating func document(_ keep: Keep) throws(DiagnosticError) -> SourceNode? {
    skipBlanks()
    return try value(keep, depth: 1)
  }

  /// Calls `body` with each element of the list that `path` leads to in the next value; nothing where
  /// there is none.
  ///
  /// - Throws: ``DiagnosticError`` with the place where it is no JSON.
  mutating func forEach(
    at path: ArraySlice<String>, _ body: (SourceNode) -> Void
  ) throws(DiagnosticError) {
    skipBlanks()
    guard let wanted = path.first else { return try elements(body) }
    guard peek == UInt8(ascii: "{") else {
      _ = try value(.nothing, depth: 1)
      return
    }
    index += 1
    var isFirst = true
    while try goesOn(to: UInt8(ascii: "}"), &isFirst) {
      if try key() == wanted {
        try forEach(at: path.dropFirst(), body)
      } else {
        _ = try value(.nothing, depth: 2)
      }
    }
  }

  /// The elements of a list; a lone mapping counts as one.
  private mutating func elements(_ body: (SourceNode) -> Void) throws(DiagnosticError) {
    guard peek == UInt8(ascii: "[") else {
      if let lone = try value(.all, depth: 2), lone.entries != nil { body(lone) }
      return
    }
    index += 1
    var isFirst = true
    while try goesOn(to: UInt8(ascii: "]"), &isFirst) {
      if let element = try value(.all, depth: 2) { body(element) }
    }
  }

  // MARK: Values

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  /// Whether another member follows, past the comma before it; past the end otherwise.
  private mutating func goesOn(
    to end: UInt8, _ isFirst: inout Bool
  ) throws(DiagnosticError) -> Bool {
    skipBlanks()
    if peek == end {
      index += 1
      return false
    }
    if !isFirst {
      guard peek == UInt8(ascii: ",") else {
        throw fail("expected ',' or '\(Character(Unicode.Scalar(end)))', found \(found)")
      }
      index += 1
      skipBlanks()
      if peek == end { throw fail("a comma stands before the end of a list or mapping") }
    }
    isFirst = false
    return true
  }

  /// A key and the colon behind it.
  private mutating func key() throws(DiagnosticError) -> String {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw fail("expected a key in quotes, found \(found)") }
    let text = try string(isKept: true)
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw fail("expected ':' after a key, found \(found)") }
    index += 1
    return text
  }

  private mutating func value(
    _ keep: Keep, depth: Int
  ) throws(DiagnosticError) -> SourceNode? {
    skipBlanks()
    guard depth <= Self.mostDepth else { throw fail(.nestedTooDeeply(limit: Self.mostDepth)) }
    let place = keep == .nothing ? nil : position()
    let content: SourceNode.Content
    switch peek {
    case UInt8(ascii: "{"): content = .mapping(try entries(keep, depth: depth))
    case UInt8(ascii: "["): content = .sequence(try items(keep, depth: depth))
    case UInt8(ascii: "\""):
      content = .scalar(text: try string(isKept: keep != .nothing), isQuoted: true)
    default: content = .scalar(text: try word(), isQuoted: false)
    }
    return place.map { SourceNode(position: $0, content: content) }
  }

  private mutating func entries(
    _ keep: Keep, depth: Int
  ) throws(DiagnosticError) -> [SourceNode.Entry] {
    index += 1
    var entries: [SourceNode.Entry] = []
    var isFirst = true
    while try goesOn(to: UInt8(ascii: "}"), &isFirst) {
      let place = keep == .nothing ? nil : position()
      let name = try key()
      let node = try value(keep, depth: depth + 1)
      if let place, let node {
        entries.append(SourceNode.Entry(key: name, keyPosition: place, value: node))
      }
    }
    return entries
  }

  private mutating func items(
    _ keep: Keep, depth: Int
  ) throws(DiagnosticError) -> [SourceNode] {
    index += 1
    var items: [SourceNode] = []
    var isFirst = true
    while try goesOn(to: UInt8(ascii: "]"), &isFirst) {
      let wanted: Keep = keep == .first && !items.isEmpty ? .nothing : keep
      if let item = try value(wanted, depth: depth + 1) { items.append(item) }
    }
    return items
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(DiagnosticError) -> String {
    let start = index
    while let byte = peek,
      (48...57).contains(byte) || (97...122).contains(byte) || (65...90).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    {
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if ["true", "false", "null"].contains(text) { return text }
    let isNumber =
      text.utf8.first.map { (48...57).contains($0) || $0 == UInt8(ascii: "-") } ?? false
    // Hexadecimal and other words that Swift reads as numbers are none here.
    let isPlain = text.utf8.allSatisfy { (43...57).contains($0) || $0 == 101 || $0 == 69 }
    if isNumber, isPlain, Double(text) != nil { return text }
    index = start
    throw fail("expected a value, found \(found)")
  }

  // MARK: Strings

  private mutating func string(isKept: Bool) throws(DiagnosticError) -> String {
    let opening = index
    index += 1
    var start = index
    var text = ""
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        if isKept { text += String(decoding: bytes[start..<index], as: UTF8.self) }
        index += 1
        return text
      case UInt8(ascii: "\\"):
        if isKept { text += String(decoding: bytes[start..<index], as: UTF8.self) }
        text.unicodeScalars.append(try escape())
        start = index
      case 0..<0x20: throw fail("byte \(byte) in a text; it has to be escaped")
      default: index += 1
      }
    }
    let end = index
    index = opening
    let begun = position()
    index = end
    throw fail("the file ends in a text that begins in line \(begun.line), column \(begun.column)")
  }

  /// The scalar of an escape, past it; halves of pairs that stand alone are replaced.
  private mutating func escape() throws(DiagnosticError) -> Unicode.Scalar {
    index += 1
    guard let byte = peek else { throw fail("the file ends in an escape") }
    if let scalar = Self.plain(byte) {
      index += 1
      return scalar
    }
    guard byte == UInt8(ascii: "u") else { throw fail("'\\' before \(found) is no escape") }
    let high = try codeUnit()
    guard (0xd800..<0xdc00).contains(high), peek == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(high) ?? "\u{fffd}" }
    index += 1
    let low = try codeUnit()
    guard (0xdc00..<0xe000).contains(low) else { return "\u{fffd}" }
    return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)) ?? "\u{fffd}"
  }

  /// What a single letter behind a backslash means.
  private static func plain(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(byte)
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{c}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  /// Four hexadecimal digits behind `u`.
  private mutating func codeUnit() throws(DiagnosticError) -> UInt32 {
    index += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fail("four hexadecimal digits stand behind '\\u', found \(found)")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
