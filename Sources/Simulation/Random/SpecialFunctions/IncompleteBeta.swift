/// The distribution function of the Beta distribution, and so those of binomial and negative binomial
/// counts.
enum IncompleteBeta {
  /// From here on, for the smaller parameter, the density is bell-shaped enough for a fixed rule.
  private static let bellShaped = 150.0

  /// The two tails at `x`.
  ///
  /// - Parameters:
  ///   - a: more than 0, the exponent of x plus one.
  ///   - b: more than 0, the exponent of 1 - x plus one.
  ///   - x: 0 to 1.
  ///   - rest: 1 - `x`, with the digits that the subtraction would lose.
  /// - Returns: tails that err by about 10⁻¹⁴, and where they are below 10⁻³ by that share of themselves; by up
  ///   to sqrt(a + b) 10⁻¹⁵ if that is more.
  /// - Complexity: about 100 steps at most, whatever the parameters.
  static func tails(_ a: Double, _ b: Double, at x: Double, rest: Double) -> Tails {
    guard x > 0 else { return Tails(lower: 0) }
    guard rest > 0 else { return Tails(upper: 0) }
    if min(a, b) >= bellShaped { return integrated(a, b, at: x, rest: rest) }
    if x <= (a + 1) / (a + b + 2) {
      return Tails(lower: fraction(a, b, at: x, rest: rest))
    }
    return Tails(upper: fraction(b, a, at: rest, rest: x))
  }

  /// x^a (1-x)^b / B(a, b), which is x (1-x) times the density.
  static func scaledDensity(_ a: Double, _ b: Double, at x: Double, rest: Double) -> Double {
    let total = a + b
    let deviance =
      Stirling.deviance(a, expected: total * x) + Stirling.deviance(b, expected: total * rest)
    let remainder = Stirling.remainder(total) - Stirling.remainder(a) - Stirling.remainder(b)
    return exponential(remainder - deviance) * (a / total * b / (2 * Double.pi)).squareRoot()
  }

  /// The continued fraction of Didonato and Morris (1992), evaluated forwards [Lentz 1976].
  ///
  /// It takes a - (a + b) x as a number of its own, and so keeps its digits where x is near 0 or 1.
  private static func fraction(_ a: Double, _ b: Double, at x: Double, rest: Double) -> Double {
    let total = a + b
    let excess = x < rest ? a - total * x : total * rest - b
    var numerator = a / (a + 1) * (excess + 1)
    var value = numerator
    var denominator = 0.0
    for step in 1...10_000 {
      let n = Double(step)
      let width = a + 2 * n - 1
      let falling = n * ((b - n) * x)
      let partial = (a + n - 1) / width * ((total + n - 1) * x / width) * falling
      let term = n + falling / width + (a + n) / (width + 2) * (excess + 1 + n * (1 + rest))
      numerator = term + partial / numerator
      denominator = 1 / (term + partial * denominator)
      let change = numerator * denominator
      value *= change
      if abs(change - 1) < 0x1p-52 { break }
    }
    return scaledDensity(a, b, at: x, rest: rest) / value
  }

  private static func integrated(_ a: Double, _ b: Double, at x: Double, rest: Double) -> Tails {
    let total = a + b
    let outwards = x * (total - 2) > a - 1 ? 1.0 : -1.0
    let deviation = (a / total * (b / total) / (total + 1)).squareRoot()
    let width = min(11.5 * deviation, outwards > 0 ? rest : x)
    let density = scaledDensity(a, b, at: x, rest: rest) / x / rest
    guard density > 0 else { return outwards > 0 ? Tails(upper: 0) : Tails(lower: 0) }
    let slope = (a - 1) / x - (b - 1) / rest
    let integral = GaussLegendre.integral(to: width) { distance in
      let shift = outwards * distance
      let left = (a - 1) * Stirling.logarithmOfOnePlusLess(shift / x)
      let right = (b - 1) * Stirling.logarithmOfOnePlusLess(-shift / rest)
      return exponential(left + right + slope * shift)
    }
    let tail = integral * density
    return outwards > 0 ? Tails(upper: tail) : Tails(lower: tail)
  }
}
