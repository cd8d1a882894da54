import Forecasting
import Organization

/// The history of one driver, made fit for forecasting.
struct DriverPast {
  /// Mean per day by month, repaired, without holidays and the model's own events.
  let monthly: MonthlyTraffic
  /// `nil` where there never was any traffic.
  let today: TodaysTraffic?
  /// `nil` where single days are not known.
  let peaks: PeakModel?
  private let defaultPeak: Double
  /// `nil` where no holidays are asked for, or single days are not known.
  let holidays: OccasionEffects?
  let counted: CountedTraffic
  /// The steps counted, repaired and without holidays.
  let cleaned: [Double]
  /// By month, repaired, with holidays and events in it.
  let repaired: MonthlyTraffic
  /// By month as counted, without what was lost.
  let observed: MonthlyTraffic
  let changes: [Change]
  /// Months between the history's end and the plan's start.
  let gap: Int

  /// A history that ended longer ago says nothing about the plan.
  private static let longestGap = 36

  init(
    _ history: TrafficHistory, of driver: Driver, events: [TrafficEvent.Kind], start: YearMonth,
    months: Int, defaultPeak: Double
  ) throws(ProjectionError) {
    let counted = CountedTraffic(history, before: start)
    let events = PastEvents(events)
    let levelled = events.levelled(counted)
    let occasions = Self.occasions(driver, counted, until: start + months)
    let holidays =
      occasions.isEmpty
      ? nil : OccasionEffects.fit(levelled, firstDay: counted.firstDay, occasions: occasions)
    let ordinary = holidays?.removed(from: levelled, firstDay: counted.firstDay) ?? levelled
    let overrides =
      driver.changes.map { ChangeOverride($0, in: counted) }
      + events.campaignSteps(counted).map { ChangeOverride(.ignore, steps: $0) }
    let (cleaned, changes) = CleanedSeries.make(
      Series(values: ordinary, period: counted.period), overrides: overrides,
      caution: .plans(stepsPerYear: counted.cadence.stepsPerYear))
    let repaired =
      holidays?.restored(in: cleaned.values, firstDay: counted.firstDay) ?? cleaned.values

    var monthly = counted.monthly(cleaned.values)
    for month in monthly.meanPerDay.indices {
      monthly.meanPerDay[month] /=
        events.campaigns(in: YearMonth(index: monthly.firstMonthIndex + month)).mean
    }
    let count = monthly.meanPerDay.count
    guard count > 0 else { throw .noUsableMonth(driver: driver.id) }
    gap = start.index - (monthly.firstMonthIndex + count)
    guard gap <= Self.longestGap else { throw .historyTooOld(driver: driver.id, months: gap) }

    var observed = counted.values
    for change in changes where change.handling == .missing {
      for step in change.steps { observed[step] = .nan }
    }
    peaks = Self.peaks(observed, counted, without: events)
    self.repaired = counted.monthly(repaired)
    self.observed = counted.monthly(observed)
    self.cleaned = cleaned.values
    today = TodaysTraffic(
      self.repaired, observed: self.observed, usualPeak: peaks?.usual ?? defaultPeak)
    self.defaultPeak = defaultPeak
    self.monthly = monthly
    self.holidays = holidays
    self.counted = counted
    self.changes = changes
  }

  /// Growth a year from the last year of the history to the last of its forecast.
  func growthPerYear(_ central: [Double]) -> Double {
    let months = Series(values: monthly.meanPerDay, period: 12)
    return YearlyGrowth.implied(by: central, after: months, stepsPerYear: 12) ?? 0
  }

  /// What a month is multiplied with by the holidays in it.
  func holidayFactor(in month: YearMonth) -> Double {
    guard let holidays else { return 1 }
    let calendar = CalendarMonth(index: month.index)
    let days = calendar.firstDay..<calendar.firstDay + calendar.dayCount
    return days.reduce(0) { $0 + holidays.factor(onDay: $1) } / Double(days.count)
  }

  /// How busiest days may stand above the mean in the months from `first` on, by course.
  func peakRatios(from first: YearMonth, months: Int, luck: CourseLuck) -> [[Double]] {
    guard let peaks else {
      return luck.growth.map { _ in [Double](repeating: defaultPeak, count: months) }
    }
    let levels = luck.numbers(for: "level of peaks")
    let byMonth = (0..<months).map { luck.numbers(for: "peak of month \($0)") }
    return levels.indices.map { course in
      peaks.path(
        firstMonthIndex: first.index, uniforms: byMonth.map { $0[course] }, level: levels[course])
    }
  }

  private static func occasions(
    _ driver: Driver, _ counted: CountedTraffic, until end: YearMonth
  ) -> [Occasion] {
    guard counted.cadence == .daily, !driver.holidays.rows.isEmpty else { return [] }
    let calendar = HolidayCalendar(driver.holidays, countries: driver.holidays.countries)
    let last = CalendarMonth(index: end.index).firstDay - 1
    return calendar.occasions(in: counted.firstDay...max(counted.firstDay, last))
  }

  /// How busiest days stand above the mean, without those of known campaigns.
  private static func peaks(
    _ observed: [Double], _ counted: CountedTraffic, without events: PastEvents
  ) -> PeakModel? {
    guard counted.cadence == .daily else { return nil }
    var peaks = MonthlyPeaks(daily: observed, firstDay: counted.firstDay)
    for month in peaks.ratios.indices {
      let effect = events.campaigns(in: YearMonth(index: peaks.firstMonthIndex + month))
      peaks.ratios[month] *= effect.mean / max(effect.peak, 1e-9)
    }
    return PeakModel.fit(peaks)
  }
}

extension ChangeOverride {
  /// What the model says, in the steps of a history.
  fileprivate init(_ change: KnownChange, in counted: CountedTraffic) {
    let action: Action =
      switch change.treatment {
      case .ignore: .ignore
      case .levelShift: .levelShift
      case .outage: .outage
      }
    self.init(
      action, days: change.days, cadence: counted.cadence, firstDay: counted.firstDay)
  }
}
