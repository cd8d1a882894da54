import Foundation

/// The scale on which effects are taken to add up.
enum WorkScale {
  /// Effects multiply: the values are positive, and their logarithms are modelled.
  case logarithmic
  case raw

  /// Positive series are modelled by their logarithms, all others as they are.
  init(for values: [Double]) {
    self = values.allSatisfy { $0.isNaN || $0 > 0 } ? .logarithmic : .raw
  }

  func work(_ value: Double) -> Double {
    switch self {
    case .logarithmic: log(value)
    case .raw: value
    }
  }

  func original(_ value: Double) -> Double {
    switch self {
    case .logarithmic: exp(min(value, WorkScale.largestLogarithm))
    case .raw: value
    }
  }

  /// Keeps every value finite: exp(709) is the last that a `Double` holds.
  private static let largestLogarithm: Double = 700
}
