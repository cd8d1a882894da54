/// The characters that a terminal can show.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// Unicode with dots of eight to a cell.
  case braille
  /// Unicode without them: some fonts and consoles have no Braille.
  case blocks
  case ascii

  package var isUnicode: Bool { self != .ascii }

  package var ellipsis: Character { isUnicode ? "…" : "~" }
  package var horizontal: Character { isUnicode ? "─" : "-" }
  package var vertical: Character { isUnicode ? "│" : "|" }
  /// Corners of a frame: top left, top right, bottom left, bottom right.
  package var corners: [Character] { isUnicode ? ["╭", "╮", "╰", "╯"] : ["+", "+", "+", "+"] }
  /// Stands before what the cursor is on, as colour alone says nothing.
  package var cursor: String { isUnicode ? "▸" : ">" }
  package var marked: String { isUnicode ? "●" : "*" }
  package var up: String { isUnicode ? "▲" : "^" }
  package var down: String { isUnicode ? "▼" : "v" }
  package var arrow: String { isUnicode ? "→" : "->" }
  package var plusMinus: String { isUnicode ? "±" : "+-" }
  package var good: String { isUnicode ? "✓" : "+" }
  package var bad: String { isUnicode ? "✗" : "x" }
  package var bullet: String { isUnicode ? "•" : "*" }
  package var point: Character { isUnicode ? "•" : "o" }
  package var middle: Character { isUnicode ? "━" : "=" }
  package var band: Character { isUnicode ? "░" : ":" }
  package var summit: Character { isUnicode ? "▴" : "^" }
  package var missing: Character { isUnicode ? "·" : "." }
  /// What a sum goes round by while something is worked out.
  package var spinner: [Character] {
    self == .braille ? ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"] : ["|", "/", "-", "\\"]
  }

  /// Heights from lowest to highest.
  package var levels: [Character] {
    isUnicode
      ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", "-", "=", "+", "*", "%", "#"]
  }

  /// Densities for the five steps of heat.
  package var shades: [Character] {
    isUnicode ? ["·", "░", "▒", "▓", "█"] : [".", ":", "+", "*", "#"]
  }

  /// A line of small columns between the ends of `range`.
  package func sparkline(_ values: [Double], in range: ClosedRange<Double>) -> String {
    let span = range.upperBound - range.lowerBound
    return String(
      values.map { value in
        guard value.isFinite else { return missing }
        guard span > 0 else { return levels[levels.count / 2] }
        let share = min(1, max(0, (value - range.lowerBound) / span))
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }

  /// What to draw with, from what the user asked for and what the terminal is.
  ///
  /// - Parameters:
  ///   - wish: of the user; Unicode is not used where the locale cannot encode it.
  ///   - isUTF8: whether the locale is UTF-8.
  ///   - terminal: the name of the terminal; consoles have no Braille.
  /// - Returns: the best set that it can show.
  package static func fitting(wish: GlyphSet?, isUTF8: Bool, terminal: String?) -> GlyphSet {
    guard isUTF8 else { return .ascii }
    if let wish { return wish }
    let name = terminal ?? ""
    return name == "linux" || name.hasPrefix("vt") || name == "ansi" ? .ascii : .braille
  }
}
