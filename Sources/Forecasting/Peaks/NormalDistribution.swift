import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// The value that a fraction `p` stays below, to about 1e-9 [Acklam 2003].
  ///
  /// Below 1e-12 and above its complement the value stays where it is there.
  static func quantile(_ p: Double) -> Double {
    let p = min(max(p, 1e-12), 1 - 1e-12)
    let tail = 0.02425
    if p < tail { return tailQuantile(p) }
    if p > 1 - tail { return -tailQuantile(1 - p) }
    let q = p - 0.5
    return q * polynomial(centreTop, q * q) / polynomial(centreBottom, q * q)
  }

  private static func tailQuantile(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    return polynomial(tailTop, q) / polynomial(tailBottom, q)
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let centreTop = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  private static let centreBottom = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
    6.680131188771972e+01, -1.328068155288572e+01, 1,
  ]
  private static let tailTop = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
  ]
  private static let tailBottom = [
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
    3.754408661907416e+00, 1,
  ]
}
