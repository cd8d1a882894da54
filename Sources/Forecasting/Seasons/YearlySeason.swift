import Foundation

/// What repeats from year to year in a few years of monthly values.
///
/// In so few cycles forecasters' own tests miss most seasons, or find them with all of their noise;
/// here what is not sure is pulled in. Over the last two and three years of real monthly series,
/// taking the season out first changes the mean scaled error by −53 and −6 % (tourism), −23 and
/// +2 % (M1), −1 and −2 % (M3), −1 and −1 % (page views), +6 and +1 % (downloads). From four years
/// on it gains nothing.
struct YearlySeason: Hashable, Sendable {
  /// What each step of the year is multiplied with, counted from the first value.
  private let factors: [Double]

  /// Steps in a year.
  static let year = 12
  private static let years = 2..<4
  /// Each freedom short of many makes chance look more like a season.
  private static let doubt = 24.0

  /// Fails if nothing repeats, if there are fewer than two years, or so many that forecasters see it
  /// themselves, and where values are not positive.
  ///
  /// - Parameter values: monthly, NaN where unknown.
  init?(_ values: [Double]) {
    let year = Self.year
    guard Self.years.contains(values.count / year),
      values.allSatisfy({ $0.isNaN || $0 > 0 && $0.isFinite }),
      let first = values.firstIndex(where: { !$0.isNaN }), values.count - first >= 2 * year
    else { return nil }
    let known = GapFilling.filled(values[first...].map { log($0) }, period: year)
    let season = SeasonalAdjustment.season(of: known, period: year)
    let trust = Self.trust(season, in: known)
    guard trust > 0 else { return nil }
    factors = (0..<year).map { exp(trust * season[($0 + year - first % year) % year]) }
  }

  /// How much of a season is no chance: 0 to 1, by the quotient of the analysis of variance.
  private static func trust(_ season: [Double], in values: [Double]) -> Double {
    let trend = SeasonalAdjustment.smoothTrend(values, cycle: year)
    var (between, within) = (0.0, 0.0)
    for step in values.indices {
      let rest = values[step] - trend[step] - season[step]
      between += season[step] * season[step]
      within += rest * rest
    }
    let freedom = Double(max(values.count - year, 1))
    guard between > 0 else { return 0 }
    let inverse = (within / freedom) / (between / Double(year - 1))
    return max(0, 1 - (1 + doubt / freedom) * inverse)
  }

  /// What a step is multiplied with, counted from the first value on.
  func factor(_ step: Int) -> Double { factors[step % Self.year] }

  /// The values as if nothing repeated.
  func removed(from values: [Double]) -> [Double] {
    values.enumerated().map { $1 / factor($0) }
  }

  /// A forecast of such values, with the season put back.
  ///
  /// - Parameters:
  ///   - forecast: of ``removed(from:)``.
  ///   - count: how many values there were.
  /// - Returns: as many steps and paths.
  func restored(in forecast: Forecast, after count: Int) -> Forecast {
    var restored = forecast
    for step in restored.mean.indices {
      let factor = factor(count + step)
      restored.mean[step] *= factor
      for path in 0..<restored.paths.count { restored.paths[path, step] *= factor }
    }
    return restored
  }
}
