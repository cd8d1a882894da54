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

@Suite struct WorkScaleTests {
  @Test(arguments: [WorkScale.logarithmic, .raw, .power(0.5), .power(0.25), .power(1)])
  func thereAndBack(scale: WorkScale) {
    for value in [1e-6, 0.5, 1, 17, 12_345.678, 9e9] {
      #expect(abs(scale.original(scale.work(value)) / value - 1) < 1e-9)
    }
    // The slope is what a small step on the work scale does.
    for value in [0.3, 2.0, 5] {
      let step = 1e-6
      let rise = (scale.original(value + step) - scale.original(value - step)) / (2 * step)
      #expect(abs(rise / scale.slope(at: value) - 1) < 1e-6)
    }
  }

  /// Towards 0 the power becomes the logarithm, at 1 a shift; (√9 − 1) / ½ = 4 by hand.
  @Test func powersLieBetweenLogarithmsAndValues() {
    #expect(WorkScale.power(0.5).work(9) == 4)
    #expect(abs(WorkScale.power(1e-9).work(9) - WorkScale.logarithmic.work(9)) < 1e-6)
    #expect(WorkScale.power(1).work(9) == 8)
    #expect(WorkScale.power(0.5).work(0) == -2 && WorkScale.power(0.5).original(-3) == 0)
  }

  @Test func theScaleFollowsFromTheSigns() {
    #expect(WorkScale.stabilising([1, 2, .nan], period: 1) == .logarithmic)
    #expect(WorkScale.stabilising([1, 0, .nan], period: 1) == .raw)
    #expect(WorkScale.stabilising([1, -1], period: 1) == .raw)
    #expect(WorkScale.stabilising([0, 0], period: 1) == .raw)
    // Seasons of 0 to 2, 0 to 4, and so on: the spread is in proportion to the mean.
    let growing = (1...6).flatMap { season in (0..<12).map { Double($0 % 3 * season) } }
    #expect(WorkScale.stabilising(growing, period: 12) == .power(0.5))
    // The same spread about ever higher means.
    let steady = (1...6).flatMap { season in
      (0..<12).map { Double($0 % 3 + 3 * (season - 1)) }
    }
    #expect(WorkScale.stabilising(steady, period: 12) == .raw)
  }
}
