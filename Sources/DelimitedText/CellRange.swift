/// Where the content of one cell lies, without the quotes around it.
struct CellRange {
  private var start: UInt32
  /// The lowest two bits say whether the cell was quoted and whether it holds doubled quotes.
  private var lengthAndFlags: UInt32

  /// The largest file the packed ranges can address.
  static let largestFile = Int(UInt32.max >> 2)

  init(_ range: Range<Int>, isQuoted: Bool, hasDoubledQuotes: Bool) {
    start = UInt32(range.lowerBound)
    let flags: UInt32 = (isQuoted ? 1 : 0) | (hasDoubledQuotes ? 2 : 0)
    lengthAndFlags = UInt32(range.count) << 2 | flags
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(lengthAndFlags >> 2) }
  var isQuoted: Bool { lengthAndFlags & 1 != 0 }
  var hasDoubledQuotes: Bool { lengthAndFlags & 2 != 0 }
}
