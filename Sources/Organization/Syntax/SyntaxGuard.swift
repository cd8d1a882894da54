/// Looks at the raw bytes before the YAML parser does, so that no anchor, no tower of brackets and
/// no control byte ever reaches it.
///
/// It follows just enough of YAML (quotes, comments, block text) to know where a value can start.
struct SyntaxGuard {
  private let text: SourceText
  private let file: String
  private var findings: [Diagnostic] = []
  private var flowDepth = 0
  private var openQuote: UInt8?
  /// Column of the key that a block of literal text belongs to, while one is open.
  private var literalParent: Int?

  private init(_ text: SourceText, file: String) {
    self.text = text
    self.file = file
  }

  /// What forbids parsing the text, in file order.
  static func findings(in text: SourceText, file: String) -> [Diagnostic] {
    if let offset = forbiddenByte(in: text.bytes) {
      let position = text.position(ofByte: offset, file: file)
      let reason = text.bytes[offset] == 0 ? "a NUL byte" : "a control character"
      return [Diagnostic(.notText(path: file, reason: reason), at: position)]
    }
    var scan = SyntaxGuard(text, file: file)
    scan.scanLines()
    if scan.findings.isEmpty, let offset = excessiveMark(in: text.bytes) {
      let position = text.position(ofByte: offset, file: file)
      return [Diagnostic(.tooManyNodes(limit: SyntaxLimits.nodes), at: position)]
    }
    return scan.findings
  }

  /// The mark with which the text has too many line ends, commas, colons and dashes of lists.
  ///
  /// Nearly every key and value takes one of them, and counting is a thousand times faster than
  /// building a tree only to refuse it.
  private static func excessiveMark(in bytes: [UInt8]) -> Int? {
    guard bytes.count > SyntaxLimits.nodes else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var marks = 0
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ":"): marks += 1
        case UInt8(ascii: " ") where index > 0 && bytes[index - 1] == UInt8(ascii: "-"): marks += 1
        default: continue
        }
        if marks > SyntaxLimits.nodes { return index }
      }
      return nil
    }
  }

  /// The first byte of something that YAML text may not hold: control characters beside tab and
  /// line ends, and the non-characters U+FFFE and U+FFFF.
  private static func forbiddenByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte < 0x20 {
          guard byte == 9 || byte == 10 || byte == 13 else { return index }
        } else if byte >= 0x7f {
          guard byte != 0x7f else { return index }
          let next = index + 1 < bytes.count ? bytes[index + 1] : 0
          if byte == 0xc2, (0x80...0x9f).contains(next), next != 0x85 { return index }
          if byte == 0xef, next == 0xbf, index + 2 < bytes.count, bytes[index + 2] >= 0xbe {
            return index
          }
        }
      }
      return nil
    }
  }

  private mutating func scanLines() {
    let bytes = text.bytes
    var start = 0
    while start < bytes.count, findings.count < SyntaxLimits.findings {
      var end = start
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      guard scanLine(bytes[start..<end]) else { return }
      start = end + 1
    }
  }

  /// Scans one line; false where reading on makes no sense.
  private mutating func scanLine(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.firstIndex { $0 != 0x20 } ?? line.endIndex
    let indent = index - line.startIndex
    if let parent = literalParent {
      if index == line.endIndex || indent > parent { return true }
      literalParent = nil
    }
    if indent == 0, openQuote == nil {
      if line.first == UInt8(ascii: "%") { return true }
      if line.starts(with: Array("---".utf8)) { index += 3 }
    }
    return scanTokens(of: line, from: index)
  }

  private mutating func scanTokens(of line: ArraySlice<UInt8>, from first: Int) -> Bool {
    var index = first
    var canStart = true
    var parent = first - line.startIndex
    var token = parent
    var dashes = 0
    var afterQuote = false
    while index < line.endIndex {
      let byte = line[index]
      if let quote = openQuote {
        index += skip(byte, in: quote, next: index + 1 < line.endIndex ? line[index + 1] : 0)
        afterQuote = openQuote == nil
        continue
      }
      let next: UInt8 = index + 1 < line.endIndex ? line[index + 1] : 0x20
      let nextIsBlank = next == 0x20 || next == 9
      defer { index += 1 }
      switch byte {
      case 0x20, 9:
        if !canStart, index + 1 < line.endIndex, next == UInt8(ascii: "#") { return true }
        continue
      case UInt8(ascii: "#") where canStart:
        return true
      case UInt8(ascii: "'") where canStart, UInt8(ascii: "\"") where canStart:
        openQuote = byte
        token = index - line.startIndex
        canStart = false
        continue
      case UInt8(ascii: "&") where canStart, UInt8(ascii: "*") where canStart:
        if isNameByte(next) { report(.anchor, at: index) }
        canStart = false
      case UInt8(ascii: "!") where canStart:
        while index + 1 < line.endIndex, line[index + 1] != 0x20 { index += 1 }
      case UInt8(ascii: "-") where canStart && flowDepth == 0 && nextIsBlank,
        UInt8(ascii: "?") where canStart && flowDepth == 0 && nextIsBlank:
        parent = index - line.startIndex
        dashes += 1
        guard isShallow(dashes, at: index) else { return false }
      case UInt8(ascii: "|") where canStart && flowDepth == 0,
        UInt8(ascii: ">") where canStart && flowDepth == 0:
        literalParent = parent
        return true
      case UInt8(ascii: "[") where canStart || flowDepth > 0,
        UInt8(ascii: "{") where canStart || flowDepth > 0:
        flowDepth += 1
        canStart = true
        guard isShallow(flowDepth, at: index) else { return false }
      case UInt8(ascii: "]") where flowDepth > 0, UInt8(ascii: "}") where flowDepth > 0:
        flowDepth -= 1
        canStart = false
      case UInt8(ascii: ",") where flowDepth > 0:
        canStart = true
      case UInt8(ascii: ":") where nextIsBlank || flowDepth > 0 && (afterQuote || isFlow(next)):
        canStart = true
        if flowDepth == 0 { parent = token }
      default:
        if canStart { token = index - line.startIndex }
        canStart = false
      }
      afterQuote = false
    }
    return true
  }

  /// How many bytes to go on inside quotes; closes them at their end.
  private mutating func skip(_ byte: UInt8, in quote: UInt8, next: UInt8) -> Int {
    if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") { return 2 }
    guard byte == quote else { return 1 }
    if quote == UInt8(ascii: "'"), next == quote { return 2 }
    openQuote = nil
    return 1
  }

  /// Twice the depth that the tree may have, because a line can hold both kinds of nesting.
  private mutating func isShallow(_ depth: Int, at index: Int) -> Bool {
    guard depth > SyntaxLimits.depth else { return true }
    report(.nestedTooDeeply(limit: SyntaxLimits.depth), at: index)
    return false
  }

  private mutating func report(_ problem: Problem, at index: Int) {
    findings.append(Diagnostic(problem, at: text.position(ofByte: index, file: file)))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  private func isFlow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
