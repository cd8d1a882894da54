/// The characters that drawings are made of.
package enum Glyphs: Hashable, Sendable {
  case unicode, ascii

  /// Stands for what was cut off; one cell wide in both sets.
  package var ellipsis: Character { self == .unicode ? "…" : "~" }
  package var arrow: String { self == .unicode ? "→" : "->" }
  var plusMinus: String { self == .unicode ? "±" : "+-" }

  /// A text whose arrows and plus-minus signs this set has.
  package func spelled(_ text: String) -> String {
    guard self == .ascii else { return text }
    return text.replacing("→", with: arrow).replacing("±", with: plusMinus)
  }

  package var missing: Character { self == .unicode ? "·" : "." }

  /// What charts over several lines are drawn with.
  var point: String { self == .unicode ? "•" : "o" }
  var middle: String { self == .unicode ? "━" : "=" }
  var band: String { self == .unicode ? "░" : ":" }
  var summit: String { self == .unicode ? "▴" : "^" }
  var axis: String { self == .unicode ? "│" : "|" }
  var tick: String { self == .unicode ? "┤" : "+" }

  /// Marks of severity, told apart without colour.
  package func mark(_ role: TextRole) -> String {
    switch role {
    case .good: self == .unicode ? "✓" : "+"
    case .warning: "!"
    case .bad: self == .unicode ? "✗" : "x"
    case .heading, .muted, .emphasis: self == .unicode ? "·" : "-"
    }
  }

  /// Heights from lowest to highest.
  var levels: [Character] {
    switch self {
    case .unicode: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    case .ascii: ["_", ".", "-", "=", "+", "*", "%", "#"]
    }
  }

  /// Densities from none to full.
  var shades: [Character] {
    switch self {
    case .unicode: [" ", "░", "▒", "▓", "█"]
    case .ascii: [" ", ".", ":", "+", "#"]
    }
  }

  /// Parts of a full cell, from one eighth on; ASCII has whole cells only.
  var partialBlocks: [Character] {
    switch self {
    case .unicode: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    case .ascii: []
    }
  }

  var fullBlock: Character { self == .unicode ? "█" : "#" }
}
