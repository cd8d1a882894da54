import Foundation

/// Exponential smoothing with a damped additive trend [Gardner & McKenzie 1985].
struct DampedTrend: Equatable {
  /// What the recursion remembers after a value.
  struct State: Equatable {
    var level: Double
    var trend: Double
  }

  /// Share of a surprise that the level takes over, 0 to 1.
  var levelGain: Double
  /// Share of a change of level that the trend takes over, 0 to 1.
  var trendGain: Double
  /// What is left of the trend after one step, below 1.
  var damping: Double
  var start: State

  /// The value expected next.
  func expected(_ state: State) -> Double { state.level + damping * state.trend }

  /// The state after `value`, in error-correction form.
  func advanced(_ state: State, by value: Double) -> State {
    let surprise = value - expected(state)
    return State(
      level: expected(state) + levelGain * surprise,
      trend: damping * state.trend + levelGain * trendGain * surprise)
  }

  /// The value expected `step` steps ahead, from 1: level + (φ + … + φ^step) · trend.
  func expected(_ state: State, step: Int) -> Double {
    state.level + weight(step: step) * state.trend
  }

  /// φ + φ² + … + φ^step in closed form.
  func weight(step: Int) -> Double {
    damping * (1 - pow(damping, Double(step))) / (1 - damping)
  }

  /// The states after each of `values`.
  func states(_ values: [Double]) -> [State] {
    var state = start
    return values.map { value in
      state = advanced(state, by: value)
      return state
    }
  }

  /// The sum of squared one-step errors.
  func squaredError(_ values: [Double]) -> Double {
    var (level, trend, sum) = (start.level, start.trend, 0.0)
    let change = levelGain * trendGain
    for value in values {
      let damped = damping * trend
      let surprise = value - level - damped
      sum += surprise * surprise
      level += damped + levelGain * surprise
      trend = damped + change * surprise
    }
    return sum
  }
}
