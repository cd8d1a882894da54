import Testing

@testable import Forecasting

@Suite struct DynamicThetaTests {
  /// With theta 2 the forecast is the mean of the regression line and of simple smoothing of the
  /// line with doubled curvature [Assimakopoulos & Nikolopoulos 2000], which is simple smoothing
  /// with half the line's slope as drift [Hyndman & Billah 2003].
  @Test(arguments: [0.1, 0.4, 0.9])
  func thetaTwoIsTheMeanOfALineAndASmoothing(gain: Double) {
    let values = Simulated.autoregression(0.8, count: 30, seed: 5).enumerated()
      .map { 50 + 0.7 * Double($0) + $1 }
    let start = 20.0
    let model = DynamicTheta(levelGain: gain, theta: 2, startLevel: start)
    let forecast = model.forecast(from: model.run(values).state, horizon: 6)
    let line = StraightLine(values)
    let level = values.indices.reduce(2 * start) { level, index in
      level + gain * (2 * values[index] - line.value(at: index) - level)
    }
    for step in 0..<6 {
      #expect(abs(forecast[step] - (line.value(at: 30 + step) + level) / 2) < 1e-9)
    }
  }

  @Test func thetaOneIsSimpleSmoothing() {
    let values = Simulated.autoregression(0.5, count: 25, seed: 2)
    let model = DynamicTheta(levelGain: 0.3, theta: 1, startLevel: 1)
    let level = values.reduce(1) { $0 + 0.3 * ($1 - $0) }
    for value in model.forecast(from: model.run(values).state, horizon: 3) {
      #expect(abs(value - level) < 1e-12)
    }
  }

  @Test func theRunningLineIsTheRegressionLine() {
    let values = Simulated.monthly(count: 40, seed: 1)
    let state = DynamicTheta(levelGain: 0.5, theta: 2, startLevel: 0).run(values).state
    let line = StraightLine(values)
    #expect(abs(state.slope - line.slope) < 1e-6)
    #expect(abs(state.intercept + state.slope - line.intercept) < 1e-6)
  }
}
