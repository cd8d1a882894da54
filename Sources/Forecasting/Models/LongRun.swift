import Foundation

/// A robust level and its growth, for forecasts over years.
struct LongRun {
  var level: Double
  /// Per step, by a line through the whole past.
  var slope: Double

  /// Of the smoothings that are averaged: one that follows, one that waits, one between.
  private static let gains = [0.2, 0.4, 0.7]
  /// Medians of half a year and a year stand against spikes.
  private static let medianShare = 0.2

  /// - Parameters:
  ///   - values: on the work scale, without a season.
  ///   - year: steps in a year.
  init(_ values: [Double], year: Int) {
    let first = values.first ?? 0
    let smooth = Statistics.mean(
      LongRun.gains.map { gain in values.reduce(first) { $0 + gain * ($1 - $0) } })
    let window = max(3, year / 2)
    let medians = Statistics.mean(
      [window, 2 * window].map { Statistics.median(values.suffix($0)) })
    level = smooth + LongRun.medianShare * (medians - smooth)
    slope = StraightLine(values).slope
  }

  /// The level grows on, ever less: after `fading` steps the slope is down to 1/e.
  func forecast(growth: Double, fading: Double, horizon: Int) -> [Double] {
    (1...horizon).map { step in
      level + growth * slope * fading * (1 - exp(-Double(step) / fading))
    }
  }
}
