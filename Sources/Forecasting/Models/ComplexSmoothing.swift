/// Complex exponential smoothing [Svetunkov, Kourentzes & Ord 2022].
///
/// The level has a shadow that remembers what is not level; together they follow trends without
/// deciding whether there is one. An optional season is smoothed beside them.
struct ComplexSmoothing: Equatable {
  /// The real part of the gain.
  var gain: Double
  /// The imaginary part; near 1 without a trend.
  var shadowGain: Double
  var seasonGain: Double
  var start: State

  /// What the recursion remembers.
  struct State: Equatable {
    var level: Double
    var shadow: Double
    /// Empty without a season.
    var seasons: [Double]
  }

  /// Whether old values lose their influence: the region of stability of the same source.
  var isStable: Bool {
    func distance(_ x: Double, _ y: Double) -> Double {
      (gain - x) * (gain - x) + (shadowGain - y) * (shadowGain - y)
    }
    return distance(2.5, 0) > 1.25 && distance(0.5, 1) > 0.25 && distance(1.5, 0.5) < 1.5
  }

  func run(_ values: [Double]) -> (squares: Double, state: State) {
    var state = start
    var squares = 0.0
    let period = state.seasons.count
    var phase = 0
    for value in values {
      let season = period > 0 ? state.seasons[phase] : 0
      let surprise = value - state.level - season
      squares += surprise * surprise
      advance(&state, by: surprise)
      if period > 0 {
        state.seasons[phase] = season + seasonGain * surprise
        phase = phase + 1 < period ? phase + 1 : 0
      }
    }
    return (squares, state)
  }

  private func advance(_ state: inout State, by surprise: Double) {
    let level = state.level - (1 - shadowGain) * state.shadow + (gain - shadowGain) * surprise
    state.shadow = state.level + (1 - gain) * state.shadow + (gain + shadowGain) * surprise
    state.level = level
  }

  /// What follows the `count` values that led to `state`.
  func forecast(from state: State, after count: Int, horizon: Int) -> [Double] {
    var state = state
    return (0..<horizon).map { step in
      let season =
        state.seasons.isEmpty ? 0 : state.seasons[(count + step) % state.seasons.count]
      let value = state.level + season
      advance(&state, by: 0)
      return value
    }
  }

  /// The parameters and start with the least squared one-step error.
  static func fitted(to values: [Double], seasons: [Double], evaluations: Int) -> ComplexSmoothing {
    let adjusted =
      seasons.isEmpty ? values : values.indices.map { values[$0] - seasons[$0 % seasons.count] }
    let level = Statistics.mean(adjusted.prefix(max(seasons.count, 10)))
    let differences = zip(adjusted.dropFirst(), adjusted).map { abs($0 - $1) }
    let spread = max(Statistics.mean(differences), .leastNormalMagnitude)
    func model(_ point: [Double]) -> ComplexSmoothing {
      ComplexSmoothing(
        gain: point[0], shadowGain: point[1],
        seasonGain: seasons.isEmpty ? 0 : min(max(point[4], 0), 1),
        start: State(
          level: level + spread * point[2], shadow: level / 1.1 + spread * point[3],
          seasons: seasons))
    }
    let begin = [1.3, 1.0, 0, 0] + (seasons.isEmpty ? [] : [0.1])
    let steps = [0.2, 0.05, 1, 1] + (seasons.isEmpty ? [] : [0.2])
    let best = NelderMead.minimum(from: begin, steps: steps, evaluations: evaluations) {
      let candidate = model($0)
      return candidate.isStable ? candidate.run(values).squares : .infinity
    }
    return model(best)
  }
}
