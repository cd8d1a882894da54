/// Text of files that say by their first bytes how they are encoded.
enum UnicodeText {
  /// The bytes as UTF-8, where a byte order mark says that they are UTF-16, as some spreadsheets write;
  /// else as they are.
  ///
  /// - Complexity: O(bytes).
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var parts = UnicodeParts()
    let start = parts.utf8(of: bytes)
    let rest = parts.rest()
    return rest.isEmpty ? start : start + rest
  }
}
