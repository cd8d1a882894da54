import Foundation

/// The scale on which effects are taken to add up.
enum WorkScale: Hashable {
  /// Effects multiply: the values are positive, and their logarithms are modelled.
  case logarithmic
  case raw
  /// Between the two: (y^λ − 1) / λ with λ above 0, for values that are not negative
  /// [Box & Cox 1964].
  case power(Double)

  /// Positive series are modelled by their logarithms, all others as they are.
  init(for values: [Double]) {
    self = values.allSatisfy { $0.isNaN || $0 > 0 } ? .logarithmic : .raw
  }

  /// The scale on which the spread of a series is steadiest.
  ///
  /// As above, but counts with zeros, which have no logarithm, are modelled by their roots where
  /// they spread more at higher levels.
  static func stabilising(_ values: [Double], period: Int) -> WorkScale {
    let usual = WorkScale(for: values)
    let isCount = values.allSatisfy { $0.isNaN || $0 >= 0 } && values.contains { $0 > 0 }
    guard usual == .raw, isCount, let spread = growthOfSpread(values, period: period) else {
      return usual
    }
    return spread > 0.5 ? .power(0.5) : .raw
  }

  /// The exponent with which the spread within a season grows with its mean: the method of
  /// Guerrero [1993], by whom the best λ is one less this; `nil` below four seasons.
  private static func growthOfSpread(_ values: [Double], period: Int) -> Double? {
    let length = max(period, 6)
    var (x, y) = ([Double](), [Double]())
    for start in stride(from: 0, to: values.count - length + 1, by: length) {
      let season = values[start..<start + length].filter { !$0.isNaN }
      let mean = Statistics.mean(season)
      let square = Statistics.mean(season.map { ($0 - mean) * ($0 - mean) })
      guard mean > 0, square > 0 else { continue }
      x.append(log(mean))
      y.append(log(square) / 2)
    }
    guard x.count >= 4 else { return nil }
    let (centreX, centreY) = (Statistics.mean(x), Statistics.mean(y))
    let square = x.reduce(0) { $0 + ($1 - centreX) * ($1 - centreX) }
    guard square > 0 else { return nil }
    return zip(x, y).reduce(0) { $0 + ($1.0 - centreX) * ($1.1 - centreY) } / square
  }

  func work(_ value: Double) -> Double {
    switch self {
    case .power(let lambda): (pow(max(value, 0), lambda) - 1) / lambda
    case .logarithmic: log(value)
    case .raw: value
    }
  }

  func original(_ value: Double) -> Double {
    switch self {
    case .power(let lambda): pow(max(lambda * value + 1, 0), 1 / lambda)
    case .logarithmic: exp(min(value, WorkScale.largestLogarithm))
    case .raw: value
    }
  }

  /// How much the original value changes with the work scale's, at a value of the latter.
  func slope(at value: Double) -> Double {
    switch self {
    case .logarithmic: original(value)
    case .raw: 1
    case .power(let lambda): pow(max(lambda * value + 1, 0), 1 / lambda - 1)
    }
  }

  /// Keeps every value finite: exp(709) is the last that a `Double` holds.
  private static let largestLogarithm: Double = 700
}
