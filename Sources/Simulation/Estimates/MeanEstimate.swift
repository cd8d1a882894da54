/// The mean of independent replications, with the error it has from there being only so many.
///
/// Running moments that do not cancel for large means [Welford 1962]; blocks are put together by
/// their moments [Chan, Golub & LeVeque 1979]. Put together in the order of the blocks, the result is
/// the same on any number of cores.
package struct MeanEstimate: Hashable, Sendable {
  package private(set) var count = 0
  /// 0 where nothing has been seen.
  package private(set) var mean = 0.0
  /// Sum of squared deviations from the mean.
  private var squares = 0.0

  package init() {}

  /// Takes in one replication; about 3 ns.
  package mutating func insert(_ value: Double) {
    count &+= 1
    let deviation = value - mean
    // The reciprocal does not wait for the deviation, a division would.
    mean += deviation * (1 / Double(count))
    squares += deviation * (value - mean)
  }

  /// Takes in the next replications in their order; about 2 ns each.
  package mutating func insert(contentsOf values: ArraySlice<Double>) {
    // Each number waits for the one before it, so that none must go through memory.
    var moments = self
    for value in values { moments.insert(value) }
    self = moments
  }

  /// Takes in the replications of `other`, which come after those already here.
  package mutating func merge(_ other: MeanEstimate) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (ours, theirs) = (Double(count), Double(other.count))
    let distance = other.mean - mean
    count += other.count
    mean += distance * (theirs / (ours + theirs))
    squares += other.squares + distance * distance * (ours * theirs / (ours + theirs))
  }

  /// Of single replications, without bias; `nil` for fewer than two.
  package var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }

  /// Standard deviation of the mean; `nil` for fewer than two replications.
  package var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// The range that holds the true mean with `confidence`, by the normal curve.
  ///
  /// For a few replications it is too narrow: by a fifth for 7, by a fiftieth for 60.
  /// - Returns: `nil` for fewer than two replications.
  package func interval(confidence: Double) -> ClosedRange<Double>? {
    guard let standardError else { return nil }
    let half = standardError * abs(StandardNormal.quantile((1 + confidence) / 2))
    // What is not finite has no interval.
    return half.isFinite && mean.isFinite ? mean - half...mean + half : nil
  }
}
