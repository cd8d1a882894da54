import Foundation

/// Explains the logarithm of absolute errors by features, held to what is usual.
enum ErrorRegression {
  /// The steps of one trial.
  struct Row {
    var perStep: Double
    var steps: [Int]
    var misses: [Double] = []
    var features: [[Double]] = []

    func size(_ place: Int, _ coefficients: [Double]) -> Double {
      let logarithm = zip(features[place], coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      return perStep * exp(min(max(logarithm, -20), 20))
    }
  }

  /// What most families agree on; a call with few series hardly leaves it.
  static let usual = [-0.5, 0.1, 0.15, 0.42, 0.1, 0.6, -0.25]
  /// Errors below this part of the usual surprise were luck.
  private static let leastError = 0.05
  /// As many trials as the usual coefficients are worth.
  private static let stiffness = 8.0

  /// How much of what is found is held back however many trials there are: a few windows of time
  /// that all series share tell little about how errors grow.
  private static let reserve = [0.3, 0, 0, 0, 0.5, 0.05, 0]

  static func coefficients(_ rows: [Row]) -> [Double] {
    let size = usual.count
    var products = Array(repeating: [Double](repeating: 0, count: size), count: size)
    var targets = [Double](repeating: 0, count: size)
    for row in rows {
      // The steps of a trial tell about as much as one.
      let weight = 1 / Double(max(row.misses.count, 1))
      for (place, miss) in row.misses.enumerated() {
        let features = row.features[place]
        let expected = zip(features, usual).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = log(max(abs(miss) / row.perStep, leastError)) - expected
        for left in 0..<size {
          targets[left] += weight * features[left] * rest
          for right in 0...left {
            products[left][right] += weight * features[left] * features[right]
          }
        }
      }
    }
    let count = Double(rows.count)
    for axis in 0..<size { products[axis][axis] += stiffness + reserve[axis] * count }
    let change = LinearEquations.solved(products, targets) ?? targets.map { _ in 0 }
    var result = zip(usual, change).map { $0 + $1 }
    // Errors do not shrink with the distance, and grow at most as fast as a steady wrong slope.
    result[4] = min(max(result[4], 0), 1)
    return result
  }
}
