/// A series taken apart into what repeats and the rest.
struct Decomposition {
  /// With outliers pulled in, patterns included.
  let cleaned: [Double]
  /// The same without the patterns.
  let adjusted: [Double]
  /// Steps per season as the caller named them.
  let namedPeriod: Int
  /// Steps after which the main pattern repeats: the week's in hourly values that have one.
  let period: Int
  let isSeasonal: Bool
  private let patterns: [SeasonalPattern]

  private static let (day, week) = (24, 168)
  /// So many weeks of hours, or days, are needed to tell a week, or a year, from chance.
  private static let (fewestHours, fewestDays) = (3 * 168, 731)

  init(_ values: [Double], period: Int) {
    namedPeriod = period
    let hasWeek =
      period == Decomposition.day && values.count >= Decomposition.fewestHours
      && Seasonality.repeats(values, better: Decomposition.week, than: Decomposition.day)
    let mainPeriod = hasWeek ? Decomposition.week : period
    isSeasonal = hasWeek || Seasonality.isSignificant(values, period: period)
    self.period = mainPeriod
    var patterns: [SeasonalPattern] = []
    var adjusted = values
    if isSeasonal {
      patterns = [Decomposition.mainPattern(values, period: mainPeriod)]
      adjusted = Decomposition.removed(patterns, from: values)
    }
    adjusted = Outliers.winsorised(adjusted)
    if period == 7, values.count >= Decomposition.fewestDays {
      let yearly = Seasonality.yearlyPattern(adjusted)
      patterns.append(yearly)
      adjusted = Decomposition.removed([yearly], from: adjusted)
    }
    self.patterns = patterns
    self.adjusted = adjusted
    cleaned = Decomposition.removed(patterns, from: adjusted, sign: -1)
  }

  /// The patterns' amount at a step, counted from the start of the series.
  func season(at index: Int) -> Double { patterns.reduce(0) { $0 + $1.value(at: index) } }

  /// The main pattern by phase; empty without one.
  var mainSeason: [Double] { isSeasonal ? patterns[0].factors : [] }

  /// A rough pattern finds the outliers, which the final one then hardly feels.
  private static func mainPattern(_ values: [Double], period: Int) -> SeasonalPattern {
    let rough = Seasonality.pattern(values, period: period, isRobust: true)
    let calm = Outliers.winsorised(removed([rough], from: values))
    return Seasonality.pattern(
      removed([rough], from: calm, sign: -1), period: period, isRobust: false)
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
