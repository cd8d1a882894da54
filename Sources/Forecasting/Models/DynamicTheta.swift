import Foundation

/// The dynamic optimised theta model [Fiorucci 2016].
///
/// Two lines share the past: one is the trend alone, one exaggerates the curvature `theta` times
/// and is smoothed; the forecast joins them. The trend is estimated anew after every value.
struct DynamicTheta: Equatable {
  /// Share of a surprise that the level takes over, in 0..<1 but not 0.
  var levelGain: Double
  /// 1 ignores the trend, 2 takes half of it.
  var theta: Double
  var startLevel: Double

  /// What the recursion remembers.
  struct State: Equatable {
    var count: Int
    var level: Double
    var mean: Double
    /// Of the line through all values so far.
    var intercept: Double
    var slope: Double
    /// `levelGain` taken from 1, to the power of `count`.
    var fading: Double
  }

  /// The value expected next: the level and a part of the line.
  func expected(_ state: State) -> Double {
    let next = state.fading * (1 - levelGain)
    let line = state.fading * state.intercept + (1 - next) / levelGain * state.slope
    return state.level + (1 - 1 / theta) * line
  }

  func run(_ values: [Double]) -> (squares: Double, state: State) {
    let first = values.first ?? 0
    var state = State(
      count: 0, level: startLevel, mean: 0, intercept: first, slope: 0, fading: 1)
    var squares = 0.0
    for (index, value) in values.enumerated() {
      let surprise = value - expected(state)
      // The first values decide on the line, so they cannot judge it.
      if index >= 3 { squares += surprise * surprise }
      state = advanced(state, by: value)
    }
    return (squares, state)
  }

  func advanced(_ state: State, by value: Double) -> State {
    let t = Double(state.count + 1)
    let mean = ((t - 1) * state.mean + value) / t
    let slope =
      state.count == 0
      ? 0 : ((t - 2) * state.slope + 6 * (value - state.mean) / t) / (t + 1)
    return State(
      count: state.count + 1, level: levelGain * value + (1 - levelGain) * state.level, mean: mean,
      intercept: mean - slope * (t + 1) / 2, slope: slope, fading: state.fading * (1 - levelGain))
  }

  /// What follows `state`: its line goes on; for theta 2, simple smoothing with half the line's
  /// slope as drift [Hyndman & Billah 2003].
  func forecast(from state: State, horizon: Int) -> [Double] {
    let first = expected(state)
    let drift = (1 - 1 / theta) * state.slope
    return (0..<horizon).map { first + Double($0) * drift }
  }

  /// The parameters with the least squared one-step error.
  static func fitted(to values: [Double], evaluations: Int) -> DynamicTheta {
    let first = values.first ?? 0
    let differences = zip(values.dropFirst(), values).map { abs($0 - $1) }
    let spread = max(Statistics.mean(differences), .leastNormalMagnitude)
    func model(_ point: [Double]) -> DynamicTheta {
      DynamicTheta(
        levelGain: 0.05 + 0.94 / (1 + exp(-point[0])),
        theta: 1 + mostTheta / (1 + exp(-point[1])), startLevel: first / 2 + spread * point[2])
    }
    let best = NelderMead.minimum(
      from: [0, -3, 0], steps: [1.5, 1.5, 1], evaluations: evaluations
    ) { model($0).run(values).squares }
    return model(best)
  }

  /// Beyond this the forecast hardly changes: it takes 0.98 of the trend.
  private static let mostTheta = 50.0
}
