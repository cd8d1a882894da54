/// A seasonal naive and a damped-trend forecast fitted to one series, blended by weight.
struct BaselineModel {
  let series: PreparedSeries
  let plan: SeasonalPlan
  /// The part of the damped trend in the blend, 0 to 1; the rest is seasonal naive.
  var trendShare = 0.5
  let trend: DampedTrend
  /// The values with outliers pulled in, patterns included.
  private let cleaned: [Double]
  private let patterns: [SeasonalPattern]
  /// After each value.
  private let states: [DampedTrend.State]
  private let naivePeriod: Int

  init(_ series: PreparedSeries, plan: SeasonalPlan) {
    self.series = series
    self.plan = plan
    let count = series.values.count
    naivePeriod = count > plan.naivePeriod ? plan.naivePeriod : 1
    var patterns: [SeasonalPattern] = []
    var adjusted = series.values
    if let period = plan.period, count >= 2 * period {
      let rough = Seasonality.pattern(adjusted, period: period, isRobust: true)
      let tamed = BaselineModel.tamed(adjusted, around: rough)
      patterns = [Seasonality.pattern(tamed, period: period, isRobust: false)]
      adjusted = BaselineModel.removed(patterns, from: series.values)
    }
    adjusted = Outliers.winsorised(adjusted)
    let year = 366
    if plan.hasYear, count > year {
      let yearly = Seasonality.yearlyPattern(adjusted)
      patterns.append(yearly)
      adjusted = BaselineModel.removed([yearly], from: adjusted)
    }
    trend = DampedTrend.fitted(to: adjusted)
    states = trend.states(adjusted)
    cleaned = BaselineModel.removed(patterns, from: adjusted, sign: -1)
    self.patterns = patterns
  }

  /// What the model expects `step` steps after the value at `origin`.
  func point(after origin: Int, step: Int) -> Double {
    let naive = trendShare < 1 ? naivePoint(after: origin, step: step) : 0
    let damped = trendShare > 0 ? trendPoint(after: origin, step: step) : 0
    return trendShare * damped + (1 - trendShare) * naive
  }

  func trendPoint(after origin: Int, step: Int) -> Double {
    let season = patterns.reduce(0) { $0 + $1.value(at: origin + step) }
    return trend.expected(states[origin], step: step) + season
  }

  func naivePoint(after origin: Int, step: Int) -> Double {
    guard origin + 1 >= naivePeriod else { return cleaned[origin] }
    return cleaned[origin + 1 - naivePeriod + (step - 1) % naivePeriod]
  }

  /// The first origin whose one-step errors are not dominated by the start of the recursion.
  var firstOrigin: Int {
    let count = series.values.count
    return min(max(naivePeriod, 3), max(count / 2, 1)) - 1
  }

  /// How many numbers were fitted: gains, damping, start, and factors of the pattern.
  var parameterCount: Int { 5 + (patterns.first.map { $0.factors.count - 1 } ?? 0) }

  /// The steps back from which the seasonal naive repeats.
  var repeatedPeriod: Int { naivePeriod }

  private static func tamed(_ values: [Double], around pattern: SeasonalPattern) -> [Double] {
    removed([pattern], from: Outliers.winsorised(removed([pattern], from: values)), sign: -1)
  }

  private static func removed(
    _ patterns: [SeasonalPattern], from values: [Double], sign: Double = 1
  ) -> [Double] {
    guard !patterns.isEmpty else { return values }
    return values.indices.map { index in
      values[index] - sign * patterns.reduce(0) { $0 + $1.value(at: index) }
    }
  }
}
