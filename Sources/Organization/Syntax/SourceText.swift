/// The bytes of a file, cut into lines, so that findings can quote them.
struct SourceText: Sendable {
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// A line without its end, or `nil` where the file is shorter.
  ///
  /// Lines count from 1.
  func line(_ number: Int) -> String? {
    guard (1...lineStarts.count).contains(number) else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The place of a byte, counted in lines and Unicode scalars from 1.
  func position(ofByte offset: Int, file: String) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes[lineStarts[low]..<min(offset, bytes.count)].count { $0 & 0xc0 != 0x80 }
    return SourcePosition(file: file, line: low + 1, column: column + 1)
  }
}
