/// Makes UTF-8 of a file that comes in parts.
///
/// A byte order mark may say that it is UTF-16, as some spreadsheets write; anything else is left as it is.
struct UnicodeParts {
  private enum Encoding {
    case unknown, utf8, littleEndian, bigEndian
  }

  private var encoding = Encoding.unknown
  /// Bytes of a unit, or of a pair of units, that is not complete.
  private var pending: [UInt8] = []

  /// What a part is in UTF-8; what cannot be told yet comes with the next.
  ///
  /// - Complexity: O(bytes).
  mutating func utf8(of part: [UInt8]) -> [UInt8] {
    if encoding == .utf8 { return part }
    pending += part
    if encoding == .unknown, !find() { return [] }
    if encoding == .utf8 { return taken(pending.count) }
    var end = pending.count & ~1
    // A pair of surrogates is one scalar.
    if end >= 2, (0xd8...0xdb).contains(pending[encoding == .bigEndian ? end - 2 : end - 1]) {
      end -= 2
    }
    return text(of: taken(end))
  }

  /// What is left at the end of the file.
  mutating func rest() -> [UInt8] {
    let rest = taken(pending.count)
    return encoding == .utf8 || encoding == .unknown ? rest : text(of: rest)
  }

  /// Finds out what the file is by its first two bytes.
  private mutating func find() -> Bool {
    guard pending.count >= 2 else { return false }
    switch (pending[0], pending[1]) {
    case (0xff, 0xfe): encoding = .littleEndian
    case (0xfe, 0xff): encoding = .bigEndian
    default: encoding = .utf8
    }
    if encoding != .utf8 { pending.removeFirst(2) }
    return true
  }

  private mutating func taken(_ count: Int) -> [UInt8] {
    defer { pending.removeFirst(count) }
    return Array(pending[..<count])
  }

  private func text(of bytes: [UInt8]) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(encoding == .littleEndian ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
