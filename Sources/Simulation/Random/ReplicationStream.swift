/// All random numbers of one replication, each found by what it is for.
///
/// Nothing is used up: the number of an (entity, purpose, month, draw) is the same however often, in
/// whichever order and on whichever core it is asked for. Scenarios and strategies that share a seed
/// share luck (common random numbers), and replication 17 of 64 is replication 17 of a million.
package struct ReplicationStream: Hashable, Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let replication: UInt32

  /// - Parameters:
  ///   - seed: of the run; all 64 bits count.
  ///   - replication: its number; the low 32 bits count.
  @inlinable package init(seed: UInt64, replication: Int) {
    key = seed
    self.replication = UInt32(truncatingIfNeeded: replication)
  }

  /// One uniform number in the open interval from 0 to 1; see ``Draws/uniform()``.
  ///
  /// It is number `draw` of ``draws(_:_:month:)``. Where several draws of one purpose are needed, the
  /// cursor makes two for the price of one.
  /// - Precondition: `month` is in `0..<256`, `draw` in `0..<524288`.
  @inlinable package func uniform(
    _ entity: EntityID, _ purpose: DrawPurpose, month: Int = 0, draw: Int = 0
  ) -> Double {
    precondition(draw >= 0 && draw >> 1 < Draws.blocks, "draw out of range")
    let counter = counter(entity, purpose, month: month)
    let block = Philox.block(counter: counter.advanced(to: UInt32(draw >> 1)), key: key)
    return Draws.uniform(draw & 1 == 0 ? block.halves.0 : block.halves.1)
  }

  /// The first number of each of many entities.
  ///
  /// It is faster than one by one, as no number waits for what becomes of the one before it.
  package func uniforms(
    _ entities: [EntityID], _ purpose: DrawPurpose, month: Int, into numbers: inout [Double]
  ) {
    precondition(numbers.count == entities.count)
    numbers.withUnsafeMutableBufferPointer { numbers in
      entities.withUnsafeBufferPointer { entities in
        for place in entities.indices {
          let block = Philox.block(
            counter: counter(entities[place], purpose, month: month), key: key)
          numbers[place] = Draws.uniform(block.halves.0)
        }
      }
    }
  }

  /// The first two numbers of ``draws(_:_:month:)``, which cost as much as one.
  @inlinable @inline(__always)
  package func pair(
    _ entity: EntityID, _ purpose: DrawPurpose, month: Int
  ) -> (Double, Double) {
    let halves = Philox.block(counter: counter(entity, purpose, month: month), key: key).halves
    return (Draws.uniform(halves.0), Draws.uniform(halves.1))
  }

  /// All numbers of an entity, purpose and month, one after the other.
  ///
  /// - Precondition: `month` is in `0..<256`.
  @inlinable package func draws(
    _ entity: EntityID, _ purpose: DrawPurpose, month: Int = 0
  ) -> Draws {
    Draws(counter: counter(entity, purpose, month: month), key: key)
  }

  /// Word by word: replication, name (two), and purpose (6 bits), month (8), block (18).
  @inlinable func counter(
    _ entity: EntityID, _ purpose: DrawPurpose, month: Int
  ) -> Philox.Block {
    precondition(0 <= month && month < 256, "month out of range")
    return Philox.Block(
      replication, UInt32(truncatingIfNeeded: entity.hash),
      UInt32(truncatingIfNeeded: entity.hash >> 32),
      UInt32(purpose.rawValue) << 26 | UInt32(truncatingIfNeeded: month) << 18)
  }
}

extension Philox.Block {
  /// The counter of block number `block` of the same purpose and month.
  @inlinable func advanced(to block: UInt32) -> Philox.Block {
    Philox.Block(words.0, words.1, words.2, words.3 | block)
  }
}
