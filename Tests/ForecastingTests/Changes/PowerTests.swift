import Foundation
import Testing

@testable import Forecasting

/// How often changes are found that were planted.
@Suite struct PowerTests {
  private static let tries = 30

  /// Nine in ten, at the right place, and nothing else taken for a shift.
  ///
  /// Where noise has memory, or there are few months, a shift has to be larger to be told from
  /// it: of shifts by 1.6 in five and three years of months, some seven and nine in ten are found.
  @Test(arguments: MadeUpTraffic.all.indices)
  func plantedShiftsAreFound(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    let factor = traffic.memory > 0 || traffic.period == 12 ? 2.2 : 1.6
    var missed: [Int] = []
    for seed in 0..<Self.tries {
      var values = traffic.values(seed: UInt64(seed))
      let step = traffic.count * [8, 10, 11][seed % 3] / 20
      let planted = seed % 2 == 0 ? factor : 1 / factor
      for index in step..<traffic.count { values[index] *= planted }
      let (cleaned, changes) = CleanedSeries.make(
        Series(values: values, period: traffic.period))
      let shifts = changes.filter { $0.kind == .levelShift }
      guard shifts.count == 1, abs(shifts[0].firstStep - step) <= 2,
        case .factor(let found) = shifts[0].size, abs(log(found / planted)) < 0.25
      else {
        missed.append(seed)
        continue
      }
      #expect(abs(cleaned.values[0] - values[0] * found) < 1e-6 * values[0])
      #expect(cleaned.values[traffic.count - 1] == values[traffic.count - 1])
    }
    #expect(missed.count <= 3, "\(traffic.name): seeds \(missed)")
  }

  @Test(arguments: MadeUpTraffic.all.indices)
  func plantedOutagesAreFound(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    var missed: [Int] = []
    for seed in 0..<Self.tries {
      var values = traffic.values(seed: UInt64(seed))
      let first = traffic.count / 3 + seed % 8
      let last = first + (traffic.period == 12 ? 0 : 2)
      for step in first...last { values[step] *= seed % 2 == 0 ? 0 : 0.01 }
      let (cleaned, changes) = CleanedSeries.make(
        Series(values: values, period: traffic.period))
      let outages = changes.filter { $0.kind == .outage }
      if outages.map(\.steps) != [first...last] { missed.append(seed) }
      if outages.count == 1 { #expect(cleaned.values[first].isNaN) }
    }
    #expect(missed.count <= 3, "\(traffic.name): seeds \(missed)")
  }

  @Test(arguments: MadeUpTraffic.all.indices)
  func plantedOutliersAreFoundAndPulledIn(which: Int) {
    let traffic = MadeUpTraffic.all[which]
    var missed: [Int] = []
    for seed in 0..<Self.tries {
      var values = traffic.values(seed: UInt64(seed))
      let step = traffic.count / 2 + seed / 3
      let usual = values[step]
      values[step] *= 3
      let (cleaned, changes) = CleanedSeries.make(
        Series(values: values, period: traffic.period))
      let isFound = changes.contains { $0.kind == .outlier && $0.steps.contains(step) }
      if !isFound { missed.append(seed) } else { #expect(cleaned.values[step] < 2 * usual) }
    }
    #expect(missed.count <= 3, "\(traffic.name): seeds \(missed)")
  }

  @Test func gapsAreReportedAndStayMissing() {
    var values = MadeUpTraffic.daily.values(seed: 1)
    for step in 100...104 { values[step] = .nan }
    let (cleaned, changes) = CleanedSeries.make(Series(values: values, period: 7))
    #expect(changes.map(\.kind) == [.gap])
    #expect(changes.map(\.steps) == [100...104])
    #expect(cleaned.values[102].isNaN)
  }

  @Test func severalChangesAreToldApart() {
    var values = MadeUpTraffic.daily.values(seed: 4)
    for step in 500..<730 { values[step] *= 1.7 }
    for step in 200...205 { values[step] = 0 }
    values[600] *= 4
    let changes = CleanedSeries.make(Series(values: values, period: 7)).changes
    #expect(changes.map(\.kind) == [.outage, .levelShift, .outlier])
    #expect(changes.map(\.firstStep) == [200, 500, 600], "\(changes)")
    #expect(changes.map(\.handling) == [.missing, .rescaled, .winsorised])
  }
}
