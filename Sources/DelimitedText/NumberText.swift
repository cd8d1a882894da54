/// Reads decimal numbers from bytes without making a string of each.
package enum NumberText {
  /// Powers of ten that a `Double` holds exactly.
  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that `text` writes, correctly rounded; `nil` for anything else.
  ///
  /// Takes an optional sign, digits with at most one point and an optional exponent, with spaces
  /// around them. Infinity, NaN and hexadecimal are no numbers here. Up to 2⁵³ and 10²² the
  /// product of two exact values is correctly rounded [Clinger 1990]; the rest goes through the
  /// standard library.
  package static func double(_ text: ArraySlice<UInt8>) -> Double? {
    let text = trimmed(text)
    guard let parts = Decimal(text) else { return nil }
    let power = parts.exponent
    guard parts.isExact, parts.mantissa <= 1 << 53, abs(power) < exactPowers.count else {
      return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }
    let magnitude = Double(parts.mantissa)
    let value = power < 0 ? magnitude / exactPowers[-power] : magnitude * exactPowers[power]
    return parts.isNegative ? -value : value
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (text.startIndex, text.endIndex)
    while start < end, text[start] == Byte.space || text[start] == Byte.tab { start += 1 }
    while end > start, text[end - 1] == Byte.space || text[end - 1] == Byte.tab { end -= 1 }
    return text[start..<end]
  }

  /// A number taken apart: ± mantissa · 10^exponent.
  private struct Decimal {
    var isNegative = false
    var mantissa: UInt64 = 0
    var exponent = 0
    /// False once digits had to be dropped.
    var isExact = true

    /// Exponents beyond this are not finite or zero anyway; stops the sum from overflowing.
    private static let largestExponent = 100_000

    init?(_ text: ArraySlice<UInt8>) {
      var index = text.startIndex
      func digit() -> UInt64? {
        guard index < text.endIndex, (48...57).contains(text[index]) else { return nil }
        return UInt64(text[index] - 48)
      }
      if index < text.endIndex, text[index] == 0x2B || text[index] == 0x2D {
        isNegative = text[index] == 0x2D
        index += 1
      }
      var digitCount = 0
      while let next = digit() {
        append(next, isFraction: false)
        (index, digitCount) = (index + 1, digitCount + 1)
      }
      if index < text.endIndex, text[index] == 0x2E {
        index += 1
        while let next = digit() {
          append(next, isFraction: true)
          (index, digitCount) = (index + 1, digitCount + 1)
        }
      }
      guard digitCount > 0 else { return nil }
      if index < text.endIndex, text[index] | 0x20 == 0x65 {
        index += 1
        let isSigned = index < text.endIndex && (text[index] == 0x2B || text[index] == 0x2D)
        let sign = isSigned && text[index] == 0x2D ? -1 : 1
        if isSigned { index += 1 }
        guard digit() != nil else { return nil }
        var written = 0
        while let next = digit() {
          written = min(written * 10 + Int(next), Decimal.largestExponent)
          index += 1
        }
        exponent += sign * written
      }
      guard index == text.endIndex else { return nil }
    }

    private mutating func append(_ digit: UInt64, isFraction: Bool) {
      guard mantissa < 1_000_000_000_000_000_000 else {
        isExact = false
        return
      }
      mantissa = mantissa * 10 + digit
      if isFraction { exponent -= 1 }
    }
  }
}
