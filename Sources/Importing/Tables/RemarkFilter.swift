/// Leaves lines empty that begin with `#`, which exports of web statistics have, so that lines keep their
/// numbers.
struct RemarkFilter {
  private var (isStart, isRemark) = (true, false)

  /// The same bytes without such lines, in parts as they come.
  ///
  /// - Complexity: O(bytes).
  mutating func filtered(_ bytes: [UInt8]) -> [UInt8] {
    guard isRemark || bytes.contains(UInt8(ascii: "#")) else {
      if let last = bytes.last { isStart = Self.isEnd(last) }
      return bytes
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      let isEnd = Self.isEnd(byte)
      if isStart { isRemark = byte == UInt8(ascii: "#") }
      if isEnd || !isRemark { result.append(byte) }
      isStart = isEnd
    }
    return result
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
