import CadreTestSupport
import Organization
import Simulation
import Testing

/// Failures of a service page those that depend on it.
@Suite struct FailureSpreadTests {
  /// One team each for a core service and two that depend on it, one through the other.
  private func example(
    spread: Double, coreGrows: Bool = true, architecture: Architecture = .monolith
  ) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: (0..<3).map {
        ExampleOrganization.team("team\($0)", mid: 4, senior: 2, roadmapHours: 200)
      },
      services: (0..<3).map {
        ExampleOrganization.service("service\($0)", team: $0, pages: 10, headroom: 100)
      })
    example.drivers = [Driver(id: "traffic"), Driver(id: "calm")]
    for index in 0..<3 {
      let driver = index == 0 && coreGrows ? 0 : 1
      example.services[index].traffic = [TrafficShare(driver: driver, weight: 1)]
      example.services[index].architecture = architecture
    }
    example.services[1].dependsOn = [0]
    example.services[2].dependsOn = [1]
    example.assumptions[.incidentsSpread] = spread
    example.assumptions[.incidentsChangeShare] = 0
    example.assumptions[.incidentsTrafficElasticity] = 1
    // Nothing but traffic and dependencies moves pages.
    for id: AssumptionID in [.incidentsOverloadPages, .incidentsNewcomerPages, .workDebtPages] {
      example.assumptions[id] = 0
    }
    example.assumptions[.incidentsErrorOddsBurnedOut] = 1
    example.attritionPerYear = 0
    return example
  }

  /// Only the core's traffic grows, to twice as much at once from the second month on.
  private func pages(_ example: ExampleOrganization) -> [[Double]] {
    let months = example.months
    let doubled = [1.0] + [Double](repeating: 2, count: months - 1)
    let calm = [Double](repeating: 1, count: months)
    let future = TrafficFuture(mean: [doubled, calm], peak: [calm, calm])
    let run = example.run(future: future)
    return (0..<3).map { run.pages(ofService: $0) }
  }

  @Test func withoutSpreadNothingSpreads() {
    let pages = pages(example(spread: 0))
    #expect(agree(pages[0][5], 20) && agree(pages[1][5], 10) && agree(pages[2][5], 10))
  }

  /// 10 more pages of the core make 2 more of the next, and these 0.4 of the last.
  @Test func pagesSpreadAlongTheChain() {
    let pages = pages(example(spread: 0.2))
    for service in 0..<3 { #expect(agree(pages[service][0], 10)) }
    #expect(agree(pages[0][5], 20) && agree(pages[1][5], 12) && agree(pages[2][5], 10.4))
  }

  @Test func isolationHoldsFailuresBack() {
    let reached = [Architecture.monolith, .microservices, .eventDriven].map {
      pages(example(spread: 0.2, architecture: $0))[1][5]
    }
    #expect(reached[0] > reached[1] && reached[1] > reached[2] && reached[2] > 10)
  }

  /// Where others alone would make more pages than a service has, it has none of its own.
  @Test func todaysPagesAreTodays() {
    var example = example(spread: 1)
    example.services[1].pages = .rate(ThreePoint(4))
    let pages = pages(example)
    #expect(agree(pages[1][0], 4) && agree(pages[1][5], 8))
  }

  /// A circle settles where both agree: 14 own pages and 0.3 of the other's, 7 own and 0.3 of these.
  @Test func circlesComeToRest() {
    var example = example(spread: 0.3)
    example.services[0].dependsOn = [1]
    example.months = 40
    let pages = pages(example)
    #expect(agree(pages[0][39], (14 + 0.3 * 7) / (1 - 0.3 * 0.3)))
    for month in 1..<39 { #expect(pages[0][month + 1] >= pages[0][month] - 1e-9) }
  }
}
