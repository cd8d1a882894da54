/// Reads the number at the start of a text such as `1_200`, `-1.5`, `120k`, `1.2M` or `3e4`.
enum NumberText {
  /// The number and what follows it; `nil` where no number stands.
  static func parse(_ text: String) -> (value: Double, rest: Substring.UTF8View)? {
    let bytes = text.utf8
    var digits: [UInt8] = []
    var index = bytes.startIndex
    var count = 0

    func peek(_ offset: Int = 0) -> UInt8? {
      guard let place = bytes.index(index, offsetBy: offset, limitedBy: bytes.endIndex) else {
        return nil
      }
      return place < bytes.endIndex ? bytes[place] : nil
    }
    func takeDigits() {
      while let byte = peek() {
        if isDigit(byte) {
          digits.append(byte)
          count += 1
        } else if byte != UInt8(ascii: "_") || !isDigit(digits.last) || !isDigit(peek(1)) {
          return
        }
        bytes.formIndex(after: &index)
      }
    }

    if let sign = peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits.append(sign)
      bytes.formIndex(after: &index)
    }
    takeDigits()
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      if count == 0 { digits.append(UInt8(ascii: "0")) }
      digits.append(UInt8(ascii: "."))
      bytes.formIndex(after: &index)
      takeDigits()
    }
    guard count > 0, count <= 60 else { return nil }
    takeExponent()
    guard var value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
      return nil
    }
    if let factor = multiplier(peek()), isBlank(peek(1)) {
      value *= factor
      bytes.formIndex(after: &index)
    }
    return (value, text[index...].utf8)

    func takeExponent() {
      guard let mark = peek(), mark | 0x20 == UInt8(ascii: "e") else { return }
      let isSigned = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
      guard isDigit(peek(isSigned ? 2 : 1)) else { return }
      for _ in 0..<(isSigned ? 2 : 1) {
        if let byte = peek() { digits.append(byte) }
        bytes.formIndex(after: &index)
      }
      takeDigits()
    }
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (48...57).contains($0) } ?? false
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte == nil || byte == 0x20 }

  private static func multiplier(_ byte: UInt8?) -> Double? {
    switch byte {
    case UInt8(ascii: "k"): 1_000
    case UInt8(ascii: "M"): 1_000_000
    default: nil
    }
  }
}
