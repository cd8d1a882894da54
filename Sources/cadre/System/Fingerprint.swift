import Crypto

/// The SHA-256 of an input in hexadecimal digits, so that a report says what it was made from.
func fingerprint(of bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
