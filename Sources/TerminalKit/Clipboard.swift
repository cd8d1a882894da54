/// Copying by OSC 52, which works over ssh because the terminal does it.
package enum Clipboard {
  /// Longer texts are dropped by some terminals.
  package static let mostBytes = 74_994

  /// What to send to the terminal, one after the other.
  package static func sequences(_ text: String, isInsideTmux: Bool) -> [String] {
    let plain = "\u{1b}]52;c;\(base64(Array(text.utf8)))\u{7}"
    guard isInsideTmux else { return [plain] }
    // To tmux itself, and through it to the terminal outside.
    return [plain, "\u{1b}Ptmux;\u{1b}\(plain)\u{1b}\\"]
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// The encoding of [RFC 4648, section 4].
  static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for place in 0..<3 {
        let byte = start + place < bytes.count ? UInt32(bytes[start + place]) : 0
        bits = bits << 8 | byte
      }
      for place in 0...group.count {
        text.append(alphabet[Int(bits >> (18 - 6 * UInt32(place))) & 63])
      }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}
