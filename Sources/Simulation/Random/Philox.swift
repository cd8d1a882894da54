/// The counter-based generator Philox4x32-10. [Salmon, Moraes, Dror & Shaw 2011]
///
/// A keyed bijection of 128-bit counters: no state, so that any number can be had in any order on any
/// core. It is part of the meaning of a seed; to change it is to change every result.
package enum Philox {
  /// 128 bits, as a counter that goes in or as random bits that come out.
  package struct Block: Hashable, Sendable {
    package var words: (UInt32, UInt32, UInt32, UInt32)

    @inlinable package init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
      words = (a, b, c, d)
    }

    /// The first and second 64 bits, low word first.
    @inlinable package var halves: (UInt64, UInt64) {
      (
        UInt64(words.1) << 32 | UInt64(words.0),
        UInt64(words.3) << 32 | UInt64(words.2)
      )
    }

    package static func == (a: Block, b: Block) -> Bool { a.words == b.words }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(halves.0)
      hasher.combine(halves.1)
    }
  }

  /// The random block of `counter` under `key`, whose low word is the first of the two key words.
  ///
  /// - Complexity: ten rounds of two multiplications.
  @inlinable @inline(__always)
  package static func block(counter: Block, key: UInt64) -> Block {
    var (a, b, c, d) = counter.words
    var first = UInt32(truncatingIfNeeded: key)
    var second = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let left = 0xD251_1F53 &* UInt64(a)
      let right = 0xCD9E_8D57 &* UInt64(c)
      a = UInt32(truncatingIfNeeded: right >> 32) ^ b ^ first
      b = UInt32(truncatingIfNeeded: right)
      c = UInt32(truncatingIfNeeded: left >> 32) ^ d ^ second
      d = UInt32(truncatingIfNeeded: left)
      // Weyl sequences: the golden ratio and the square root of three less one, in 32 bits.
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return Block(a, b, c, d)
  }
}
