/// The byte between two cells of a row.
package enum Delimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The delimiter that stands most often outside quotes in the header; a comma if none does.
  static func detected(in bytes: [UInt8], from start: Int) -> Delimiter {
    var counts: [Int] = Array(repeating: 0, count: Delimiter.allCases.count)
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == Byte.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      for (index, delimiter) in Delimiter.allCases.enumerated() where byte == delimiter.rawValue {
        counts[index] += 1
      }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return Delimiter.allCases[best]
  }
}
