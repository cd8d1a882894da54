import CadreTestSupport
import Organization
import Simulation
import Testing

/// What can only make things worse, or only better.
@Suite struct MonotonicityTests {
  /// Nobody leaves: a leaver saves salary, so that with leavers harm can lower cost.
  private func example(pages: Double, attrition: Double = 0) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team(junior: 1, mid: 3, senior: 2, layers: 2, roadmapHours: 350)
      ],
      services: [ExampleOrganization.service(pages: pages, headroom: 100)])
    example.attritionPerYear = attrition
    return example
  }

  private static let pages: [Double] = [0, 1, 5, 20, 60, 200]

  @Test func morePagesNeverLowerRisk() {
    expectNoFall("burnout", \.burnout)
    expectNoFall("share", \.onCallShare)
    expectNoFall("over limit", \.shiftOverLimit)
    expectNoFall("busy", \.allBusy)
    expectNoFall("hours", \.weeklyHours)
    expectNoFall("cost", \.cost.total)
  }

  @Test func morePagesNeverLowerRiskWherePeopleLeave() {
    expectNoFall("burnout", attrition: 0.15, \.burnout)
    expectNoFall("share", attrition: 0.15, \.onCallShare)
    expectNoFall("over limit", attrition: 0.15, \.shiftOverLimit)
  }

  private func expectNoFall(
    _ name: String, attrition: Double = 0, _ number: (TeamMonth) -> Double
  ) {
    let runs = Self.pages.map { example(pages: $0, attrition: attrition).run() }
    for (calm, busy) in zip(runs, runs.dropFirst()) {
      for month in 0..<24 {
        let (low, high) = (
          number(calm[team: 0, month: month]), number(busy[team: 0, month: month])
        )
        #expect(high >= low - 1e-9 * max(1, low), "\(name) in month \(month)")
      }
    }
  }

  /// Up to a dozen people, where talking to each other costs less than another pair of hands.
  @Test(arguments: [Standing.senior, .staff])
  func moreSeniorPeopleNeverLowerCoverage(standing: Standing) {
    let coverage = Self.coverage(adding: standing)
    #expect(zip(coverage, coverage.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect((coverage.last ?? 0) > 0.99)
  }

  /// Where seniors are the bottleneck, another mid-level engineer can make things worse.
  ///
  /// All that she adds then are changes, which page, and people to talk to; without these two
  /// coverage cannot fall.
  @Test func moreMidLevelPeopleNeverLowerCoverageButForChangesAndTalk() {
    let coverage = Self.coverage(
      adding: .mid, overriding: [.incidentsChangeShare: 0, .timeCommunicationPerPair: 0])
    #expect(zip(coverage, coverage.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
  }

  private static func coverage(
    adding standing: Standing, overriding: [AssumptionID: Double] = [:]
  ) -> [Double] {
    let today = ExampleOrganization.team(junior: 1, mid: 1, senior: 1, roadmapHours: 900)
    let plan = (0...8).map { count in
      [Seat](
        repeating: Seat(team: 0, level: standing.rawValue, source: .inHouse, openMonth: 0),
        count: count)
    }
    return plan.map { seats in
      var example = ExampleOrganization(
        teams: [today], services: [ExampleOrganization.service(pages: 6, upkeep: 80, toil: 60)])
      example.leadDays = 0
      example.rampMonths = 0
      example.months = 60
      for (id, value) in overriding { example.assumptions[id] = value }
      return example.run(StaffingPlan(seats: seats))[team: 0, month: 59].coverage
    }
  }

  /// Scaling aside: with more traffic a step comes earlier, and is over earlier.
  @Test func moreTrafficNeverLowersAskedHours() {
    let runs = [0.97, 1, 1.01, 1.05, 1.15].map { growth in
      example(pages: 10).run(future: .growing(by: growth, months: 24))
    }
    for (less, more) in zip(runs, runs.dropFirst()) {
      for month in 0..<24 {
        let (low, high) = (less[team: 0, month: month], more[team: 0, month: month])
        for kind in WorkKind.allCases {
          #expect(high.askedHours[kind] >= low.askedHours[kind] - 1e-9, "\(kind), \(month)")
        }
      }
    }
  }
}
