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
  static let courses = 200
  /// Two years show a season and what grows beside it.
  private static let leastHorizon = 24

  /// Months past the plan's end, so that scaling steps just after it are begun in time.
  private var lookahead: Int {
    max(1, Int(organization.assumptions[.workScalingLeadMonths].rounded()))
  }

  /// Projects all drivers.
  ///
  /// - Throws: ``ProjectionError`` for a driver whose history holds nothing to project.
  package func outlook() throws(ProjectionError) -> TrafficOutlook {
    let months = organization.start..<organization.start + (organization.months + lookahead)
    let count = organization.months + lookahead
    var pasts = [DriverPast?]()
    for driver in organization.drivers.indices {
      pasts.append(try past(of: driver, months: count))
    }
    let forecasts = try forecasts(pasts, months: count)
    let drivers = organization.drivers.indices.map { index in
      var course = course(of: index, pasts[index], forecasts[index], months: months)
      for event in events(of: index) where isAhead(event, pasts[index]) {
        course.add(event, start: organization.start)
      }
      if let ceiling = organization.drivers[index].ceiling { course.level(off: ceiling) }
      return course.outlook
    }
    return TrafficOutlook(drivers: drivers, months: count)
  }

  private func events(of driver: Int) -> [TrafficEvent] {
    organization.events.filter { $0.drivers.isEmpty || $0.drivers.contains(driver) }
  }

  /// Whether an event is not in the traffic of today already, as launches of the past are.
  private func isAhead(_ event: TrafficEvent, _ past: DriverPast?) -> Bool {
    guard case .step(let from, _) = event.kind else { return true }
    return from >= organization.start + -(past?.gap ?? 0)
  }

  private func past(of driver: Int, months: Int) throws(ProjectionError) -> DriverPast? {
    guard let history = organization.drivers[driver].history else { return nil }
    return try DriverPast(
      history, of: organization.drivers[driver], events: events(of: driver).map(\.kind),
      start: organization.start, months: months,
      defaultPeak: organization.assumptions[.trafficPeakToMean])
  }

  /// Forecasts all histories together, so that each learns from the errors of the others.
  private func forecasts(
    _ pasts: [DriverPast?], months: Int
  ) throws(ProjectionError) -> [Forecast?] {
    let gap = pasts.compactMap { $0?.gap }.max() ?? 0
    let known = pasts.indices.filter { pasts[$0]?.today != nil }
    let forecaster = FamilyForecaster(
      horizon: max(gap + months, Self.leastHorizon), paths: Self.courses, seed: seed,
      family: known.count)
    let series = known.map { Series(values: pasts[$0]?.monthly.meanPerDay ?? [], period: 12) }
    var forecasts = pasts.map { _ -> Forecast? in nil }
    forecaster.forecast(series) { place, result in
      guard case .success(let forecast) = result else { return }
      forecasts[known[place]] = forecast
    }
    if let lost = known.first(where: { forecasts[$0] == nil }) {
      throw .noUsableMonth(driver: organization.drivers[lost].id)
    }
    return forecasts
  }

  private func course(
    of index: Int, _ past: DriverPast?, _ forecast: Forecast?, months: Range<YearMonth>
  ) -> DriverCourse {
    let growth = organization.drivers[index].growthPerYear
    let luck = CourseLuck(courses: Self.courses, driver: index, seed: seed)
    if let past, let today = past.today, let forecast {
      return DriverCourse(
        past, today: today, forecast: forecast, scenarioGrowth: growth,
        handover: organization.assumptions[.trafficHandoverMonths], months: months, luck: luck)
    }
    let count = months.upperBound - months.lowerBound
    if let past {
      // What never was stays as it is, but for what the scenario says.
      let basis = DriverOutlook.History(
        months: past.monthly.meanPerDay.count, growthPerYear: 0, scenarioGrowth: growth)
      return DriverCourse(
        growth: growth ?? ThreePoint(0), basis: .history(basis), months: count, luck: luck)
    }
    let assumed = organization.assumptions.row(.trafficGrowthPerYear).value
    return DriverCourse(
      growth: growth ?? assumed,
      basis: .growth(growth ?? assumed, isAssumed: growth == nil), months: count, luck: luck)
  }
}

/// Why a driver cannot be projected.
package enum ProjectionError: Error, Hashable, Sendable {
  /// No month before the plan has enough days of data.
  case noUsableMonth(driver: String)
  /// More months lie between the history's end and the plan's start than anyone should bridge.
  case historyTooOld(driver: String, months: Int)
}
