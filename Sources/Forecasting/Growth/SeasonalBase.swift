import Foundation

/// A central monthly forecast taken apart: where it starts, and what repeats over the year.
package struct SeasonalBase: Hashable, Sendable {
  package let central: [Double]
  /// The level of the last month before the forecast, without its season.
  package let start: Double
  /// One factor for each month; all 1 if the forecast is shorter than a year or not positive.
  package let season: [Double]

  private static let year = 12

  package init(central: [Double]) {
    self.central = central
    guard central.count >= Self.year, central.allSatisfy({ $0 > 0 }) else {
      season = central.map { _ in 1 }
      start = max(0, central.first ?? 0)
      return
    }
    let logarithms = central.map { log($0) }
    let season = Self.season(logarithms)
    let first = StraightLine((0..<Self.year).map { logarithms[$0] - season[$0] })
    start = exp(first.value(at: -1))
    self.season = season.map { exp($0) }
  }

  /// Each month over the path's own trend, as logarithms that add up to 0 over a year.
  private static func season(_ logarithms: [Double]) -> [Double] {
    let slope = slopePerMonth(logarithms)
    let flat = logarithms.enumerated().map { $1 - slope * Double($0) }
    let months = (0..<year).map { month in
      Statistics.mean(stride(from: month, to: flat.count, by: year).map { flat[$0] })
    }
    let centre = Statistics.mean(months)
    return logarithms.indices.map { months[$0 % year] - centre }
  }

  /// Growth a month: by years where there are two, else along a line.
  private static func slopePerMonth(_ logarithms: [Double]) -> Double {
    guard logarithms.count >= year + 6 else { return StraightLine(logarithms).slope }
    let steps = (year..<logarithms.count).map {
      (logarithms[$0] - logarithms[$0 - year]) / Double(year)
    }
    return Statistics.median(steps)
  }
}
