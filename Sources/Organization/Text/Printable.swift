/// Makes text from files safe to print: no control bytes, no reordering, not too long.
package enum Printable {
  /// A count with its noun, such as `1 person` or `12 people`.
  package static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// Text in which every scalar that could move the cursor or reorder a line is spelled out.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    return result
  }

  /// One scalar, spelled out where it could do harm; a tab becomes a space.
  package static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\t" { return " " }
    return needsEscape(scalar)
      ? "\\u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
  }

  /// The start of a text, with an ellipsis where something was cut off.
  package static func clipped(_ text: String, to limit: Int = 60) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// A number without needless digits: `3`, `0.25`.
  package static func number(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
    return "\(Int(value))"
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff: true
    default: false
    }
  }
}
