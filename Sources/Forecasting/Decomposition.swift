/// A series taken apart into what repeats and the rest.
struct Decomposition {
  /// With outliers pulled in, patterns included.
  let cleaned: [Double]
  /// The same without the patterns.
  let adjusted: [Double]
  /// Steps after which the main pattern repeats.
  let period: Int
  let isSeasonal: Bool
  private let patterns: [SeasonalPattern]

  init(_ values: [Double], period: Int) {
    var period = period
    let (day, week) = (24, 168)
    var isSeasonal = Seasonality.isSignificant(values, period: period)
    if period == day, values.count >= 3 * week, Seasonality.repeats(values, better: week, than: day) {
      period = week
      isSeasonal = true
    }
    self.period = period
    self.isSeasonal = isSeasonal
    var patterns: [SeasonalPattern] = []
    var adjusted = values
    func without(_ patterns: [SeasonalPattern], _ values: [Double]) -> [Double] {
      values.indices.map { index in
        values[index] - patterns.reduce(0) { $0 + $1.value(at: index) }
      }
    }
    if isSeasonal, values.count >= 2 * period {
      let rough = Seasonality.pattern(values, period: period, isRobust: true)
      let calm = Outliers.winsorised(without([rough], values))
      let tamed = values.indices.map { calm[$0] + rough.value(at: $0) }
      patterns = [Seasonality.pattern(tamed, period: period, isRobust: false)]
      adjusted = without(patterns, values)
    }
    adjusted = Outliers.winsorised(adjusted)
    if period == 7, values.count >= 731 {
      let yearly = Seasonality.yearlyPattern(adjusted)
      patterns.append(yearly)
      adjusted = without([yearly], adjusted)
    }
    self.patterns = patterns
    self.adjusted = adjusted
    let all = patterns
    cleaned = adjusted.indices.map { index in
      adjusted[index] + all.reduce(0) { $0 + $1.value(at: index) }
    }
  }

  /// The patterns' amount at a step, counted from the start of the series.
  func season(at index: Int) -> Double { patterns.reduce(0) { $0 + $1.value(at: index) } }

  /// The main pattern by phase; empty without one.
  var mainSeason: [Double] { patterns.first.map(\.factors) ?? [] }
}
