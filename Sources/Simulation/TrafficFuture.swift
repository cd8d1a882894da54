/// One course that traffic may take, month by month.
package struct TrafficFuture: Hashable, Sendable {
  /// Mean traffic by driver and month, relative to today's mean.
  package var mean: [[Double]]
  /// Busiest-day traffic by driver and month, relative to the busiest day of the last year.
  package var peak: [[Double]]

  /// - Precondition: `mean` and `peak` have the same shape.
  package init(mean: [[Double]], peak: [[Double]]) {
    precondition(mean.map(\.count) == peak.map(\.count))
    self.mean = mean
    self.peak = peak
  }

  /// Traffic that stays as it is.
  package static func flat(drivers: Int, months: Int) -> TrafficFuture {
    let ones = [[Double]](repeating: [Double](repeating: 1, count: months), count: drivers)
    return TrafficFuture(mean: ones, peak: ones)
  }

  /// The same course with so many times the traffic.
  func times(_ factor: Double) -> TrafficFuture {
    TrafficFuture(
      mean: mean.map { row in row.map { $0 * factor } },
      peak: peak.map { row in row.map { $0 * factor } })
  }

  package var months: Int { mean.first?.count ?? 0 }
}
