/// Text of files that say by their first bytes how they are encoded.
enum UnicodeText {
  /// The bytes as UTF-8, where a byte order mark says that they are UTF-16, as some spreadsheets write;
  /// else as they are.
  ///
  /// - Complexity: O(bytes).
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    guard isLittle || bytes.starts(with: [0xfe, 0xff]) else { return bytes }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
