/// What a piece of text means; a theme turns it into a colour.
package enum TextRole: CaseIterable, Sendable {
  case heading, good, warning, bad, muted, emphasis

  /// The parameters of the ANSI "select graphic rendition" sequence: the basic eight colours only,
  /// so that the terminal's own theme decides how they look.
  fileprivate var parameters: String {
    switch self {
    case .heading: "1;36"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    case .muted: "2"
    case .emphasis: "1"
    }
  }
}

/// Puts colour on text, or leaves it alone.
package struct Ink: Hashable, Sendable {
  package var hasColor: Bool

  package init(hasColor: Bool) { self.hasColor = hasColor }

  package static let plain = Ink(hasColor: false)

  /// The text in the colour of its role; the same text where colour is off or there is no text.
  package func callAsFunction(_ role: TextRole, _ text: String) -> String {
    guard hasColor, !text.isEmpty else { return text }
    return "\u{1b}[\(role.parameters)m\(text)\u{1b}[0m"
  }
}

/// Everything that decides how text for people looks, chosen by the caller from the terminal.
package struct TextStyle: Hashable, Sendable {
  package var ink: Ink
  package var glyphs: Glyphs
  /// Columns that a line may take.
  package var width: Int

  package init(ink: Ink = .plain, glyphs: Glyphs = .ascii, width: Int = 80) {
    self.ink = ink
    self.glyphs = glyphs
    self.width = width
  }
}
