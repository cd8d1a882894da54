import Testing

@testable import Forecasting

@Suite struct FamilyForecasterTests {
  private let family = (0..<40).map { seed in
    Series(values: Simulated.monthly(count: 72, seed: UInt64(seed)), period: 12)
  }

  private func forecasts(_ all: [Series], horizon: Int = 12, paths: Int = 100) throws -> [Forecast]
  {
    var results: [Result<Forecast, ForecastError>] = []
    FamilyForecaster(horizon: horizon, paths: paths).forecast(all) { results.append($1) }
    return try results.map { try $0.get() }
  }

  @Test func seriesForecastInParallelAreTheSame() async throws {
    let forecaster = FamilyForecaster(horizon: 12, paths: 100)
    let all = family
    let studies = try await inParallel(all.count) { try forecaster.study(all[$0]) }
    let law = forecaster.law(of: studies)
    let parallel = try await inParallel(all.count) { index in
      try forecaster.forecast(all[index], study: studies[index], law: law, index: index)
    }
    #expect(try forecasts(all) == parallel)
  }

  private func inParallel<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      for index in 0..<count { group.addTask { (index, try body(index)) } }
      var values: [Int: Value] = [:]
      for try await (index, value) in group { values[index] = value }
      return (0..<count).compactMap { values[$0] }
    }
  }

  @Test func errorsComeInTheirPlace() {
    let all = [family[0], Series(values: [.nan], period: 1), family[1]]
    var failed: [Int] = []
    FamilyForecaster(horizon: 3, paths: 0).forecast(all) { index, result in
      if case .failure(.noValues) = result { failed.append(index) }
    }
    #expect(failed == [1])
  }

  @Test func weightsAddUpToOne() throws {
    let forecaster = FamilyForecaster(horizon: 12)
    let studies = try family.map { try forecaster.study($0) }
    let law = forecaster.law(of: studies)
    #expect(abs(law.weights.shared.reduce(0, +) - 1) < 1e-9)
    let own = law.weights.weights(for: studies[0].trials)
    #expect(abs(own.reduce(0, +) - 1) < 1e-9 && own.allSatisfy { $0 > 0 })
    #expect(law.weights.weights(for: []) == law.weights.shared)
  }

  /// Where all growth is steady, what follows it gains weight from what does not.
  @Test func theFamilyLearnsWhichModelsToTrust() throws {
    let forecaster = FamilyForecaster(horizon: 12)
    let lines = try (0..<30).map { seed in
      var noise = Simulated.Noise(seed: UInt64(seed))
      let values = (0..<60).map { 100 + 20 * Double($0) + 3 * noise.normal() }
      return try forecaster.study(Series(values: values, period: 12))
    }
    let weights = forecaster.law(of: lines).weights.shared
    let level = weights[Components.Kind.level.rawValue]
    #expect(weights[Components.Kind.smoothing.rawValue] > 3 * level)
    #expect(level < 0.05)
  }

  /// A walk whose errors grow with the square root of the distance.
  ///
  /// Over 300 series and 12 steps that hang together a share has a standard error of about two points; five are allowed.
  @Test func bandsOfAFamilyHoldWhatTheyPromise() throws {
    let walks = (0..<300).map { Simulated.autoregression(1, count: 92, seed: UInt64($0 + 1)) }
    let training = walks.map { Series(values: Array($0[..<80]), period: 1) }
    let results = try forecasts(training, paths: 200)
    var (inside80, inside95, count) = (0.0, 0.0, 0.0)
    for (walk, forecast) in zip(walks, results) {
      for step in 0..<12 {
        let bounds = forecast.quantiles([0.025, 0.1, 0.9, 0.975], step: step)
        let value = walk[80 + step]
        if value >= bounds[1], value <= bounds[2] { inside80 += 1 }
        if value >= bounds[0], value <= bounds[3] { inside95 += 1 }
        count += 1
      }
    }
    #expect(abs(inside80 / count - 0.8) < 0.1)
    #expect(abs(inside95 / count - 0.95) < 0.05)
  }

  /// A walk's neighbours in time hang together: the change from step 6 to 7 is far smaller than
  /// the distance of two paths drawn apart.
  @Test func pathsHangTogether() throws {
    let walks = (0..<50).map { seed in
      Series(values: Simulated.autoregression(1, count: 80, seed: UInt64(seed + 1)), period: 1)
    }
    let paths = try forecasts(walks, paths: 400)[0].paths
    let changes = (0..<400).map { abs(paths[$0, 7] - paths[$0, 6]) }
    let apart = (1..<400).map { abs(paths[$0, 7] - paths[$0 - 1, 6]) }
    #expect(Statistics.mean(changes) < 0.7 * Statistics.mean(apart))
  }
}
