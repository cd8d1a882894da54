import Foundation

/// A past without its season, on the work scale and on that of counts.
struct AdjustedPast {
  let decomposition: Decomposition
  let isLogarithmic: Bool
  /// Without the season, relative to their middle.
  ///
  /// Growth adds up here, and compounds on the logarithmic scale. The same as the work scale if
  /// that is not logarithmic.
  let counts: [Double]
  /// Of the adjusted values.
  let middle: Double
  private let future: [Double]

  init(_ series: PreparedSeries, horizon: Int) {
    let decomposition = Decomposition(series.values, period: series.period)
    let adjusted = decomposition.adjusted
    let middle = Statistics.median(adjusted)
    self.decomposition = decomposition
    self.middle = middle
    isLogarithmic = series.scale == .logarithmic
    counts = isLogarithmic ? adjusted.map { exp($0 - middle) } : adjusted
    future = (0..<horizon).map { decomposition.season(at: adjusted.count + $0) }
  }

  var adjusted: [Double] { decomposition.adjusted }
  var count: Int { decomposition.adjusted.count }
  var horizon: Int { future.count }

  /// Adds the season to a forecast of the adjusted values.
  func seasonal(_ path: [Double]) -> [Double] { zip(path, future).map { $0 + $1 } }

  /// Brings a forecast of ``counts`` to the work scale and adds the season.
  func seasonal(counts path: [Double]) -> [Double] {
    guard isLogarithmic else { return seasonal(path) }
    return seasonal(path.map { log(max($0, least)) + middle })
  }

  /// A falling line of counts stays above a part of the least one seen.
  private var least: Double { (counts.min() ?? 1) / 10 }
}
