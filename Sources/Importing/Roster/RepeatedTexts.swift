/// Finds texts that may stand in more than one row, in five bytes a row.
///
/// Texts of the same 40 bits count as the same, so whoever asks has to look again: of ten million
/// different ones about fifty do.
struct RepeatedTexts {
  /// The lower 32 bits by the upper eight.
  private var hashes = [[UInt32]](repeating: [], count: 256)

  mutating func add(_ text: String) {
    let hash = Self.hash(text)
    hashes[Int(hash >> 32)].append(UInt32(truncatingIfNeeded: hash))
  }

  /// What ``hash(_:)`` gives for those that were added more than once.
  ///
  /// - Complexity: O(texts · log texts).
  mutating func repeated() -> Set<UInt64> {
    var found: Set<UInt64> = []
    for upper in hashes.indices {
      hashes[upper].sort()
      for (first, second) in zip(hashes[upper], hashes[upper].dropFirst()) where first == second {
        found.insert(UInt64(upper) << 32 | UInt64(first))
      }
    }
    return found
  }

  /// 40 bits of a text [Fowler, Noll & Vo 1991, FNV-1a].
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (hash ^ hash >> 40) & 0xff_ffff_ffff
  }
}
