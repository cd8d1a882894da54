import Foundation
import Testing

@testable import Forecasting

@Suite struct NumericsTests {
  /// Rosenbrock's valley, whose floor is at (1, 1).
  @Test func theSimplexFindsTheFloorOfACurvedValley() {
    let best = NelderMead.minimum(from: [-1.2, 1], steps: [0.5, 0.5], evaluations: 500) { point in
      pow(1 - point[0], 2) + 100 * pow(point[1] - point[0] * point[0], 2)
    }
    #expect(abs(best[0] - 1) < 1e-3 && abs(best[1] - 1) < 1e-3)
  }

  @Test func equationsAreSolved() throws {
    let solution = try #require(LinearEquations.solved([[4, 0], [2, 3]], [8, 7]))
    #expect(abs(solution[0] - 1.25) < 1e-12 && abs(solution[1] - 1.5) < 1e-12)
    #expect(LinearEquations.solved([[1, 0], [2, 1]], [1, 1]) == nil)
  }

  /// From published tables of the normal distribution.
  @Test(arguments: [
    (0.5, 0), (0.9, 1.281551565545), (0.975, 1.959963984540), (1e-6, -4.753424308823),
  ])
  func normalQuantilesAreThoseOfTheTables(fraction: Double, value: Double) {
    #expect(abs(Normal.quantile(fraction) - value) < 1e-9)
  }

  /// Five standard errors of mean and variance of 20,000 numbers.
  @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
    var random = RandomStream(seed: 1, index: 0, purpose: "test")
    let values = (0..<10_000).flatMap { _ in
      let pair = random.nextNormals()
      return [pair.0, pair.1]
    }
    #expect(abs(Statistics.mean(values)) < 5 / 20_000.0.squareRoot())
    #expect(abs(Statistics.mean(values.map { $0 * $0 }) - 1) < 5 * (2 / 20_000.0).squareRoot())
  }
}
