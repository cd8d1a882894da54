import Mustache

/// Makes words harmless in HTML, between tags and in quoted attributes.
///
/// Scalar by scalar: Mustache's own escaping goes by characters as people see them, so that a
/// quotation mark with an accent on it would get through and end an attribute.
struct HTMLText: MustacheContentType {
  /// What templates ask for in their first line.
  static let name = "CADRE-HTML"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in SafeText.terminal(text).unicodeScalars {
      switch scalar {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
