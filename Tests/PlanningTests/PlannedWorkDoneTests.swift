import CadreTestSupport
import Organization
import Planning
import Testing

@Suite struct PlannedWorkDoneTests {
  private func work(_ id: String, _ hours: Double, teams: [Int] = [0]) -> PlannedWork {
    PlannedWork(id: id, teams: teams, hours: .monthly(ThreePoint(hours)))
  }

  private func done(_ example: ExampleOrganization, _ work: [PlannedWork]) -> [PlannedWorkDone] {
    var organization = example.organization
    organization.work = work
    let result = Planner.recommend(for: organization, strategies: [.asIs])
    return PlannedWorkDone.all(organization, in: result.recommended.expected)
  }

  @Test func aTeamWithTimeDoesItAll() {
    let all = done(PlanningCase.healthy, [work("a", 10), work("b", 5)])
    #expect(all.map(\.work) == [0, 1])
    #expect(agree(all[0].hours, 2 * all[1].hours))
    for work in all { #expect(agree(work.done, work.hours)) }
  }

  @Test func aTeamWithoutTimeDoesTheSameShareOfEach() {
    var example = PlanningCase.short
    example.services[0].upkeepHoursPerMonth = ThreePoint(2_000)
    let all = done(example, [work("a", 100), work("b", 50), work("none", 0)])
    #expect(all[0].share < 0.6)
    #expect(agree(all[0].share, all[1].share))
    #expect(all[2].share == 1)
  }
}
