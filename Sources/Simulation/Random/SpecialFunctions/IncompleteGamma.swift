/// The distribution function of the Gamma distribution of scale 1, and so that of Poisson counts.
enum IncompleteGamma {
  /// From this shape on the density is bell-shaped enough to be integrated by a fixed rule, which is
  /// as fast as the series there and does not slow down further on.
  private static let bellShaped = 100.0

  /// The two tails at `x`.
  ///
  /// - Parameters:
  ///   - shape: more than 0.
  ///   - x: any number.
  /// - Returns: tails that err by about 10⁻¹⁴, and where they are below 10⁻³ by that share of themselves; by up
  ///   to sqrt(shape) 10⁻¹⁵ if that is more.
  /// - Complexity: about 100 steps at most, whatever the shape.
  static func tails(shape: Double, at x: Double) -> Tails {
    guard x > 0 else { return Tails(lower: 0) }
    guard x.isFinite else { return Tails(upper: 0) }
    if shape >= bellShaped { return integrated(shape: shape, at: x) }
    return x < shape + 1
      ? Tails(lower: lowerSeries(shape: shape, at: x))
      : Tails(upper: upperFraction(shape: shape, at: x))
  }

  /// The power series of the lower tail. [Abramowitz & Stegun 1964, 6.5.29]
  private static func lowerSeries(shape: Double, at x: Double) -> Double {
    var (term, sum, divisor) = (1.0, 1.0, shape)
    for _ in 0..<1000 {
      divisor += 1
      term *= x / divisor
      sum += term
      if term < sum * 0x1p-54 { break }
    }
    return sum * Stirling.poissonDensity(shape, mean: x)
  }

  /// The even part of the continued fraction [Abramowitz & Stegun 1964, 6.5.31], evaluated forwards
  /// [Lentz 1976; Thompson & Barnett 1986].
  private static func upperFraction(shape: Double, at x: Double) -> Double {
    var offset = x + 1 - shape
    var (numerator, denominator) = (Double.infinity, 1 / offset)
    var value = denominator
    for step in 1...1000 {
      let factor = Double(step) * (shape - Double(step))
      offset += 2
      denominator = 1 / (offset + factor * denominator)
      numerator = offset + factor / numerator
      let change = numerator * denominator
      value *= change
      if abs(change - 1) < 0x1p-52 { break }
    }
    return value * shape * Stirling.poissonDensity(shape, mean: x)
  }

  private static func integrated(shape: Double, at x: Double) -> Tails {
    let outwards = x > shape - 1 ? 1.0 : -1.0
    let width = min(11.5 * shape.squareRoot(), outwards > 0 ? .infinity : x)
    let power = shape - 1
    let density = Stirling.poissonDensity(shape, mean: x) * (shape / x)
    guard density > 0 else { return outwards > 0 ? Tails(upper: 0) : Tails(lower: 0) }
    // The logarithm of the density at x + s, less that at x.
    let integral = GaussLegendre.integral(to: width) { distance in
      let relative = outwards * distance / x
      let curved = power * Stirling.logarithmOfOnePlusLess(relative)
      return exponential(curved + (power - x) * relative)
    }
    let tail = integral * density
    return outwards > 0 ? Tails(upper: tail) : Tails(lower: tail)
  }
}
