import Foundation
import Testing

@testable import Forecasting

@Suite struct GrowthBlendTests {
  /// Three years that grow by a fraction a year, with a season that multiplies to 1.
  private func central(growth: Double, height: Double = 0) -> [Double] {
    (0..<36).map {
      100 * pow(1 + growth, Double($0 + 1) / 12) * exp(height * sin(Double($0) * .pi / 6))
    }
  }

  @Test func weightsFallFromOneThroughHalf() {
    let weights = GrowthBlend(halfway: 6).weights(months: 36)
    #expect(weights[0] > 0.95)
    #expect(weights[5] == 0.5)
    #expect(weights[35] < 0.03)
    for (one, next) in zip(weights, weights.dropFirst()) { #expect(next < one) }
  }

  @Test func shortHistoriesHandOverEarlier() {
    #expect(GrowthBlend(halfway: 6, monthsOfHistory: 36).halfway == 6)
    #expect(GrowthBlend(halfway: 6, monthsOfHistory: 8).halfway == 4)
    #expect(GrowthBlend(halfway: 6, monthsOfHistory: 0).halfway == 0.5)
  }

  /// With all weight on one side the blend is that side, in the first month and in the last.
  @Test func endpointsAreTheTwoPaths() {
    let base = SeasonalBase(central: central(growth: 0.127, height: 0.2))
    let history = GrowthBlend(halfway: 1e9).blended(base, growth: 0.8)
    let scenario = GrowthBlend(halfway: 1e-9).blended(base, growth: 0.8)
    let season = central(growth: 0, height: 0.2)
    for step in 0..<36 {
      #expect(abs(history[step] / base.central[step] - 1) < 1e-9)
      let expected = season[step] * pow(1.8, Double(step + 1) / 12)
      #expect(abs(scenario[step] / expected - 1) < 1e-9)
    }
  }

  @Test func whatIsExpectedAnywayChangesNothing() {
    let base = SeasonalBase(central: central(growth: 0.3, height: 0.2))
    let mixed = GrowthBlend(halfway: 9).blended(base, growth: 0.3)
    for (one, other) in zip(base.central, mixed) { #expect(abs(one - other) < 1e-9 * one) }
  }

  @Test func theBlendLiesBetween() {
    let base = SeasonalBase(central: central(growth: 0))
    let blend = GrowthBlend(halfway: 12)
    let expected = blend.expected(base, growth: 0.5)
    let mixed = blend.blended(base, growth: 0.5)
    for step in 0..<36 {
      #expect(mixed[step] > base.central[step] && mixed[step] < expected[step])
    }
  }

  @Test func zerosAreBlendedByAmount() {
    let base = SeasonalBase(central: [8, 0])
    let mixed = GrowthBlend(halfway: 2).blended(base, growth: 0)
    #expect(zip(mixed, [8, 4]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func theSeasonOfAPathMultipliesToOne() {
    let pattern = (0..<12).map { 0.3 * cos(Double($0) * .pi / 6) }
    let base = SeasonalBase(
      central: (0..<36).map { 10 * exp(0.02 * Double($0) + pattern[$0 % 12]) })
    for step in 0..<36 { #expect(abs(log(base.season[step]) - pattern[step % 12]) < 1e-6) }
    #expect(abs(base.start - 10 * exp(-0.02)) < 1e-9)
    #expect(SeasonalBase(central: [1, 2, 3]).season == [1, 1, 1])
  }
}

@Suite struct CeilingTests {
  /// Under a ceiling exponential growth is the logistic curve.
  @Test func growthUnderACeilingIsLogistic() {
    let ceiling = Ceiling(1_000)
    for month in 1...240 {
      let rate = log(2.0) / 12 * Double(month)
      let logistic = 1_000 / (1 + 9 * exp(-rate))
      #expect(abs(ceiling.held(100 * exp(rate), start: 100) / logistic - 1) < 1e-9)
    }
  }

  @Test func nothingPassesItAndDeclineIsLeftAlone() {
    for value in [100.5, 300, 1e9, .infinity] {
      #expect(Ceiling(300).held(value, start: 100) <= 300)
    }
    #expect(Ceiling(80).held(150, start: 100) == 100)
    #expect(Ceiling(300).held(60, start: 100) == 60)
  }
}
