/// Exponential smoothing in state-space form with additive errors [Hyndman 2008].
struct ExponentialSmoothing {
  enum Trend: CaseIterable {
    case none
    case additive
    case damped
  }

  /// What the recursion remembers.
  struct State: Equatable {
    var level: Double
    var slope: Double
    /// The season's amount for each phase, by index modulo the period; empty without a season.
    var seasons: [Double]
  }

  /// Share of a surprise that the level takes over.
  var levelGain: Double
  /// Share of a surprise that the slope takes over.
  var slopeGain: Double
  /// Share of a surprise that the season of its phase takes over.
  var seasonGain: Double
  /// What is left of the slope after one step; 1 keeps it, 0 has no trend.
  var damping: Double
  /// Before the first value.
  var start: State

  /// Runs over `values`; returns the sum of squared one-step errors and the last state.
  func run(_ values: [Double]) -> (squares: Double, state: State) {
    var (level, slope, squares) = (start.level, start.slope, 0.0)
    var seasons = start.seasons
    let period = seasons.count
    var phase = 0
    for value in values {
      let damped = damping * slope
      let season = period > 0 ? seasons[phase] : 0
      let surprise = value - level - damped - season
      squares += surprise * surprise
      level += damped + levelGain * surprise
      slope = damped + slopeGain * surprise
      if period > 0 {
        seasons[phase] = season + seasonGain * surprise
        phase = phase + 1 < period ? phase + 1 : 0
      }
    }
    return (squares, State(level: level, slope: slope, seasons: seasons))
  }

  /// One-step errors over `values`.
  func surprises(_ values: [Double]) -> [Double] {
    var state = start
    return values.indices.map { index in
      let season = state.seasons.isEmpty ? 0 : state.seasons[index % state.seasons.count]
      let damped = damping * state.slope
      let surprise = values[index] - state.level - damped - season
      state.level += damped + levelGain * surprise
      state.slope = damped + slopeGain * surprise
      if !state.seasons.isEmpty {
        state.seasons[index % state.seasons.count] += seasonGain * surprise
      }
      return surprise
    }
  }

  /// What follows the `count` values that led to `state`.
  func forecast(from state: State, after count: Int, horizon: Int) -> [Double] {
    var (level, slope) = (state.level, state.slope)
    return (0..<horizon).map { step in
      slope *= damping
      level += slope
      return state.seasons.isEmpty
        ? level : level + state.seasons[(count + step) % state.seasons.count]
    }
  }
}
