import Foundation

extension ExponentialSmoothing {
  /// A fitted model and how well it explains the past.
  struct Fit {
    var model: ExponentialSmoothing
    var state: State
    var squares: Double
    var parameters: Int

    /// Akaike's criterion, corrected for short series [Hurvich & Tsai 1989].
    func criterion(count: Int) -> Double {
      let (n, k) = (Double(count), Double(parameters + 1))
      let correction = n > k + 2 ? 2 * k * (k + 1) / (n - k - 1) : .infinity
      return n * log(max(squares, .leastNormalMagnitude) / n) + 2 * k + correction
    }
  }

  /// The dampings that are told apart from no trend and from a lasting one.
  private static let dampings = 0.8...0.98

  /// The parameters and start with the least squared one-step error.
  static func fitted(
    to values: [Double], trend: Trend, seasons: [Double], evaluations: Int
  ) -> Fit {
    let adjusted =
      seasons.isEmpty ? values : values.indices.map { values[$0] - seasons[$0 % seasons.count] }
    let head = Array(adjusted.prefix(max(10, 2 * seasons.count)))
    let line = StraightLine(head)
    let noise = spread(adjusted)
    let level = trend == .none ? Statistics.mean(head.prefix(10)) : line.value(at: -1)
    let slope = trend == .none ? 0 : line.slope
    func model(_ point: [Double]) -> ExponentialSmoothing {
      var place = 2
      func next() -> Double {
        place += 1
        return point[place - 1]
      }
      let levelGain = 0.001 + 0.998 * logistic(point[0])
      let slopeGain = trend == .none ? 0 : levelGain * 0.5 * logistic(next())
      let startSlope = trend == .none ? 0 : slope + noise * 0.1 * next()
      let damping: Double =
        switch trend {
        case .none: 0
        case .additive: 1
        case .damped:
          dampings.lowerBound + (dampings.upperBound - dampings.lowerBound) * logistic(next())
        }
      let seasonGain = seasons.isEmpty ? 0 : (1 - levelGain) * logistic(next())
      return ExponentialSmoothing(
        levelGain: levelGain, slopeGain: slopeGain, seasonGain: seasonGain, damping: damping,
        start: State(level: level + noise * point[1], slope: startSlope, seasons: seasons))
    }
    var begin = [0.0, 0.0]
    var steps = [1.5, 0.5]
    if trend != .none {
      begin += [-3, 0]
      steps += [1.5, 0.5]
    }
    if trend == .damped {
      begin.append(1)
      steps.append(-1.5)
    }
    if !seasons.isEmpty {
      begin.append(-3)
      steps.append(1.5)
    }
    let best = NelderMead.minimum(from: begin, steps: steps, evaluations: evaluations) {
      model($0).run(values).squares
    }
    let fitted = model(best)
    let (squares, state) = fitted.run(values)
    return Fit(
      model: fitted, state: state, squares: squares,
      parameters: begin.count + max(0, seasons.count - 1))
  }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

  /// The root mean squared difference of neighbours; not zero.
  private static func spread(_ values: [Double]) -> Double {
    let squares = zip(values.dropFirst(), values).map { ($0 - $1) * ($0 - $1) }
    let mean = Statistics.mean(squares).squareRoot()
    return mean > 0 ? mean : 1
  }
}
