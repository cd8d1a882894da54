/// The random numbers of one entity, purpose and month, one after the other.
///
/// Each block of 128 bits makes two. Take a copy to see the same numbers again.
package struct Draws: RandomNumberGenerator, Sendable {
  /// Blocks that one cursor holds, 2¹⁸.
  @usableFromInline static let blocks = 1 << 18

  @usableFromInline let counter: Philox.Block
  @usableFromInline let key: UInt64
  @usableFromInline var block: UInt32 = 0
  @usableFromInline var kept: UInt64 = 0
  @usableFromInline var hasKept = false

  @inlinable init(counter: Philox.Block, key: UInt64) {
    self.counter = counter
    self.key = key
  }

  /// 64 random bits.
  ///
  /// - Precondition: fewer than 2¹⁹ have been drawn.
  @inlinable package mutating func next() -> UInt64 {
    if hasKept {
      hasKept = false
      return kept
    }
    precondition(block < Self.blocks, "draws used up")
    let halves = Philox.block(counter: counter.advanced(to: block), key: key).halves
    block += 1
    (kept, hasKept) = (halves.1, true)
    return halves.0
  }

  /// A number between 0 and 1, never either: an odd multiple of 2⁻⁵³.
  ///
  /// All 2⁵² of them are equally likely, lie symmetrically around a half, and `1 - u` is exact, so that
  /// both tails of a distribution are made with the same care, out to 8.2 standard deviations.
  @inlinable package mutating func uniform() -> Double { Self.uniform(next()) }

  @inlinable static func uniform(_ bits: UInt64) -> Double {
    Double(bits >> 11 | 1) * 0x1p-53
  }
}
