/// How two strategies or scenarios differ on the same futures.
///
/// With common random numbers what hits both cancels, so that the difference of means has a smaller
/// error than either mean; this is that error, not one put together from the two.
package struct PairedDifference: Hashable, Sendable {
  /// Of the first less the second, replication by replication.
  package private(set) var difference = MeanEstimate()
  /// Replications in which the first is smaller, and in which both are the same.
  package private(set) var (smaller, equal) = (0, 0)

  package init() {}

  /// Takes in one replication of both.
  package mutating func insert(_ first: Double, _ second: Double) {
    difference.insert(first - second)
    smaller &+= first < second ? 1 : 0
    equal &+= first == second ? 1 : 0
  }

  /// Takes in the replications of `other`, which come after those already here.
  package mutating func merge(_ other: PairedDifference) {
    difference.merge(other.difference)
    smaller += other.smaller
    equal += other.equal
  }

  package var count: Int { difference.count }

  /// How likely the first is to be the smaller one; being equal does not count.
  package var probabilityOfLess: ProbabilityEstimate {
    ProbabilityEstimate(happened: smaller, count: count)
  }
}
