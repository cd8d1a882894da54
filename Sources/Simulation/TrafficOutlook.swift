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
    TrafficFuture(mean: drivers.map(\.mean), peak: drivers.map(\.highestMean))
  }

  /// Equally likely courses of all drivers together, by which futures are played.
  ///
  /// - Complexity: O(courses · drivers · months).
  package var courses: [TrafficFuture] {
    let count = drivers.map(\.courseCount).min() ?? 0
    return (0..<count).map { course in
      TrafficFuture(
        mean: drivers.map { $0.meanCourses[course] }, peak: drivers.map { $0.peakCourses[course] })
    }
  }

  /// The course that traffic stays below with probability `quantile`, all drivers together.
  ///
  /// Drivers move as one: growth that helps one service rarely spares its neighbours, and a course
  /// that is high for all is the one to be prepared for.
  package func future(quantile: Double) -> TrafficFuture {
    TrafficFuture(
      mean: drivers.map { $0.mean(quantile: quantile) },
      peak: drivers.map { $0.highest(quantile: quantile) })
  }
}

/// What one driver may do.
package struct DriverOutlook: Sendable {
  /// Expected mean traffic by month relative to today's.
  package let mean: [Double]
  /// Expected busiest day by month relative to the busiest of the last year.
  package let peakMean: [Double]
  /// Expected busiest day of the plan so far, relative to the same.
  ///
  /// Scaling falls due when a busiest day passes the headroom for the first time; a month's own
  /// busiest day, which is as often a calm one, would tell that too late.
  package let highestMean: [Double]
  /// Equally likely courses of mean traffic by month; a course of one driver goes with the same of
  /// any other.
  let meanCourses: [[Double]]
  /// The busiest days of the same courses.
  let peakCourses: [[Double]]
  /// Sorted equally likely values of the mean, by month.
  package let meanSamples: [[Double]]
  /// Sorted equally likely values of the peak, by month.
  package let peakSamples: [[Double]]
  private let highestSamples: [[Double]]
  /// What the projection rests on.
  package let basis: Basis

  /// - Parameters:
  ///   - means: equally likely courses of mean traffic, by course and month.
  ///   - peaks: the busiest days of the same courses.
  ///   - basis: what they rest on.
  /// - Precondition: all have as many months, and there is at least one course.
  /// - Complexity: O(months · courses · log courses).
  package init(means: [[Double]], peaks: [[Double]], basis: Basis) {
    precondition(!means.isEmpty && means.count == peaks.count, "one peak for each mean")
    let months = means[0].count
    precondition((means + peaks).allSatisfy { $0.count == months }, "as many months")
    func byMonth(_ courses: [[Double]]) -> [[Double]] {
      (0..<months).map { month in courses.map { $0[month] }.sorted() }
    }
    self.basis = basis
    meanCourses = means
    peakCourses = peaks
    meanSamples = byMonth(means)
    peakSamples = byMonth(peaks)
    highestSamples = byMonth(peaks.map(Self.highestSoFar))
    mean = meanSamples.map(Self.average)
    peakMean = peakSamples.map(Self.average)
    highestMean = highestSamples.map(Self.average)
  }

  var courseCount: Int { meanCourses.count }

  package func mean(quantile: Double) -> [Double] {
    meanSamples.map { Self.quantile(quantile, of: $0) }
  }

  package func peak(quantile: Double) -> [Double] {
    peakSamples.map { Self.quantile(quantile, of: $0) }
  }

  package func highest(quantile: Double) -> [Double] {
    highestSamples.map { Self.quantile(quantile, of: $0) }
  }

  private static func highestSoFar(_ course: [Double]) -> [Double] {
    var highest = 0.0
    return course.map { value in
      highest = max(highest, value)
      return highest
    }
  }

  private static func average(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
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

extension DriverOutlook {
  /// What a projection rests on.
  package enum Basis: Hashable, Sendable {
    case history(History)
    /// No history: growth as given, or assumed.
    case growth(ThreePoint, isAssumed: Bool)
  }

  /// A history, and what the scenario makes of its forecast.
  package struct History: Hashable, Sendable {
    package var months: Int
    /// Growth that the forecast comes to by itself.
    package var growthPerYear: Double
    /// Growth that the scenario expects, if it does.
    package var scenarioGrowth: ThreePoint?
    /// How much the history still counts beside the scenario's growth, 0 to 1, by month of the
    /// plan; empty if the scenario says nothing.
    package var weights: [Double] = []
    /// Traffic per day that 1 stands for; `nil` where there never was any.
    package var todaysMean: Double?
  }
}
