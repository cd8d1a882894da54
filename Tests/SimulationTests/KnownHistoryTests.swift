import CadreTestSupport
import Organization
import Testing

@testable import Forecasting
@testable import Simulation

/// What the model says of a history: holidays, odd stretches, and where growth ends.
@Suite struct KnownHistoryTests {
  /// 1 January 2024, three years before the plan.
  private static let firstDay = 19_723
  private static let days = 1_096

  private func outlook(
    holidays: [String] = [], changes: [KnownChange] = [], growth: ThreePoint? = nil,
    ceiling: Double? = nil, value: (_ day: Int) -> Double
  ) throws -> DriverOutlook {
    var example = ExampleOrganization()
    example.months = 24
    let values = (0..<Self.days).map { value(Self.firstDay + $0) }
    example.drivers = [
      Driver(
        id: "orders",
        history: TrafficHistory(cadence: .daily, firstDay: Self.firstDay, values: values),
        growthPerYear: growth, ceiling: ceiling,
        holidays: HolidayTable.shipped.limited(to: Set(holidays)), changes: changes)
    ]
    var organization = example.organization
    organization.start = YearMonth(year: 2027, month: 1)
    return try #require(try TrafficProjection(organization, seed: 3).outlook().drivers.first)
  }

  private func ordinary(_ day: Int) -> Double { day % 7 == 0 ? 900 : 1_000 }

  /// Good Friday triples traffic; it is in March of 2027 and in April of 2028.
  @Test func aMovingFeastGoesToItsMonth() throws {
    let fridays = Set([2024, 2025, 2026].map { Easter.western($0).dayNumber - 2 })
    func value(_ day: Int) -> Double { ordinary(day) * (fridays.contains(day) ? 3 : 1) }
    let told = try outlook(holidays: ["DE"], value: value)
    let (march2027, april2027) = (told.mean[2], told.mean[3])
    let (march2028, april2028) = (told.mean[14], told.mean[15])
    #expect(abs(march2027 / april2027 - 1 - 2.0 / 31) < 0.02)
    #expect(abs(april2028 / march2028 - 1 - 2.0 / 30) < 0.02)
    let untold = try outlook(value: value)
    // Nobody who sees months alone can tell the years apart.
    #expect(abs(untold.mean[2] / untold.mean[3] - untold.mean[14] / untold.mean[15]) < 0.02)
  }

  /// A month of double traffic: today's, unless the user says that it means nothing.
  @Test func whatTheUserCallsAnOutageIsForgotten() throws {
    let odd = 20_789..<20_819
    func value(_ day: Int) -> Double { ordinary(day) * (odd.contains(day) ? 2 : 1) }
    let plain = try outlook(value: ordinary)
    let forgotten = try outlook(
      changes: [KnownChange(.outage, days: odd.lowerBound...odd.upperBound - 1)], value: value)
    let believed = try outlook(value: value)
    for month in [0, 12, 23] {
      #expect(abs(forgotten.mean[month] - plain.mean[month]) < 0.02)
      #expect(abs(believed.mean[month] - plain.mean[month]) > 0.05)
    }
  }

  /// A level that doubled half a year ago is no news of growth, if the user says that it is new.
  @Test func aLevelThatTheUserKnowsIsFollowed() throws {
    let step = 20_640
    func value(_ day: Int) -> Double { ordinary(day) * (day < step ? 1 : 2) }
    let told = try outlook(
      changes: [KnownChange(.levelShift, days: step...step)], value: value)
    #expect(told.mean.allSatisfy { abs($0 - 1) < 0.05 })
  }

  @Test func trafficLevelsOffBelowItsCeiling() throws {
    let growth = ThreePoint(low: 0.5, likely: 2, high: 4)
    let free = try outlook(growth: growth, value: ordinary)
    let held = try outlook(growth: growth, ceiling: 3, value: ordinary)
    #expect(free.mean[23] > 4)
    #expect(held.meanSamples.joined().allSatisfy { $0 < 3.1 })
    for month in held.mean.indices { #expect(held.mean[month] <= free.mean[month] + 1e-9) }
    #expect(held.mean[23] > 2)
    for (one, next) in zip(held.mean, held.mean.dropFirst()) { #expect(next > one - 0.02) }
  }

  @Test func aCeilingFarAwayChangesNothing() throws {
    let free = try outlook(value: ordinary)
    let held = try outlook(ceiling: 1e6, value: ordinary)
    for month in held.mean.indices { #expect(abs(held.mean[month] - free.mean[month]) < 1e-5) }
  }
}
