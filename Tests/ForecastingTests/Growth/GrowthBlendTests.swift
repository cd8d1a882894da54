import Foundation
import Testing

@testable import Forecasting

@Suite struct GrowthBlendTests {
  private let flat = Array(repeating: 1.0, count: 36)

  @Test func weightsFallFromOneThroughHalf() {
    let blend = GrowthBlend(scenario: GrowthScenario(0.2), halfway: 6)
    let weights = blend.weights(months: 36)
    #expect(weights[0] > 0.95)
    #expect(weights[5] == 0.5)
    #expect(weights[35] < 0.03)
    for (one, next) in zip(weights, weights.dropFirst()) { #expect(next < one) }
  }

  /// With all weight on one side the blend is that side, in the first month and in the last.
  @Test func endpointsAreTheTwoPaths() {
    let path = (1...36).map { 100 * pow(1.01, Double($0)) }
    let late = GrowthBlend(scenario: GrowthScenario(0.8), halfway: 1e9)
    let early = GrowthBlend(scenario: GrowthScenario(0.8), halfway: 1e-9)
    let statistical = late.blended(path, start: 100, season: flat, luck: 0.5)
    let scenario = early.blended(path, start: 100, season: flat, luck: 0.5)
    for step in 0..<36 {
      #expect(abs(statistical[step] / path[step] - 1) < 1e-9)
      let expected = 100 * pow(1.8, Double(step + 1) / 12)
      #expect(abs(scenario[step] / expected - 1) < 1e-9)
    }
  }

  @Test func twoEqualPathsBlendIntoThemselves() {
    let season = GrowthBlend.season(of: (0..<36).map { exp(0.2 * sin(Double($0) * .pi / 6)) })
    let blend = GrowthBlend(scenario: GrowthScenario(0.3), halfway: 9)
    let path = blend.scenarioPath(start: 50, season: season, luck: 0.5)
    let mixed = blend.blended(path, start: 50, season: season, luck: 0.5)
    for (one, other) in zip(path, mixed) { #expect(abs(one - other) < 1e-9 * one) }
  }

  @Test func theBlendLiesBetweenAndRisesWithLuck() {
    let scenario = GrowthScenario(low: 0.1, likely: 0.3, high: 0.9)
    let blend = GrowthBlend(scenario: scenario, monthsOfHistory: 24)
    #expect(blend.halfway == 12)
    let path = flat.map { $0 * 100 }
    var last = path
    for luck in [0.1, 0.5, 0.9] {
      let other = blend.scenarioPath(start: 100, season: flat, luck: luck)
      let mixed = blend.blended(path, start: 100, season: flat, luck: luck)
      for step in 0..<36 {
        #expect(mixed[step] >= 100 && mixed[step] <= other[step])
        #expect(mixed[step] > last[step] || luck == 0.1)
      }
      last = mixed
    }
  }

  /// A triangle's quantiles: its ends, and its mode at the share that is left of it.
  @Test func growthFollowsTheTriangle() {
    let scenario = GrowthScenario(low: -0.1, likely: 0.1, high: 0.7)
    #expect(scenario.growth(0) == -0.1)
    #expect(abs(scenario.growth(0.25) - 0.1) < 1e-12)
    #expect(scenario.growth(1) == 0.7)
    #expect(GrowthScenario(0.4).growth(0.9) == 0.4)
  }

  /// Under a ceiling exponential growth is the logistic curve.
  @Test func growthUnderACeilingIsLogistic() {
    let blend = GrowthBlend(scenario: GrowthScenario(1, ceiling: 1_000), halfway: 1e-9)
    let path = blend.scenarioPath(start: 100, season: Array(repeating: 1, count: 240), luck: 0.5)
    let rate = log(2.0) / 12
    for (step, value) in path.enumerated() {
      let logistic = 1_000 / (1 + 9 * exp(-rate * Double(step + 1)))
      #expect(abs(value / logistic - 1) < 1e-9)
    }
    #expect(path[239] > 990 && path[239] < 1_000)
  }

  @Test func nothingPassesTheCeiling() {
    let blend = GrowthBlend(scenario: GrowthScenario(0.5, ceiling: 300), halfway: 12)
    let path = (1...36).map { 100 * pow(1.2, Double($0)) }
    let mixed = blend.blended(path, start: 100, season: flat, luck: 0.5)
    #expect(mixed.allSatisfy { $0 <= 300 })
    let full = GrowthBlend(scenario: GrowthScenario(0.5, ceiling: 80), halfway: 12)
    #expect(full.scenarioPath(start: 100, season: flat, luck: 0.5).allSatisfy { $0 == 100 })
  }

  @Test func zerosAreBlendedByAmount() {
    let blend = GrowthBlend(scenario: GrowthScenario(0), halfway: 1)
    #expect(blend.blended([0], start: 100, season: [1], luck: 0.5) == [50])
  }

  @Test func theSeasonOfAPathMultipliesToOne() {
    let pattern = (0..<12).map { 0.3 * cos(Double($0) * .pi / 6) }
    let central = (0..<36).map { 10 * exp(0.02 * Double($0) + pattern[$0 % 12]) }
    let season = GrowthBlend.season(of: central)
    for step in 0..<36 { #expect(abs(log(season[step]) - pattern[step % 12]) < 1e-6) }
    #expect(GrowthBlend.season(of: [1, 2, 3]) == [1, 1, 1])
  }

  @Test func pathsKeepTheirPlaces() {
    var paths = SamplePaths(count: 3, horizon: 12, repeating: 100)
    paths[1, 0] = 90
    let scenario = GrowthScenario(low: 0, likely: 0.5, high: 1)
    let blend = GrowthBlend(scenario: scenario, halfway: 6)
    let season = Array(repeating: 1.0, count: 12)
    let mixed = blend.blended(paths, start: 100, season: season, order: [2, 0, 1])
    #expect(mixed[0, 11] > mixed[2, 11] && mixed[2, 11] > mixed[1, 11])
    #expect(mixed[1, 0] < mixed[2, 0])
  }
}
