/// How many terminal cells text takes.
package enum CellWidth {
  /// Cells of a string without control characters; pass users' text through ``SafeText`` first.
  package static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// 0 for marks alone, 2 for East Asian wide characters and emoji, else 1.
  package static func of(_ character: Character) -> Int {
    // U+FE0F asks for the emoji form, which terminals draw in two cells.
    if character.unicodeScalars.contains("\u{fe0f}") { return 2 }
    return character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  /// The text cut to `width` cells, with a mark where something is missing.
  package static func clipped(_ text: String, to width: Int, glyphs: Glyphs) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var clipped = ""
    var used = 0
    for character in text {
      let cells = of(character)
      guard used + cells <= width - 1 else { break }
      clipped.append(character)
      used += cells
    }
    clipped.append(glyphs.ellipsis)
    return clipped
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7f ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Blocks whose characters are wide or full-width. [Unicode Standard Annex 11]
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0xa4cf,
    0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
    0xffe0...0xffe6, 0x17000...0x18aff, 0x1b000...0x1b2ff, 0x20000...0x3fffd,
  ]
}
