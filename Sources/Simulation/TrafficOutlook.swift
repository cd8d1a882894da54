package import Organization

/// What traffic may do over the plan, driver by driver.
package struct TrafficOutlook: Sendable {
  package var drivers: [DriverOutlook]
  /// Months covered; a little more than the plan, so that scaling can look ahead.
  package var months: Int

  package init(drivers: [DriverOutlook], months: Int) {
    self.drivers = drivers
    self.months = months
  }

  /// The course with every driver at its mean.
  package var mean: TrafficFuture {
    TrafficFuture(mean: drivers.map(\.mean), peak: drivers.map(\.peakMean))
  }

  /// The course that traffic stays below with probability `quantile`, all drivers together.
  ///
  /// Drivers move as one: growth that helps one service rarely spares its neighbours, and a course
  /// that is high for all is the one to be prepared for.
  package func future(quantile: Double) -> TrafficFuture {
    TrafficFuture(
      mean: drivers.map { $0.mean(quantile: quantile) },
      peak: drivers.map { $0.peak(quantile: quantile) })
  }
}

/// What one driver may do.
package struct DriverOutlook: Sendable {
  /// Mean traffic by month relative to today's.
  package var mean: [Double]
  /// Expected busiest day by month relative to the busiest of the last year.
  package var peakMean: [Double]
  /// Sorted equally likely values of the mean, by month.
  package var meanSamples: [[Double]]
  /// Sorted equally likely values of the peak, by month.
  package var peakSamples: [[Double]]
  /// What the projection rests on.
  package var basis: Basis

  package enum Basis: Hashable, Sendable {
    /// History and what it implies; the growth that a scenario laid over it, if any.
    case history(months: Int, growthPerYear: Double, scenarioGrowth: ThreePoint?)
    /// No history: growth as given, or assumed.
    case growth(ThreePoint, isAssumed: Bool)
  }

  package func mean(quantile: Double) -> [Double] {
    meanSamples.map { Self.quantile(quantile, of: $0) }
  }

  package func peak(quantile: Double) -> [Double] {
    peakSamples.map { Self.quantile(quantile, of: $0) }
  }

  /// Linear between the middles of equally likely values.
  static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return 1 }
    let position = probability * Double(sorted.count) - 0.5
    guard position > 0 else { return first }
    let below = Int(position)
    guard below + 1 < sorted.count else { return last }
    let rest = position - Double(below)
    return sorted[below] * (1 - rest) + sorted[below + 1] * rest
  }
}
