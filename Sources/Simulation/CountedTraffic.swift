import Forecasting
import Organization

/// A history up to the plan, by day, week or month.
struct CountedTraffic {
  /// Never hourly: hours are summed up by day, because plans know the busiest day, not the hour.
  let cadence: MonthlyTraffic.Cadence
  /// Days since 1970-01-01 of the first step.
  let firstDay: Int
  /// NaN where nothing was counted.
  var values: [Double]

  /// The steps that lie before `start` as a whole.
  init(_ history: TrafficHistory, before start: YearMonth) {
    firstDay = history.firstDay
    let planDay = CalendarMonth(index: start.index).firstDay
    let all: [Double]
    let known: Int
    switch history.cadence {
    case .hourly:
      cadence = .daily
      all = MonthlyTraffic.days(ofHours: history.values, firstHour: history.firstHour)
      known = planDay - firstDay
    case .daily:
      cadence = .daily
      all = history.values
      known = planDay - firstDay
    case .weekly:
      cadence = .weekly
      all = history.values
      known = planDay > firstDay ? (planDay - firstDay) / 7 : 0
    case .monthly:
      cadence = .monthly
      all = history.values
      known = start.index - CalendarMonth(containing: firstDay).index
    }
    values = Array(all.prefix(max(0, known)))
  }

  /// Steps in a season: a week of days, a year of weeks or months.
  var period: Int {
    switch cadence {
    case .hourly: 24
    case .daily: 7
    case .weekly: 52
    case .monthly: 12
    }
  }

  /// The first and the last day counted; `nil` without values.
  var days: ClosedRange<Int>? {
    values.isEmpty ? nil : firstDay...max(firstDay, firstDay(ofStep: values.count) - 1)
  }

  /// The day on which a step begins.
  func firstDay(ofStep step: Int) -> Int {
    switch cadence {
    case .hourly, .daily: firstDay + step
    case .weekly: firstDay + 7 * step
    case .monthly:
      CalendarMonth(index: CalendarMonth(containing: firstDay).index + step).firstDay
    }
  }

  /// The number of steps that begin before a day.
  func steps(before day: Int) -> Int {
    let count: Int =
      switch cadence {
      case .hourly, .daily: day - firstDay
      case .weekly: day > firstDay ? (day - firstDay + 6) / 7 : 0
      case .monthly:
        CalendarMonth(containing: day - 1).index - CalendarMonth(containing: firstDay).index + 1
      }
    return min(max(0, count), values.count)
  }

  /// Other values of the same steps, by month.
  func monthly(_ values: [Double]) -> MonthlyTraffic {
    MonthlyTraffic.aggregate(values: values, cadence: cadence, firstDay: firstDay)
  }
}
