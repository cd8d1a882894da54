/// What may be an id: it appears in file names, tables and commands.
package enum Identifier {
  package static let pattern = "^[A-Za-z0-9_.-]{1,63}$"

  /// Whether a text has letters, digits, `-`, `_` and `.` only, at most 63.
  package static func isValid(_ text: String) -> Bool {
    (1...63).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      }
  }
}
