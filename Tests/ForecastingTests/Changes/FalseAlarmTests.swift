import Testing

@testable import Forecasting

/// How often changes are found where there are none.
@Suite struct FalseAlarmTests {
  private static let tries = 60

  /// Two or three alarms in a hundred histories are wanted; with that rate more than five in sixty
  /// would be seen once in some two hundred runs, and the seeds are fixed.
  @Test(arguments: MadeUpTraffic.all.indices)
  func cleanTrafficSeldomRaisesAnAlarm(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    var alarmed: [Int] = []
    for seed in 0..<Self.tries {
      let series = Series(values: traffic.values(seed: UInt64(seed)), period: traffic.period)
      let (cleaned, changes) = CleanedSeries.make(series)
      if changes.isEmpty { #expect(cleaned == series) } else { alarmed.append(seed) }
    }
    #expect(alarmed.count <= 5, "\(traffic.name): seeds \(alarmed)")
  }

  @Test func constantAndShortSeriesAreLeftAlone() {
    for values in [[], [3], [1, 2], Array(repeating: 5.0, count: 60), [0, 0, 0, 0]] {
      let series = Series(values: values, period: 12)
      let (cleaned, changes) = CleanedSeries.make(series)
      #expect(cleaned == series)
      #expect(changes.isEmpty)
    }
  }

  /// Counts of two a day are zero every seventh day, which is no outage.
  @Test func naturalZerosAreNoOutages() {
    var random = Simulated.Noise(seed: 9)
    let values = (0..<300).map { _ in Double((0..<8).count { _ in random.uniform() < 0.25 }) }
    let changes = CleanedSeries.make(Series(values: values, period: 7)).changes
    #expect(!changes.contains { $0.kind == .outage })
  }

  /// A fortnight at half the traffic, as over Christmas, is an episode, not a new level.
  @Test func whatPassesIsNoChangeOfLevel() {
    for seed in 0..<10 {
      var values = MadeUpTraffic.daily.values(seed: UInt64(seed))
      for step in 350..<364 { values[step] *= 0.5 }
      let changes = CleanedSeries.make(Series(values: values, period: 7)).changes
      #expect(!changes.contains { $0.kind == .levelShift }, "seed \(seed)")
    }
  }
}
