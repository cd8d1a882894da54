import Foundation

/// A linear autoregression on values or their differences, fitted by least squares.
struct Autoregression: Equatable {
  var intercept: Double
  /// How many steps back the explaining values lie.
  var lags: [Int]
  /// Of each of ``lags``.
  var weights: [Double]
  /// Whether changes are explained instead of values.
  var isDifferenced: Bool

  /// Chooses the number of lags by Schwarz's criterion.
  ///
  /// - Parameters:
  ///   - values: on the work scale.
  ///   - lags: the most promising first; those are tried alone, then with the next, and so on.
  /// - Returns: `nil` where there are too few values.
  static func fitted(to values: [Double], lags: [Int]) -> Autoregression? {
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let lags = lags.filter { values.count >= 2 * $0 + 8 }
    let usable = Array(lags.prefix(max(0, (values.count - 8) / 4)))
    guard let longest = usable.max() else { return nil }
    var best: (model: Autoregression, criterion: Double)?
    for (data, isDifferenced) in [(values, false), (changes, true)] {
      // All candidates explain the same values.
      let first = longest + (isDifferenced ? 0 : 1)
      let moments = Moments(data, lags: usable, from: first)
      for order in 1...usable.count {
        guard let (weights, squares) = moments.solved(order: order) else { continue }
        let (n, k) = (moments.count, Double(order + 2))
        let criterion = n * log(max(squares, .leastNormalMagnitude) / n) + k * log(n)
        guard criterion < best?.criterion ?? .infinity else { continue }
        let model = Autoregression(
          intercept: weights[0], lags: Array(usable.prefix(order)),
          weights: Array(weights.dropFirst()), isDifferenced: isDifferenced)
        best = (model, criterion)
      }
    }
    return best?.model
  }

  /// What follows `values`.
  func forecast(after values: [Double], horizon: Int) -> [Double] {
    let needed = (lags.max() ?? 0) + (isDifferenced ? 1 : 0)
    var data = Array(values.suffix(needed))
    if isDifferenced { data = zip(data.dropFirst(), data).map { $0 - $1 } }
    var level = values.last ?? 0
    return (0..<horizon).map { _ in
      var next = intercept
      for (lag, weight) in zip(lags, weights) { next += weight * data[data.count - lag] }
      data.append(next)
      level = isDifferenced ? level + next : next
      return level
    }
  }
}

/// Sums of products of a series with its own past.
private struct Moments {
  let count: Double
  /// Of 1 and the lags with each other.
  private var products: [[Double]]
  /// Of the same with the value explained.
  private var targets: [Double]
  private var targetSquares = 0.0

  init(_ data: [Double], lags: [Int], from first: Int) {
    count = Double(data.count - first)
    let size = lags.count + 1
    products = Array(repeating: Array(repeating: 0, count: size), count: size)
    targets = Array(repeating: 0, count: size)
    var row = [Double](repeating: 1, count: size)
    for index in first..<data.count {
      for (place, lag) in lags.enumerated() { row[place + 1] = data[index - lag] }
      for left in 0..<size {
        targets[left] += row[left] * data[index]
        for right in 0...left { products[left][right] += row[left] * row[right] }
      }
      targetSquares += data[index] * data[index]
    }
  }

  /// Intercept and weights for the first `order` lags, and what they leave unexplained.
  func solved(order: Int) -> (weights: [Double], squares: Double)? {
    let size = order + 1
    var matrix = products.prefix(size).map { Array($0.prefix(size)) }
    // A little stiffness keeps the equations solvable where lags repeat each other.
    for axis in 0..<size { matrix[axis][axis] *= 1 + 1e-8 }
    let right = Array(targets.prefix(size))
    guard let weights = LinearEquations.solved(matrix, right) else { return nil }
    let explained = zip(weights, right).reduce(0) { $0 + $1.0 * $1.1 }
    return (weights, max(targetSquares - explained, 0))
  }
}
