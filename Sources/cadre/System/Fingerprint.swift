import Crypto

/// The SHA-256 of an input in hexadecimal digits, so that a report says what it was made from.
func fingerprint(of bytes: [UInt8]) -> String { digits(of: SHA256.hash(data: bytes)) }

/// The SHA-256 of an input that comes in parts.
struct RunningFingerprint {
  private var hash = SHA256()
  private(set) var byteCount = 0

  mutating func add(_ bytes: [UInt8]) {
    hash.update(data: bytes)
    byteCount += bytes.count
  }

  var text: String { digits(of: hash.finalize()) }
}

private func digits(of digest: SHA256.Digest) -> String {
  digest.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
