/// How often each whole number came up: exact counts, such as of pages, leavers or late starts.
///
/// Numbers from 0 to 4095 are counted one by one, all others by a ``QuantileSketch``. Blocks can be
/// put together in any order.
package struct WholeNumberCounts: Hashable, Sendable {
  /// The first number that is not counted exactly.
  package static let limit = 4096

  private var counts: [Int] = []
  private var exact = 0
  private var beyond = QuantileSketch()

  package init() {}

  package var count: Int { exact + beyond.count }

  /// Takes in one number; about 2 ns.
  package mutating func insert(_ number: Int) {
    guard number >= 0, number < Self.limit else { return beyond.insert(Double(number)) }
    if number >= counts.count { makeRoom(for: number) }
    counts[number] &+= 1
    exact &+= 1
  }

  package mutating func merge(_ other: WholeNumberCounts) {
    if other.counts.count > counts.count { makeRoom(for: other.counts.count - 1) }
    for (number, count) in other.counts.enumerated() { counts[number] += count }
    exact += other.exact
    beyond.merge(other.beyond)
  }

  /// How often a number below ``limit`` came up, of ``count``.
  package func occurrences(of number: Int) -> Int {
    counts.indices.contains(number) ? counts[number] : 0
  }

  /// How likely more than `number` is.
  ///
  /// From ``limit`` on it is how likely more than the last exact number is; below 0, how likely 0 or more.
  package func probabilityOfMore(than number: Int) -> ProbabilityEstimate {
    let atMost = counts.prefix(max(0, min(number, Self.limit - 1) + 1)).reduce(0, +)
    return ProbabilityEstimate(happened: count - atMost - beyond.countBelowZero, count: count)
  }

  /// The smallest number that at least `share` of all numbers do not exceed.
  ///
  /// - Returns: `nil` where there are no numbers; an exact number from 0 to 4095, otherwise one that
  ///   errs by at most ``QuantileSketch/relativeError``.
  /// - Complexity: O(largest number below ``limit``).
  package func quantile(_ share: Double) -> Double? {
    let rank = Rank.of(share, among: count)
    let negative = beyond.countBelowZero
    if rank < negative { return beyond.value(atRank: rank)?.rounded() }
    var passed = negative
    for (number, count) in counts.enumerated() {
      passed += count
      if rank < passed { return Double(number) }
    }
    return beyond.value(atRank: rank - exact)?.rounded()
  }

  private mutating func makeRoom(for number: Int) {
    // By the power of two, so that what is there does not depend on the order.
    var room = 16
    while room <= number { room *= 2 }
    guard room > counts.count else { return }
    counts += Array(repeating: 0, count: room - counts.count)
  }
}
