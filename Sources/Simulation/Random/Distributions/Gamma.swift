/// Positive quantities such as rates that differ from service to service.
package struct Gamma: Hashable, Sendable {
  package let mean: Double
  /// One over the square of the coefficient of variation.
  package let shape: Double

  /// - Precondition: `mean` is finite and not negative, `shape` is finite and positive.
  package init(mean: Double, shape: Double) {
    precondition(mean >= 0 && mean.isFinite && shape > 0 && shape.isFinite)
    self.mean = mean
    self.shape = shape
  }

  /// From here on the cube of a normal number is exact to double rounding.
  private static let almostNormal = 1e12

  /// The value that is not exceeded with `probability`, between 0 and 1.
  ///
  /// - Returns: a number of 0 or more; relative error about 10⁻¹³, and 10⁻¹⁴ / `shape` for small shapes.
  /// - Complexity: 3 to 5 evaluations of the distribution function.
  package func quantile(_ probability: Double) -> Double {
    guard mean > 0 else { return 0 }
    let root = cubeRoot(probability)
    guard shape < Self.almostNormal else { return mean * (root * root * root) }
    let guess = guess(probability, cubeRoot: root)
    let place = QuantileSearch.place(probability, guess: guess, in: -745...709) { place in
      let x = exponential(place)
      let density = x > 0 ? shape * Stirling.poissonDensity(shape, mean: x) : 0
      return (IncompleteGamma.tails(shape: shape, at: x), density)
    }
    return min(mean * (exponential(place) / shape), .greatestFiniteMagnitude)
  }

  /// Of the quantile in means, nearly normal where the shape is not small. [Wilson & Hilferty 1931]
  private func cubeRoot(_ probability: Double) -> Double {
    let ninth = 1 / (9 * shape)
    return 1 - ninth + StandardNormal.quantile(probability) * ninth.squareRoot()
  }

  /// On the scale of the logarithm; for small shapes by the power law of the left end, which is never
  /// too large.
  private func guess(_ probability: Double, cubeRoot: Double) -> Double {
    if shape >= 0.5, cubeRoot > 0.2 { return logarithm(shape) + 3 * logarithm(cubeRoot) }
    return (logarithm(probability) + Stirling.logarithmOfFactorial(shape)) / shape
  }
}
