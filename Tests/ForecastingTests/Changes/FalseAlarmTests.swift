import Testing

@testable import Forecasting

/// How often changes are found where there are none.
@Suite struct FalseAlarmTests {
  private static let tries = 60

  @Test(arguments: MadeUpTraffic.all.indices)
  func cleanTrafficSeldomRaisesAnAlarm(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    var alarmed = 0
    for seed in 0..<Self.tries {
      let series = Series(values: traffic.values(seed: UInt64(seed)), period: traffic.period)
      let (cleaned, changes) = CleanedSeries.make(series)
      if changes.isEmpty { #expect(cleaned == series) } else { alarmed += 1 }
      if !changes.isEmpty {
        print(
          traffic.name, seed, changes.map { "\($0.kind) \($0.steps) \($0.size) \($0.confidence)" })
      }
    }
    print("ALARM", traffic.name, alarmed)
    #expect(alarmed <= 3, "\(traffic.name): \(alarmed) of \(Self.tries)")
  }
}
