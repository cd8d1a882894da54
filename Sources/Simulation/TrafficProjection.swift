import Forecasting
package import Organization

/// Turns histories, events and scenario growth into what traffic may do.
package struct TrafficProjection {
  private let organization: Organization
  private let seed: UInt64

  package init(_ organization: Organization, seed: UInt64) {
    self.organization = organization
    self.seed = seed
  }

  /// Equally likely courses that are drawn for each driver.
  static let samples = 200

  /// Months past the plan's end, so that scaling steps just after it are begun in time.
  private var lookahead: Int {
    max(1, Int(organization.assumptions[.workScalingLeadMonths].rounded()))
  }

  /// Projects all drivers.
  ///
  /// - Throws: ``ProjectionError`` for a driver whose history holds nothing to project.
  package func outlook() throws(ProjectionError) -> TrafficOutlook {
    let months = organization.months + lookahead
    var drivers = [DriverOutlook]()
    for index in organization.drivers.indices {
      drivers.append(try outlook(of: index, months: months))
    }
    return TrafficOutlook(drivers: drivers, months: months)
  }

  private func outlook(of index: Int, months: Int) throws(ProjectionError) -> DriverOutlook {
    let driver = organization.drivers[index]
    var course: DriverCourse
    if let history = driver.history {
      course = try DriverCourse(
        history: history, driver: driver, index: index, start: organization.start, months: months,
        defaultPeak: organization.assumptions[.trafficPeakToMean], seed: seed)
    } else {
      let assumed = organization.assumptions.row(.trafficGrowthPerYear).value
      course = DriverCourse(
        growth: driver.growthPerYear ?? assumed, isAssumed: driver.growthPerYear == nil,
        months: months)
    }
    for event in organization.events where event.drivers.isEmpty || event.drivers.contains(index) {
      course.add(event.kind, start: organization.start)
    }
    return course.outlook
  }
}

/// Why a driver cannot be projected.
package enum ProjectionError: Error, Hashable, Sendable {
  /// No month before the plan has enough days of data.
  case noUsableMonth(driver: String)
  /// More months lie between the history's end and the plan's start than anyone should bridge.
  case historyTooOld(driver: String, months: Int)
}
