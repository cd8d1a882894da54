import CadreTestSupport
import Organization
import Simulation
import Testing

/// Seniority is not divisible: juniors do not add up to a senior.
@Suite struct SeniorityTests {
  /// Salaries relative to mid are 0.75, 1 and 1.3 as shipped: both teams cost 10.3 mids a year.
  private func example(_ team: Team) -> ExampleOrganization {
    ExampleOrganization(
      teams: [team], services: [ExampleOrganization.service(pages: 8, upkeep: 60, toil: 30)])
  }

  private let juniors = ExampleOrganization.team(junior: 12, senior: 1, roadmapHours: 700)
  private let seniors = ExampleOrganization.team(junior: 2, mid: 1, senior: 6, roadmapHours: 700)

  @Test func bothTeamsCostTheSame() {
    let a = example(juniors).run()[team: 0, month: 0].cost.payroll
    let b = example(seniors).run()[team: 0, month: 0].cost.payroll
    #expect(agree(a, b))
  }

  @Test func aTeamOfJuniorsFailsWhereOneOfSeniorsDoesNot() {
    let failing = example(juniors).run()[team: 0, month: 0]
    let working = example(seniors).run()[team: 0, month: 0]
    #expect(agree(working.coverage, 1) && agree(working.seniorCoverage, 1))
    #expect(failing.coverage < 0.95)
    #expect(failing.guidance < 1)
  }

  /// Work that needs a senior is not done by any number of juniors.
  @Test(arguments: [1, 5, 20])
  func withoutASeniorNoSeniorWorkIsDone(count: Int) {
    let cell = example(ExampleOrganization.team(junior: count, roadmapHours: 100)).run()[
      team: 0, month: 0]
    #expect(cell.seniorCoverage == 0)
  }

  @Test func juniorsPastWhatSeniorsCanGuideLoseOutput() {
    let perJunior = [2, 6, 12, 24].map { count in
      let with = ExampleOrganization.team(junior: count, senior: 1)
      let cell = ExampleOrganization(teams: [with]).run()[team: 0, month: 0]
      return cell.capacityHours / Double(count + 1)
    }
    #expect(zip(perJunior, perJunior.dropFirst()).allSatisfy { $0 > $1 })
  }
}
