import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Campaigns, launches and spikes on traffic that would otherwise stay as it is.
@Suite struct TrafficEventTests {
  private func outlook(_ kind: TrafficEvent.Kind, drivers: [Int] = []) throws -> [DriverOutlook] {
    var example = ExampleOrganization()
    example.months = 24
    example.drivers = ["orders", "views"].map { Driver(id: $0, growthPerYear: ThreePoint(0)) }
    var organization = example.organization
    organization.events = [TrafficEvent(id: "event", drivers: drivers, kind: kind)]
    return try TrafficProjection(organization, seed: 7).outlook().drivers
  }

  private func first(_ kind: TrafficEvent.Kind) throws -> DriverOutlook {
    try #require(try outlook(kind).first)
  }

  private static let daysPerMonth = 365.0 / 12

  @Test(arguments: [4.0, 60])
  func aCampaignLiftsTheMeanByItsShareOfTheMonth(days: Double) throws {
    let outlook = try first(
      .campaign(
        month: YearMonth(year: 2027, month: 11), days: days, mean: ThreePoint(3),
        peak: ThreePoint(5), yearly: false))
    let share = min(1, days / Self.daysPerMonth)
    #expect(agree(outlook.mean[10], 1 + 2 * share))
    #expect(agree(outlook.peakMean[10], 5))
    let others = outlook.mean.indices.filter { $0 != 10 }
    #expect(others.allSatisfy { outlook.mean[$0] == 1 && outlook.peakMean[$0] == 1 })
  }

  @Test func aYearlyCampaignComesAgainAndNotBefore() throws {
    let outlook = try first(
      .campaign(
        month: YearMonth(year: 2027, month: 3), days: 10, mean: ThreePoint(2),
        peak: ThreePoint(2), yearly: true))
    let lifted = outlook.mean.indices.filter { outlook.mean[$0] > 1 }
    #expect(lifted == [2, 14, 26].filter { $0 < outlook.mean.count })
    let past = try first(
      .campaign(
        month: YearMonth(year: 2020, month: 3), days: 10, mean: ThreePoint(2),
        peak: ThreePoint(2), yearly: true))
    #expect(past.mean == outlook.mean)
    let future = try first(
      .campaign(
        month: YearMonth(year: 2028, month: 3), days: 10, mean: ThreePoint(2),
        peak: ThreePoint(2), yearly: true))
    #expect(future.mean[2] == 1 && future.mean[14] > 1)
  }

  @Test func aLaunchLiftsAllMonthsFromItsOwn() throws {
    let outlook = try first(
      .step(from: YearMonth(year: 2027, month: 6), level: ThreePoint(0.4)))
    for month in outlook.mean.indices {
      #expect(agree(outlook.mean[month], month >= 5 ? 1.4 : 1))
      #expect(agree(outlook.peakMean[month], month >= 5 ? 1.4 : 1))
    }
  }

  @Test func anUncertainLaunchSpreadsTheSamples() throws {
    let outlook = try first(
      .step(
        from: YearMonth(year: 2027, month: 1), level: ThreePoint(low: 0, likely: 0.2, high: 1)))
    let samples = outlook.meanSamples[8]
    #expect((samples.first ?? 1) < 1.05 && (samples.last ?? 1) > 1.9)
  }

  @Test func onlyTheDriversNamedAreMoved() throws {
    let outlooks = try outlook(
      .step(from: YearMonth(year: 2027, month: 1), level: ThreePoint(0.4)), drivers: [1])
    #expect(outlooks[0].mean[0] == 1 && agree(outlooks[1].mean[0], 1.4))
  }

  /// Two spikes a year of six times the traffic for three days.
  @Test func spikesHaveTheirMeanAndTheSamplesTheirFrequency() throws {
    let outlook = try first(
      .viral(perYear: ThreePoint(2), size: ThreePoint(6), days: ThreePoint(3)))
    let share = 3 / Self.daysPerMonth
    // A course more or less that is hit moves the mean by a 200th of the spike.
    #expect(abs(outlook.mean[7] - 1 - 2.0 / 12 * 5 * share) < 6 * share / 200)
    let chance = 1 - exponential(-2.0 / 12)
    let all = outlook.peakSamples.flatMap { $0 }
    let hit = Double(all.count { $0 > 1 }) / Double(all.count)
    // Each month's share is one of two neighbouring 200ths, which one is left to chance.
    #expect(abs(hit - chance) < 0.002)
    #expect(all.allSatisfy { agree($0, 1) || agree($0, 6) })
    let mean = all.reduce(0, +) / Double(all.count)
    #expect(abs(mean - outlook.peakMean[7]) < 0.01)
  }
}
