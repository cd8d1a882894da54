/// Which patterns are taken out of a series before its trend is followed.
struct SeasonalPlan: Hashable {
  /// Steps per season of the pattern taken out; `nil` takes none.
  var period: Int?
  /// Steps per season of the seasonal naive forecast; 1 repeats the last value.
  var naivePeriod: Int
  /// Daily values only: also a smooth pattern over the year.
  var hasYear = false

  /// The plans worth trying, the simplest first.
  static func candidates(for series: PreparedSeries) -> [SeasonalPlan] {
    let count = series.values.count
    let isSeasonal = Seasonality.isSignificant(series.values, period: series.period)
    let naive = isSeasonal ? series.period : 1
    let base = SeasonalPlan(period: isSeasonal ? series.period : nil, naivePeriod: naive)
    let twoYears = 731
    let (day, week) = (24, 168)
    if series.period == 7, count >= twoYears {
      return [base, SeasonalPlan(period: base.period, naivePeriod: naive, hasYear: true)]
    }
    if series.period == day, count >= 3 * week {
      return [base, SeasonalPlan(period: week, naivePeriod: week)]
    }
    return [base]
  }
}
