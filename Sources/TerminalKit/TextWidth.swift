internal import CTerminal

/// How many cells a terminal draws text in; the same as wcwidth(3), by which ncurses lays it out.
package enum TextWidth {
  /// Columns of a string; control characters take none.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
    return text.reduce(0) { $0 + of(shown($1)) }
  }

  /// Columns of what is drawn for a character: 0, 1 or 2.
  package static func of(_ character: Character) -> Int {
    if let byte = character.asciiValue { return byte >= 0x20 && byte < 0x7f ? 1 : 0 }
    return character.unicodeScalars.reduce(0) { $0 + max(0, of($1)) }
  }

  /// What is drawn for a character: itself, or U+FFFD where terminals disagree how wide it is.
  package static func shown(_ character: Character) -> Character {
    if character.isASCII { return character }
    let scalars = character.unicodeScalars
    let isPrintable = scalars.allSatisfy { of($0) >= 0 }
    let width = scalars.reduce(0) { $0 + max(0, of($1)) }
    return isPrintable && (1...2).contains(width) ? character : "\u{fffd}"
  }

  /// Columns of a scalar; -1 for what cannot be printed.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    return value < table.count ? Int(table[value]) : Int(ct_width(scalar.value))
  }

  /// All that people write, looked up once.
  private static let table: [Int8] = (0..<UInt32(0x2_0000)).map { scalar in
    (0xd800...0xdfff).contains(scalar) ? -1 : Int8(ct_width(scalar))
  }

  /// The text cut to `width` columns, ending in `ellipsis` where something is missing.
  package static func clipped(_ text: String, to width: Int, ellipsis: Character) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var clipped = ""
    var used = 0
    for character in text {
      let drawn = shown(character)
      let columns = of(drawn)
      guard used + columns <= width - 1 else { break }
      clipped.append(drawn)
      used += columns
    }
    clipped.append(ellipsis)
    return clipped
  }
}
