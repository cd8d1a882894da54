/// Forecasts that repeat seasons.
enum SeasonalRepetition {
  /// How many seasons are averaged.
  private static let seasons = 3

  /// The last season again; without a season, the last value.
  static func last(_ past: AdjustedPast) -> [Double] {
    let values = past.decomposition.cleaned
    let period = repeatedPeriod(past)
    return (0..<past.horizon).map { values[values.count - period + $0 % period] }
  }

  /// The mean shape of the last seasons on the mean of the last; without a season, the level.
  static func mean(_ past: AdjustedPast, level: Double) -> [Double] {
    let values = past.decomposition.cleaned
    let period = repeatedPeriod(past)
    guard period > 1 else { return Array(repeating: level, count: past.horizon) }
    let starts = (1...seasons).map { values.count - $0 * period }.filter { $0 >= 0 }
    let means = starts.map { Statistics.mean(values[$0..<$0 + period]) }
    let shape = (0..<period).map { phase in
      Statistics.mean(zip(starts, means).map { values[$0 + phase] - $1 })
    }
    return (0..<past.horizon).map { means[0] + shape[$0 % period] }
  }

  /// The last season again with its growth over the season before, which fades; below two seasons
  /// with the growth of a line through the past.
  ///
  /// The season is repeated whether or not a test sees one: with little more than a year of history
  /// none can, and yet last July says something about the next.
  static func drifting(_ past: AdjustedPast, slope: Double) -> [Double] {
    let values = past.decomposition.cleaned
    let period = past.count > past.decomposition.period ? past.decomposition.period : 1
    let growth =
      past.count >= 2 * period && period > 1
      ? Statistics.median(
        (values.count - period..<values.count).map { values[$0] - values[$0 - period] })
      : slope * Double(period)
    var (sum, next) = (growth, growth * fading)
    return (0..<past.horizon).map { step in
      if step > 0, step % period == 0 {
        sum += next
        next *= fading
      }
      return values[values.count - period + step % period] + sum
    }
  }

  /// What is left of a season's growth in the next.
  private static let fading = 0.7

  private static func repeatedPeriod(_ past: AdjustedPast) -> Int {
    past.decomposition.isSeasonal ? min(past.decomposition.period, past.count) : 1
  }
}
