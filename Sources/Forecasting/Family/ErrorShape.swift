import Foundation

/// The distribution of errors divided by their usual size.
struct ErrorShape: Sendable {
  /// At (i + ½) / count, rising.
  private let quantiles: [Double]

  private static let resolution = 400
  /// As many trials as the usual shape is worth.
  private static let stiffness = 8.0
  /// How much of the pooled errors' lopsidedness is believed: a shock in common passes for one.
  private static let trustInSides = 0.4

  /// - Parameter trials: errors by trial and step.
  init(_ trials: [[Double]]) {
    let errors = trials.flatMap(\.self)
    let signed = errors.sorted()
    let sizes = errors.map(abs).sorted()
    let count = Double(trials.count)
    let trust = count / (count + ErrorShape.stiffness)
    quantiles = (0..<ErrorShape.resolution).map { index in
      let fraction = (Double(index) + 0.5) / Double(ErrorShape.resolution)
      let usual = ErrorShape.usual(fraction)
      guard !errors.isEmpty else { return usual }
      let size = Statistics.quantile(abs(2 * fraction - 1), ofSorted: sizes)
      let even = fraction < 0.5 ? -size : size
      let sided = Statistics.quantile(fraction, ofSorted: signed)
      let found = even + ErrorShape.trustInSides * (sided - even)
      return trust * found + (1 - trust) * usual
    }
  }

  /// The value that a fraction of the errors stays below.
  func quantile(_ fraction: Double) -> Double {
    let place = fraction * Double(quantiles.count) - 0.5
    let below = min(max(Int(place.rounded(.down)), 0), quantiles.count - 2)
    let slope = quantiles[below + 1] - quantiles[below]
    return quantiles[below] + min(max(place - Double(below), 0), 1) * slope
  }

  /// Somewhat heavier tails than normal; the mean logarithm of its absolute value is 0.
  private static func usual(_ fraction: Double) -> Double {
    let normal = Normal.quantile(fraction)
    return 1.8 * normal * (1 + 0.05 * normal * normal)
  }
}
