import Foundation

/// The distribution of the largest of many, Gumbel's where `shape` is 0 [Jenkinson 1955].
package struct ExtremeValue: Hashable, Sendable {
  package var location: Double
  /// Above 0.
  package var scale: Double
  /// Above 0 the tail is heavy, below 0 it ends somewhere; the sign of Coles, not of Hosking.
  package var shape: Double

  /// - Precondition: `scale` is above 0.
  package init(location: Double, scale: Double, shape: Double) {
    precondition(scale > 0, "a scale is above 0, got \(scale)")
    self.location = location
    self.scale = scale
    self.shape = shape
  }

  /// The value that a fraction `p` stays below.
  ///
  /// - Precondition: `p` is above 0 and below 1.
  package func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile is asked of a fraction between 0 and 1")
    let reduced = -log(-log(p))
    guard abs(shape) > 1e-9 else { return location + scale * reduced }
    return location + scale * expm1(shape * reduced) / shape
  }

  /// The fraction that stays below `value`.
  package func cumulative(_ value: Double) -> Double {
    let reduced = (value - location) / scale
    guard abs(shape) > 1e-9 else { return exp(-exp(-reduced)) }
    let base = 1 + shape * reduced
    guard base > 0 else { return shape > 0 ? 0 : 1 }
    return exp(-pow(base, -1 / shape))
  }
}

extension ExtremeValue {
  private static let eulerGamma = 0.577_215_664_901_532_9
  /// From fewer values the shape cannot be told, and Gumbel's is taken.
  private static let fewestForShape = 15
  /// Values worth of doubt about the shape; it counts n / (n + this).
  private static let shapeDoubt = 25.0
  /// Traffic has neither tails without a mean nor hard ends close by.
  private static let shapes = -0.3...0.4

  /// Fits by L-moments, which single extremes bend less than moments [Hosking 1990].
  ///
  /// The shape is pulled towards 0, the more so the fewer values there are.
  ///
  /// - Returns: `nil` for fewer than two values or none that differ.
  package static func fitted(to values: [Double]) -> ExtremeValue? {
    guard values.count >= 2 else { return nil }
    let moments = LMoments(values)
    guard moments.second > 0 else { return nil }
    var shape = 0.0
    if values.count >= fewestForShape {
      let count = Double(values.count)
      shape = shapeOf(skewness: moments.skewness) * count / (count + shapeDoubt)
      shape = min(max(shape, shapes.lowerBound), shapes.upperBound)
    }
    return matching(moments, shape: shape)
  }

  /// The distribution with this shape and the first two L-moments of the values.
  static func matching(_ moments: LMoments, shape: Double) -> ExtremeValue {
    guard abs(shape) > 1e-6 else {
      let scale = moments.second / log(2)
      return ExtremeValue(location: moments.mean - eulerGamma * scale, scale: scale, shape: 0)
    }
    let gamma = tgamma(1 - shape)
    let scale = moments.second * shape / (gamma * (pow(2, shape) - 1))
    return ExtremeValue(
      location: moments.mean - scale * (gamma - 1) / shape, scale: scale, shape: shape)
  }

  /// Hosking, Wallis & Wood's approximation, better than 9e-4 for shapes within ±0.5 [1985].
  static func shapeOf(skewness: Double) -> Double {
    let c = 2 / (3 + skewness) - log(2) / log(3)
    return -(7.8590 * c + 2.9554 * c * c)
  }
}
