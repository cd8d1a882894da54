import Foundation

/// A robust level and its growth, for forecasts over years.
struct LongRun {
  var level: Double
  /// Per step, by a line through the whole past.
  var slope: Double
  /// Per step, over the last year alone; zero below a year and a half.
  var recentSlope: Double

  /// - Parameters:
  ///   - values: on the work scale, without a season.
  ///   - year: steps in a year.
  init(_ values: [Double], year: Int) {
    let count = values.count
    let smooth = Statistics.mean([0.2, 0.4, 0.7].map { gain in
      values.reduce(values[0]) { $0 + gain * ($1 - $0) }
    })
    let window = max(3, year / 2)
    let medians = Statistics.mean([window, 2 * window].map {
      Statistics.median(values.suffix($0))
    })
    // A median of a window lies half the window back.
    level = 0.8 * smooth + 0.2 * medians
    slope = StraightLine(values).slope
    recentSlope = count >= year * 3 / 2 ? StraightLine(Array(values.suffix(year))).slope : 0
  }

  /// The level grows on, ever less: after `fading` steps the slope is down to a 1/e.
  func forecast(growth: Double, fading: Double, horizon: Int) -> [Double] {
    (1...horizon).map { step in
      level + growth * slope * fading * (1 - exp(-Double(step) / fading))
    }
  }
}
