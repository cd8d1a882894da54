import Testing

@testable import Forecasting

/// Bands of a series that is alone in its call, where the truth is known.
@Suite struct CoverageTests {
  /// Bands of 80 % and 95 % hold about that much of what comes, near and far.
  ///
  /// 70 to 90 and 90 to 99 % are asked for; over 150 series a share has a standard error of at most
  /// 3.8 points at 70 % and 2.5 at 90 %, of which two are allowed.
  @Test(arguments: [1.0, 0.7, 0])
  func bandsOfASeriesAloneHoldWhatTheyPromise(phi: Double) throws {
    let (count, horizon, replications) = (80, 12, 150)
    var inside = [Int: (narrow: Int, wide: Int)]()
    for replication in 0..<replications {
      let values = Simulated.autoregression(
        phi, count: count + horizon, seed: UInt64(replication + 1))
      let result = try CombinedForecaster().forecast(
        Series(values: Array(values[..<count]), period: 1), horizon: horizon, paths: 200,
        seed: 1, index: replication)
      for step in [0, 5, 11] {
        let actual = values[count + step]
        let bounds = result.quantiles([0.025, 0.1, 0.9, 0.975], step: step)
        if actual >= bounds[1], actual <= bounds[2] { inside[step, default: (0, 0)].narrow += 1 }
        if actual >= bounds[0], actual <= bounds[3] { inside[step, default: (0, 0)].wide += 1 }
      }
    }
    for (step, held) in inside {
      let narrow = Double(held.narrow) / Double(replications)
      let wide = Double(held.wide) / Double(replications)
      #expect((0.624...0.976).contains(narrow), "80 % at step \(step)")
      #expect((0.85...1).contains(wide), "95 % at step \(step)")
    }
    #expect(inside.count == 3)
  }
}
