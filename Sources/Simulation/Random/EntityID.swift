/// What a random number is for, known by its name and not by its place in a list.
///
/// FNV-1a in 64 bits [Fowler, Noll & Vo 1991]: the same on every machine, and of a million names two
/// share a number with probability 3·10⁻⁸. A new service or team shifts nobody else's numbers.
package struct EntityID: Hashable, Sendable {
  package let hash: UInt64

  /// The thing of that name, such as `EntityID("service", "checkout")`.
  ///
  /// The parts are kept apart: `("a", "bc")` and `("ab", "c")` differ.
  /// - Complexity: O(length of the names); make it once, outside loops.
  package init(_ names: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (place, name) in names.enumerated() {
      // No UTF-8 text holds the byte 255.
      if place > 0 { hash = Self.mixed(hash, 0xff) }
      for byte in name.utf8 { hash = Self.mixed(hash, byte) }
    }
    self.hash = hash
  }

  @inlinable init(hash: UInt64) { self.hash = hash }

  /// One of many alike, such as the people of a team; all 64 bits of `number` count.
  @inlinable package func numbered(_ number: Int) -> EntityID {
    var hash = Self.mixed(self.hash, 0xfe)
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      hash = Self.mixed(hash, UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return EntityID(hash: hash)
  }

  @inlinable static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
