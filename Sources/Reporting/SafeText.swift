/// Makes users' text harmless where it is shown.
package enum SafeText {
  /// The text with control characters and those that turn writing direction made visible.
  ///
  /// A name in a model file must not move the cursor, recolour the terminal or reorder a line.
  package static func terminal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f: true  // C0, DEL and C1.
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true  // Bidi controls.
    case 0x2028, 0x2029: true  // Line and paragraph separators.
    default: false
    }
  }
}
