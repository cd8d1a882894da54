import CadreTestSupport
import Organization
import Testing

@testable import Planning
@testable import Reporting
@testable import Simulation

@Suite struct BreakEvenTextTests {
  private func report(_ breakEvens: [BreakEven]) -> PlanReport {
    let example = ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: 5, senior: 4, roadmapHours: 300)],
      services: [ExampleOrganization.service(pages: 4)])
    return PlanReport.example(example) { $0.breakEvens = breakEvens }
  }

  private func flips(
    _ input: BreakEven.Input, at value: Double, in interval: ClosedRange<Double>?
  ) -> [String] {
    let searched = input == .trafficGrowth ? -0.3...0.5 : 0.5...2
    return report([
      BreakEven(
        input: input, value: value, instead: .partner, searched: searched, interval: interval)
    ]).flips
  }

  @Test func theNearestValueIsToldWhereFuturesSayNoMore() {
    #expect(
      flips(.attrition, at: 0.5, in: 0.5...0.98)
        == ["attrition is 50 % lower, maybe already at -2 % (then partner)"])
    #expect(
      flips(.ramp, at: 1.8, in: 1.3...2)
        == ["ramp is 80 % higher, maybe already at +30 % (then partner)"])
    #expect(
      flips(.partnerRate, at: 1.51, in: 1.44...1.57)
        == ["partner rates are 51 % higher, between +44 % and +57 % (then partner)"])
    #expect(
      flips(.trafficGrowth, at: 0.09, in: -0.1...0.3)
        == ["traffic grows 9 % a year more, maybe already as expected (then partner)"])
    #expect(
      flips(.loadedCost, at: 0.7, in: nil) == ["what employees cost is 30 % lower (then partner)"])
  }

  @Test func whatFuturesDoNotTellIsLeftOut() {
    #expect(flips(.attrition, at: 1.2, in: 0.5...2).isEmpty)
  }

  /// A choice that is another one with nothing changed is close, and no input changes it by 0 %.
  @Test func aCloseChoiceIsToldOnce() throws {
    let report = report(
      BreakEven.Input.allCases.map { input in
        let today = input == .trafficGrowth ? 0.0 : 1
        return BreakEven(
          input: input, value: today, instead: .inHouse, searched: today - 0.3...today + 0.5)
      })
    #expect(report.flips.isEmpty)
    #expect(try #require(report.rival).contains("it is in-house with all of them as they are"))
    #expect(self.report([]).rival == nil)
  }
}
