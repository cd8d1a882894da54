import CadreTestSupport
import Organization
import Simulation
import Testing

/// Overload feeds on itself, but not without end.
@Suite struct SpiralTests {
  /// One engineer and ten times the pages that she can work off.
  private var hopeless: ExampleOrganization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 1, layers: 1, roadmapHours: 50)],
      services: [ExampleOrganization.service(pages: 300, upkeep: 5, toil: 5)])
    example.months = 60
    example.attritionPerYear = 0.12
    return example
  }

  /// Overload counts up to twice the capacity, debt up to a year; nobody's burnout passes 1.
  @Test func pagesStayWithinWhatTheFactorsAllow() {
    let rules = StaffingModel(hopeless.organization).rules
    let most =
      (1 + 2 * rules.overloadPages) * (1 + rules.debtPages) * (1 + rules.newcomerPages)
      * rules.errorOdds
    let trajectory = hopeless.run()
    for pages in trajectory.pages(ofService: 0) { #expect(pages <= 300 * most) }
  }

  @Test func aShortRotaWearsPeopleDownAndLosesMoreOfThem() {
    let alone = hopeless.run()
    var shared = hopeless
    shared.teams = [ExampleOrganization.team(mid: 6, senior: 4, roadmapHours: 50)]
    shared.services = [ExampleOrganization.service(pages: 10, upkeep: 5, toil: 5)]
    let calm = shared.run()
    let (worn, rested) = (alone[team: 0, month: 59], calm[team: 0, month: 59])
    #expect(worn.burnout > 1.5 * rested.burnout)
    let hazard = { (cell: TeamMonth) in cell.leavers / cell.headcount.total }
    #expect(hazard(worn) > hazard(rested))
  }

  @Test func debtThatNobodyPaysGrows() {
    let trajectory = hopeless.run()
    let debt = (0..<60).map { trajectory[team: 0, month: $0].debtHours }
    #expect(zip(debt, debt.dropFirst()).allSatisfy { $0 < $1 })
  }
}
