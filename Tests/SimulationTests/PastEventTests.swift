import CadreTestSupport
import Organization
import Testing

@testable import Forecasting
@testable import Simulation

/// What events have done to a history already counts once.
@Suite struct PastEventTests {
  private static let planStart = YearMonth(year: 2027, month: 1)
  /// 1 January 2024, three years before the plan.
  private static let firstDay = 19_723
  private static let days = 1_096

  private func outlook(
    _ event: TrafficEvent.Kind?, value: (_ day: Int, _ month: YearMonth) -> Double
  ) throws -> DriverOutlook {
    var example = ExampleOrganization()
    example.months = 24
    let values = (0..<Self.days).map { offset in
      let day = Self.firstDay + offset
      return value(day, YearMonth(index: CalendarMonth(containing: day).index))
    }
    example.drivers = [
      Driver(
        id: "orders",
        history: TrafficHistory(cadence: .daily, firstDay: Self.firstDay, values: values))
    ]
    var organization = example.organization
    organization.start = Self.planStart
    organization.events = event.map { [TrafficEvent(id: "event", kind: $0)] } ?? []
    return try #require(try TrafficProjection(organization, seed: 3).outlook().drivers.first)
  }

  /// A wave of a week, so that nothing is constant.
  private func ordinary(_ day: Int) -> Double { day % 7 == 0 ? 900 : 1_000 }

  @Test func aLaunchOfThePastIsInTodaysTraffic() throws {
    let launch = YearMonth(year: 2026, month: 3)
    let calm = try outlook(nil) { day, _ in ordinary(day) }
    let launched = try outlook(.step(from: launch, level: ThreePoint(0.5))) { day, month in
      ordinary(day) * (month >= launch ? 1.5 : 1)
    }
    for month in calm.mean.indices {
      #expect(abs(launched.mean[month] / calm.mean[month] - 1) < 0.02)
    }
  }

  @Test func aLaunchBetweenHistoryAndPlanIsAhead() throws {
    let launch = YearMonth(year: 2026, month: 11)
    let launched = try outlook(.step(from: launch, level: ThreePoint(0.5))) { day, month in
      month >= YearMonth(year: 2026, month: 10) ? .nan : ordinary(day)
    }
    #expect(launched.mean.allSatisfy { abs($0 - 1.5) < 0.05 })
  }

  /// A sale of each November doubles six of its thirty days: the same again, not twice.
  @Test func aYearlyCampaignOfThePastComesOnce() throws {
    let sale = TrafficEvent.Kind.campaign(
      month: YearMonth(year: 2024, month: 11), days: 6, mean: ThreePoint(2), peak: ThreePoint(2),
      yearly: true)
    let told = try outlook(sale) { day, month in
      let dayOfMonth = day - CalendarMonth(containing: day).firstDay
      return ordinary(day) * (month.month == 11 && dayOfMonth < 6 ? 2 : 1)
    }
    // A year has one sale: today's mean is that of eleven quiet months and a busy one.
    let busy = 1 + 6.0 / 30
    let today = (11 + busy) / 12
    #expect(abs(told.mean[10] / (busy / today) - 1) < 0.02)
    #expect(abs(told.mean[5] / (1 / today) - 1) < 0.02)
    #expect(abs(told.peakMean[10] - 1) < 0.05)
    #expect(told.peakMean[5] < 0.6)
  }

  @Test func anOutageIsNoQuietMonth() throws {
    let calm = try outlook(nil) { day, _ in ordinary(day) }
    let broken = try outlook(nil) { day, _ in
      (20_800..<20_812).contains(day) ? 0 : ordinary(day)
    }
    for month in calm.mean.indices {
      #expect(abs(broken.mean[month] / calm.mean[month] - 1) < 0.01)
    }
  }
}
