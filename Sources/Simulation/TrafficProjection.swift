package import Forecasting
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
    outlook(try histories())
  }

  /// Projects all drivers, and tells why as it does.
  ///
  /// - Returns: beside the outlook a story for each driver that has a history with traffic in it.
  /// - Throws: ``ProjectionError`` for a driver whose history holds nothing to project.
  /// - Complexity: up to six times that of ``outlook()``, because the past is forecast as well.
  package func explained() throws(ProjectionError) -> (
    outlook: TrafficOutlook, stories: [DriverStory?]
  ) {
    let histories = try histories()
    let backtests = backtests(histories)
    let stories = organization.drivers.indices.map { index -> DriverStory? in
      guard let place = histories.known.firstIndex(of: index), let past = histories.pasts[index],
        let today = past.today, let forecast = histories.forecasts[index]
      else { return nil }
      return DriverStory(
        past, today: today, mix: histories.mixes[place], central: forecast.mean,
        backtest: backtests[index], unknownHolidays: unknownHolidays(of: index))
    }
    return (outlook(histories), stories)
  }

  /// How such forecasts did in the past, by driver; `nil` where there is too little of it.
  ///
  /// - Throws: ``ProjectionError`` for a driver whose history holds nothing to project.
  package func backtests() throws(ProjectionError) -> [Backtest?] { backtests(try histories()) }

  private func backtests(_ histories: Histories) -> [Backtest?] {
    var result = organization.drivers.map { _ -> Backtest? in nil }
    let months = histories.known.map { histories.pasts[$0]?.monthly.meanPerDay ?? [] }
    let backtests = MonthlyFamily.backtests(months, horizon: organization.months, seed: seed)
    for (index, backtest) in zip(histories.known, backtests) { result[index] = backtest }
    return result
  }

  // MARK: Histories

  /// The histories of the drivers with their forecasts, which growth that a scenario expects does not
  /// change.
  package struct Histories {
    /// By driver; `nil` without a history.
    var pasts: [DriverPast?]
    /// By driver; `nil` without traffic in the history.
    var forecasts: [Forecast?]
    /// The drivers that have a forecast.
    var known: [Int]
    /// What the forecasts are made of, in the order of ``known``.
    var mixes: [ModelMix]
  }

  /// Forecasts the histories, which takes most of the time of ``outlook()``.
  ///
  /// - Returns: what ``outlook(_:)`` makes courses of.
  /// - Throws: ``ProjectionError`` for a driver whose history holds nothing to project.
  package func histories() throws(ProjectionError) -> Histories {
    var pasts = [DriverPast?]()
    for driver in organization.drivers.indices { pasts.append(try past(of: driver)) }
    let known = pasts.indices.filter { pasts[$0]?.today != nil }
    var forecasts = pasts.map { _ -> Forecast? in nil }
    guard let first = known.first else {
      return Histories(pasts: pasts, forecasts: forecasts, known: [], mixes: [])
    }
    let gap = pasts.compactMap { $0?.gap }.max() ?? 0
    do {
      let family = try MonthlyFamily(
        known.map { pasts[$0]?.monthly.meanPerDay ?? [] },
        horizon: max(gap + months, Self.leastHorizon), courses: Self.courses, seed: seed)
      for (place, driver) in known.enumerated() { forecasts[driver] = try family.forecast(place) }
      return Histories(
        pasts: pasts, forecasts: forecasts, known: known, mixes: known.indices.map(family.mix))
    } catch {
      // A history with traffic in it has finite values, so that this cannot be.
      throw .noUsableMonth(driver: organization.drivers[first].id)
    }
  }

  private func past(of driver: Int) throws(ProjectionError) -> DriverPast? {
    guard let history = organization.drivers[driver].history else { return nil }
    return try DriverPast(
      history, of: organization.drivers[driver], events: events(of: driver).map(\.kind),
      start: organization.start, months: months,
      defaultPeak: organization.assumptions[.trafficPeakToMean])
  }

  /// Years of the plan for which a driver's holidays have no days.
  private func unknownHolidays(of driver: Int) -> [ForecastWarning] {
    let table = organization.drivers[driver].holidays
    guard !table.rows.isEmpty else { return [] }
    let calendar = HolidayCalendar(table, countries: table.countries)
    let end = organization.start + (organization.months - 1)
    return (organization.start.year...end.year).compactMap { year in
      let names = calendar.unknown(in: year).map(\.name)
      return names.isEmpty ? nil : .unknownHolidays(names: names, year: year)
    }
  }

  // MARK: Courses

  private var months: Int { organization.months + lookahead }

  /// Projects all drivers from histories that were forecast before, with the same past.
  package func outlook(_ histories: Histories) -> TrafficOutlook {
    let window = organization.start..<organization.start + months
    let drivers = organization.drivers.indices.map { index in
      let past = histories.pasts[index]
      var course = course(of: index, past, histories.forecasts[index], months: window)
      for event in events(of: index) where isAhead(event, past) {
        course.add(event, start: organization.start)
      }
      if let ceiling = organization.drivers[index].ceiling { course.level(off: ceiling) }
      return course.outlook
    }
    return TrafficOutlook(drivers: drivers, months: months)
  }

  private func events(of driver: Int) -> [TrafficEvent] {
    organization.trafficEvents.filter { $0.drivers.isEmpty || $0.drivers.contains(driver) }
  }

  /// Whether an event is not in the traffic of today already, as launches of the past are.
  private func isAhead(_ event: TrafficEvent, _ past: DriverPast?) -> Bool {
    guard case .step(let from, _) = event.kind else { return true }
    return from >= organization.start + -(past?.gap ?? 0)
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
