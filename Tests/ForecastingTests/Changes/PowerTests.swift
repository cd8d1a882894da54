import Testing

@testable import Forecasting

/// How often changes are found that were planted.
@Suite struct PowerTests {
  private static let tries = 30

  @Test(arguments: MadeUpTraffic.all.indices)
  func plantedShiftsAreFound(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    var found = 0
    for seed in 0..<Self.tries {
      var values = traffic.values(seed: UInt64(seed))
      let step = traffic.count * (4 + seed % 3) / 9
      for index in step..<traffic.count { values[index] *= seed % 2 == 0 ? 1.6 : 0.6 }
      let changes = CleanedSeries.make(Series(values: values, period: traffic.period)).changes
      let shifts = changes.filter { $0.kind == .levelShift }
      if shifts.count == 1, abs(shifts[0].firstStep - step) <= 2 {
        found += 1
      } else {
        print(
          traffic.name, seed, step,
          changes.map { "\($0.kind) \($0.steps) \($0.size) \($0.confidence)" })
      }
    }
    print("POWER", traffic.name, found)
    #expect(found >= 27, "\(traffic.name): \(found) of \(Self.tries)")
  }
}
