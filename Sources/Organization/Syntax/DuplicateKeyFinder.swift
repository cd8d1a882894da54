/// Finds the second of two equal keys in a text, because the YAML parser tells only the first.
struct DuplicateKeyFinder {
  private(set) var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The next place after `line:column` (from 1) where `key` stands again in the same mapping.
  func repetition(
    of key: String, line: Int, column: Int
  ) -> (range: Range<Int>, line: Int, column: Int)? {
    guard let start = offset(line: line, column: column) else { return nil }
    let isFlow = followsFlowMark(start)
    let spellings = ["\(key)", "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
    var here = (index: start, line: line, column: column)
    var depth = 0
    var isLineStart = false
    while here.index < scalars.count {
      let scalar = scalars[here.index]
      if here.index > start, depth == 0,
        isFlow ? followsFlowMark(here.index) : isLineStart && here.column == column,
        let spelling = spellings.first(where: { isKey($0, at: here.index) })
      {
        return (here.index..<here.index + spelling.count, here.line, here.column)
      }
      if endsLine(here.index) {
        here = (here.index + 1, here.line + 1, 1)
        isLineStart = true
        continue
      }
      switch scalar {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      if scalar != " ", isLineStart {
        if !isFlow, depth == 0, here.column < column, scalar != "#" { return nil }
        isLineStart = false
      }
      if depth < 0 { return nil }
      here.index += 1
      here.column += 1
    }
    return nil
  }

  /// Overwrites a key with private-use characters of the same number, so that columns stay right.
  mutating func blank(_ range: Range<Int>, number: Int) -> String {
    let filler = Unicode.Scalar(0xe000 + UInt32(number)) ?? " "
    for index in range { scalars[index] = filler }
    return String(String.UnicodeScalarView(repeatElement(filler, count: range.count)))
  }

  private func offset(line: Int, column: Int) -> Int? {
    var current = 1
    var index = 0
    while current < line {
      guard index < scalars.count else { return nil }
      if endsLine(index) { current += 1 }
      index += 1
    }
    let place = index + column - 1
    return scalars.indices.contains(place) ? place : nil
  }

  /// Whether a line ends with a scalar, as the parser counts lines [YAML 1.1, 4.1.3].
  private func endsLine(_ index: Int) -> Bool {
    switch scalars[index] {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    case "\r": index + 1 == scalars.count || scalars[index + 1] != "\n"
    default: false
    }
  }

  /// Whether the last thing before a place is `{` or `,`.
  private func followsFlowMark(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, scalars[before] == " " || scalars[before] == "\n" { before -= 1 }
    return before >= 0 && (scalars[before] == "," || scalars[before] == "{")
  }

  private func isKey(_ spelling: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + spelling.count < scalars.count else { return false }
    for offset in spelling.indices where scalars[index + offset] != spelling[offset] {
      return false
    }
    var after = index + spelling.count
    while after < scalars.count, scalars[after] == " " { after += 1 }
    return after < scalars.count && scalars[after] == ":"
  }
}
