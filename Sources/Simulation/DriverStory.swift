package import Forecasting
package import Organization

/// What the history of one driver tells, for reports.
package struct DriverStory: Sendable {
  package let explanation: DriverExplanation
  package let words: ExplanationWords
  package let firstMonth: YearMonth
  /// Mean per day by month in the unit that was counted, repaired.
  package let means: [Double]
  /// Busiest day by month in the same unit; NaN where days are not known.
  package let peaks: [Double]
  /// What a mean of 1 and a peak of 1 in the outlook are.
  package let today: (mean: Double, peak: Double)
  /// What public holidays do to a day, the strongest first; those that are clear.
  package let holidays: [OccasionEffects.Effect]
  private let counted: CountedTraffic

  init(
    _ past: DriverPast, today: TodaysTraffic, mix: ModelMix, central: [Double],
    backtest: Backtest?, unknownHolidays: [ForecastWarning]
  ) {
    explanation = DriverExplanation(
      mix: mix, months: past.monthly.meanPerDay, central: central, counted: past.cleaned,
      stepsPerYear: past.counted.cadence.stepsPerYear, changes: past.changes, backtest: backtest,
      unknownHolidays: unknownHolidays)
    let counted = past.counted
    words = ExplanationWords { step in
      (
        CalendarDate.text(counted.firstDay(ofStep: step)),
        CalendarDate.text(counted.firstDay(ofStep: step + 1) - 1)
      )
    }
    firstMonth = YearMonth(index: past.repaired.firstMonthIndex)
    means = past.repaired.meanPerDay
    let first = past.repaired.firstMonthIndex - past.observed.firstMonthIndex
    peaks = means.indices.map { month in
      let place = first + month
      guard past.observed.meanPerDay.indices.contains(place),
        let ratio = past.observed.peakToMean[place]
      else { return .nan }
      return past.observed.meanPerDay[place] * ratio
    }
    self.today = (today.mean, today.peak)
    holidays = (past.holidays?.effects ?? []).filter { $0.isClear && $0.days > 0 }
      .sorted { abs(logarithm($0.factor)) > abs(logarithm($1.factor)) }
    self.counted = counted
  }

  /// The days of a change, since 1970-01-01.
  package func days(of change: Change) -> ClosedRange<Int> {
    let first = counted.firstDay(ofStep: change.firstStep)
    return first...max(first, counted.firstDay(ofStep: change.lastStep + 1) - 1)
  }
}
