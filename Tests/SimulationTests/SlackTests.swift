import CadreTestSupport
import Organization
import Simulation
import Testing

/// What a team keeps free, and the quarter over which it may move work.
@Suite struct SlackTests {
  private func example(slack: Double, attrition: Double = 0) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4, senior: 4)],
      services: [ExampleOrganization.service(pages: 4, headroom: 100)])
    example.assumptions[.workRoadmapSlack] = slack
    example.attritionPerYear = attrition
    return example
  }

  @Test(arguments: [0.0, 0.1, 0.2])
  func withoutGrowthAndLeaversEverythingIsCovered(slack: Double) {
    let trajectory = example(slack: slack).run()
    for month in 0..<24 {
      let cell = trajectory[team: 0, month: month]
      #expect(agree(cell.coverage, 1) && agree(cell.quarterCoverage, 1))
      #expect(agree(cell.seniorCoverage, 1) && agree(cell.quarterSeniorCoverage, 1))
    }
  }

  /// The roadmap is what today leaves, less the slack.
  @Test func slackIsTakenFromTheRoadmap() {
    let tight = example(slack: 0).run()[team: 0, month: 0]
    let loose = example(slack: 0.2).run()[team: 0, month: 0]
    #expect(agree(loose.askedHours[.roadmap], 0.8 * tight.askedHours[.roadmap]))
    #expect(loose.askedHours[.upkeep] == tight.askedHours[.upkeep])
  }

  @Test func aRoadmapThatIsGivenIsNotCut() {
    for slack in [0, 0.2] {
      var example = example(slack: slack)
      example.teams[0].roadmapHoursPerMonth = ThreePoint(200)
      #expect(example.run()[team: 0, month: 0].askedHours[.roadmap] == 200)
    }
  }

  /// Slack is for vacancies: with it fewer of the same leavers are felt.
  @Test func slackSoftensVacancies() {
    let tight = example(slack: 0, attrition: 0.15).run()
    let loose = example(slack: 0.2, attrition: 0.15).run()
    for month in 1..<24 {
      let (without, with) = (tight[team: 0, month: month], loose[team: 0, month: month])
      #expect(with.coverage >= without.coverage - 1e-9)
    }
    #expect(tight[team: 0, month: 12].coverage < 0.99)
  }

  @Test(arguments: 0..<100)
  func aQuarterLiesBetweenItsMonths(seed: Int) {
    let random = RandomCase(seed: seed)
    let trajectory = random.run()
    for team in random.organization.teams.indices {
      for month in 0..<random.organization.months {
        let quarter = (max(0, month - 2)...month).map { trajectory[team: team, month: $0] }
        let cell = trajectory[team: team, month: month]
        Self.expect(cell.quarterCoverage, within: quarter.map(\.coverage), seed: seed)
        Self.expect(cell.quarterSeniorCoverage, within: quarter.map(\.seniorCoverage), seed: seed)
      }
    }
  }

  private static func expect(_ quarter: Double, within months: [Double], seed: Int) {
    let (low, high) = (months.min() ?? 1, months.max() ?? 1)
    #expect(quarter >= low - 1e-9 && quarter <= high + 1e-9, "seed \(seed): \(months)")
  }

  @Test func theFirstMonthsQuarterIsItself() {
    let short = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 2, senior: 1, roadmapHours: 900)],
      services: [ExampleOrganization.service()])
    let cell = short.run()[team: 0, month: 0]
    #expect(cell.coverage < 1)
    #expect(agree(cell.quarterCoverage, cell.coverage))
    #expect(agree(cell.quarterSeniorCoverage, cell.seniorCoverage))
  }
}
