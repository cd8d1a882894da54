import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Rota arithmetic of the Google SRE book, chapter 11, with week shifts.
@Suite struct OnCallLoadTests {
  private func load(
    people: Double, layers: Int, pages: Double = 0, overriding: [AssumptionID: Double] = [:]
  ) -> OnCallLoad {
    var example = ExampleOrganization()
    example.assumptions = overriding
    return OnCallLoad(
      people: people, layers: layers, pages: pages, expected: pages,
      windows: RotaWindows(sites: [.utc]),
      rules: Rules(example.organization))
  }

  /// People, then nights a week with one and with two on call, to two decimals.
  @Test(arguments: [
    (3, 2.33, 4.67), (4, 1.75, 3.5), (5, 1.4, 2.8), (6, 1.17, 2.33), (7, 1, 2), (8, 0.88, 1.75),
    (9, 0.78, 1.56), (12, 0.58, 1.17),
  ])
  func nightsAWeekAreSevenTimesTheShare(people: Int, alone: Double, inPairs: Double) {
    for (layers, nights) in [(1, alone), (2, inPairs)] {
      let load = load(people: Double(people), layers: layers)
      #expect(agree(load.share, Double(layers) / Double(people)))
      #expect(abs(load.nightsPerWeek - nights) <= 0.005 + 1e-12)
    }
  }

  @Test func whoIsMissingIsOnCallAllTheTime() {
    #expect(load(people: 1, layers: 2).share == 1)
    #expect(load(people: 0, layers: 1).nightsPerWeek == 7)
  }

  @Test func withoutARotaThereIsNoLoad() {
    let load = load(people: 5, layers: 0, pages: 100)
    #expect(load.share == 0 && load.pagesPer12Hours == 0 && load.freeTimeInterruptions == 0)
  }

  /// Six people, primary and secondary, seven pages a week of which a quarter at night.
  @Test(arguments: [(1.0, 0.014387677967), (1.5, 0.037037037037)])
  func workedExample(varianceToMean: Double, overLimit: Double) {
    let load = load(
      people: 6, layers: 2, pages: 365.0 / 12,
      overriding: [
        .incidentsVarianceToMean: varianceToMean, .incidentsSleepShare: 0.25,
        .oncallHandlingMinutes: 126,
      ])
    #expect(agree(load.share, 1.0 / 3))
    #expect(agree(load.nightsPerWeek, 7.0 / 3))
    #expect(agree(load.pagesPer12Hours, 0.5))
    #expect(abs(load.shiftOverLimit - overLimit) < 1e-9)
    #expect(abs(load.allBusy - 0.003667664671) < 1e-9)
    // 1.75 in the primary's week, shared by six in the 365 / 84 weeks of a month.
    #expect(agree(load.sleepInterruptions, 1.75 / 6 * 365 / 84))
  }

  @Test func aloneThePrimaryIsBusyForTheOfferedLoad() {
    let load = load(
      people: 6, layers: 1, pages: 365.0 / 12, overriding: [.oncallHandlingMinutes: 126])
    #expect(agree(load.allBusy, 0.0875))
  }

  @Test func aPageInterruptsOnePerson() {
    let few = load(people: 4, layers: 1, pages: 20)
    let many = load(people: 8, layers: 1, pages: 20)
    #expect(agree(few.freeTimeInterruptions * 4, many.freeTimeInterruptions * 8))
    #expect(few.sleepInterruptions <= few.freeTimeInterruptions)
  }

  @Test func theLimitOfPagesPerShiftIsAnAssumption() {
    let strict = load(people: 6, layers: 1, pages: 40, overriding: [.oncallMaxPagesPer12Hours: 1])
    let shipped = load(people: 6, layers: 1, pages: 40)
    #expect(strict.shiftOverLimit > shipped.shiftOverLimit)
  }
}
