import Forecasting
import Testing

@Suite struct CoverageTests {
  /// Bands of 80 % and 95 % hold about that much of what comes.
  ///
  /// Over 500 series one share has a standard error of at most 1.8 points. Five of them, 9 points,
  /// also leave room for what 200 values cannot tell about the process.
  @Test(arguments: [1.0, 0.7, 0])
  func bandsHoldWhatTheyPromise(phi: Double) throws {
    let (count, horizon, replications) = (200, 10, 500)
    for step in [0, 9] {
      var (inside80, inside95) = (0, 0)
      for replication in 0..<replications {
        let values = Simulated.autoregression(
          phi, count: count + horizon, seed: UInt64(replication + 1))
        let result = try BaselineForecaster().forecast(
          Series(values: Array(values[..<count]), period: 1), horizon: horizon, paths: 400,
          seed: 1, index: replication)
        let actual = values[count + step]
        let bounds = result.quantiles([0.025, 0.1, 0.9, 0.975], step: step)
        if actual >= bounds[1], actual <= bounds[2] { inside80 += 1 }
        if actual >= bounds[0], actual <= bounds[3] { inside95 += 1 }
      }
      let (share80, share95) = (
        Double(inside80) / Double(replications), Double(inside95) / Double(replications)
      )
      #expect(abs(share80 - 0.8) < 0.09, "step \(step)")
      #expect(abs(share95 - 0.95) < 0.05, "step \(step)")
    }
  }
}
