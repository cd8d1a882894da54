/// Gamma functions and densities as Stirling's formula times what it leaves out.
///
/// Written so, the density of a large count does not lose its digits in the difference of large
/// logarithms. [Loader 2000, Fast and accurate computation of binomial probabilities]
enum Stirling {
  private static let halfLogarithmOfTwoPi = 0.918_938_533_204_672_741_78

  /// The logarithm of Γ(`x` + 1), x > 0; error below 10⁻¹⁴ in absolute or relative terms.
  static func logarithmOfFactorial(_ x: Double) -> Double {
    (x + 0.5) * logarithm(x) - x + halfLogarithmOfTwoPi + remainder(x)
  }

  /// What is left of that logarithm beyond (x + 1/2) ln x - x + 1/2 ln 2π, x > 0.
  ///
  /// Its asymptotic series from 16 on, where the first term left out is 1.4·10⁻¹⁸; below by
  /// Γ(x + 1) = x Γ(x). [Abramowitz & Stegun 1964, 6.1.41]
  static func remainder(_ x: Double) -> Double {
    guard x < 16 else { return series(x) }
    var product = 1.0
    var shifted = x
    while shifted < 16 {
      shifted += 1
      product *= shifted
    }
    let large = (shifted + 0.5) * logarithm(shifted) - (shifted - x)
    return series(shifted) + large - logarithm(product) - (x + 0.5) * logarithm(x)
  }

  private static func series(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = 1.0 / 1188 - square * (691.0 / 360_360)
    sum = 1.0 / 1680 - square * sum
    sum = 1.0 / 1260 - square * sum
    sum = 1.0 / 360 - square * sum
    return (1.0 / 12 - square * sum) / x
  }

  /// `mean`^x e^-`mean` / Γ(x + 1), the Poisson density where `x` is whole.
  ///
  /// - Parameters:
  ///   - x: 0 or more.
  ///   - mean: more than 0.
  /// - Returns: a number whose relative error is about 10⁻¹⁴ within ten standard deviations.
  static func poissonDensity(_ x: Double, mean: Double) -> Double {
    guard x > 0 else { return exponential(-mean) }
    let exponent = -remainder(x) - deviance(x, expected: mean)
    return exponential(exponent) / (2 * Double.pi * x).squareRoot()
  }

  /// x ln(x / m) + m - x for positive x and m, never negative.
  static func deviance(_ x: Double, expected m: Double) -> Double {
    if abs(m - x) < 0.25 * x { return -x * logarithmOfOnePlusLess((m - x) / x) }
    let ratio = x / m
    return x * (ratio.isNormal ? logarithm(ratio) : logarithm(x) - logarithm(m)) + (m - x)
  }

  /// ln(1 + y) - y for y > -1, without the loss of digits near 0.
  ///
  /// Near 0 by ln(1 + y) = 2 artanh v with v = y / (2 + y), where 2v - y = -y v.
  static func logarithmOfOnePlusLess(_ y: Double) -> Double {
    guard abs(y) < 0.25 else { return logarithm(1 + y) - y }
    let v = y / (2 + y)
    let square = v * v
    // |v| < 1/7: the first term left out is below 10⁻¹⁷ of the sum.
    var sum = 1.0 / 17 + square * (1.0 / 19)
    sum = 1.0 / 15 + square * sum
    sum = 1.0 / 13 + square * sum
    sum = 1.0 / 11 + square * sum
    sum = 1.0 / 9 + square * sum
    sum = 1.0 / 7 + square * sum
    sum = 1.0 / 5 + square * sum
    sum = 1.0 / 3 + square * sum
    return v * (2 * square * sum - y)
  }
}
