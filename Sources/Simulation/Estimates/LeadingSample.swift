/// The values of the first replications, for what needs them one by one.
///
/// Replications are independent, so that the first are as good a sample as any; which they are does
/// not depend on the number of cores, as blocks are put together in their order.
package struct LeadingSample: Hashable, Sendable {
  /// Enough to know a rank correlation to within 0.03.
  package static let usualLimit = 4096

  package let limit: Int
  package private(set) var values: [Double] = []

  package init(limit: Int = usualLimit) { self.limit = max(0, limit) }

  /// Takes in the next replication, if there is room.
  package mutating func insert(_ value: Double) {
    if values.count < limit { values.append(value) }
  }

  /// Takes in the replications of `other`, which come after those already here.
  package mutating func merge(_ other: LeadingSample) {
    values += other.values.prefix(max(0, limit - values.count))
  }
}
