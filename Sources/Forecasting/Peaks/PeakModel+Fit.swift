import Foundation

extension PeakModel {
  /// Where the past says nothing, months differ by so much; a guess that any data soon outweighs.
  private static let guessedDeviation = 0.15
  /// Months worth of trust in that guess.
  private static let guessWeight = 3.0

  /// Learns from daily values from `firstDay` on; `nil` if no month is known.
  package static func fit(daily values: [Double], firstDay: Int) -> PeakModel? {
    fit(MonthlyPeaks(daily: values, firstDay: firstDay))
  }

  /// Learns from hourly values; `nil` if no month is known.
  package static func fit(hourly values: [Double], firstDay: Int, firstHour: Int) -> PeakModel? {
    fit(MonthlyPeaks(hourly: values, firstDay: firstDay, firstHour: firstHour))
  }

  /// Learns from ratios by month.
  ///
  /// The calendar months' means are shrunk to the overall level by how much they truly differ
  /// [Morris 1983]; what is left is fitted by an extreme-value distribution, because each is the
  /// largest of many days.
  package static func fit(_ peaks: MonthlyPeaks) -> PeakModel? {
    let known = peaks.ratios.enumerated().filter { $1 > 0 && $1.isFinite }
      .map { (month: (peaks.firstMonthIndex + $0) % 12, value: log($1)) }
    guard !known.isEmpty else { return nil }
    let level = Statistics.mean(known.map(\.value))
    let groups = (0..<12).map { month in
      known.filter { $0.month == month }.map { $0.value - level }
    }
    let within = withinVariance(groups)
    let between = betweenVariance(groups, within: within)
    let months = groups.map { group -> Double in
      guard !group.isEmpty else { return 0 }
      let count = Double(group.count)
      return Statistics.mean(group) * count * between / max(count * between + within, 1e-12)
    }
    let rests = known.map { $0.value - level - months[$0.month] }
    let count = Double(known.count)
    let errors = groups.map { group -> Double in
      // What is left in doubt of a month's own share, and of the level.
      let own = between * within / max(Double(group.count) * between + within, 1e-12)
      return (own + within / count).squareRoot()
    }
    return PeakModel(
      level: level, months: months, departures: departures(rests, within: within),
      standardErrors: errors, count: known.count, unit: peaks.unit)
  }

  /// The variance of one calendar month over the years, pulled towards a guess.
  private static func withinVariance(_ groups: [[Double]]) -> Double {
    var (squares, freedom) = (0.0, 0.0)
    for group in groups where group.count > 1 {
      let mean = Statistics.mean(group)
      squares += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      freedom += Double(group.count - 1)
    }
    if freedom == 0 {
      // One year: months and departures cannot be told apart; all of it counts as departure.
      let all = groups.flatMap(\.self)
      squares = all.reduce(0) { $0 + $1 * $1 }
      freedom = Double(max(all.count - 1, 0))
    }
    let guess = guessedDeviation * guessedDeviation
    return (squares + guessWeight * guess) / (freedom + guessWeight)
  }

  private static func betweenVariance(_ groups: [[Double]], within: Double) -> Double {
    let known = groups.filter { !$0.isEmpty }
    guard known.contains(where: { $0.count > 1 }), known.count > 1 else { return 0 }
    let excess = known.map { group -> Double in
      let mean = Statistics.mean(group)
      return mean * mean - within / Double(group.count)
    }
    return max(Statistics.mean(excess), 0)
  }

  /// The departures' shape from the rests, their size from the variance.
  private static func departures(_ rests: [Double], within: Double) -> ExtremeValue {
    let fitted = ExtremeValue.fitted(to: rests)
    // The L-scale of normal values is their deviation over the root of π.
    let scale = (within / Double.pi).squareRoot()
    let count = Double(rests.count)
    let own = LMoments(rests).second
    let second = (count * own + guessWeight * scale) / (count + guessWeight)
    return ExtremeValue.matching(
      LMoments(mean: 0, second: max(second, 1e-6), skewness: 0), shape: fitted?.shape ?? 0)
  }
}
