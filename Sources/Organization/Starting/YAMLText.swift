/// Writes text so that YAML reads the same text again.
enum YAMLText {
  /// The text plain where that is safe, otherwise in double quotes.
  static func written(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func isPlain(_ text: String) -> Bool {
    guard Identifier.isValid(text), let first = text.utf8.first else { return false }
    let isLetter = (65...90).contains(first) || (97...122).contains(first)
    return isLetter && !words.contains(text.lowercased())
  }

  /// Words that some readers of YAML take for something else than text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none",
  ]

  /// The text in double quotes.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce("\"") { $0 + escaped($1) } + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case " "..."~": return String(scalar)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
