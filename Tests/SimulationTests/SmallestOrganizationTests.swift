import CadreTestSupport
import Organization
import Simulation
import Testing

/// The corners of what a model may say.
@Suite struct SmallestOrganizationTests {
  @Test(arguments: [1, 60])
  func onePersonWithoutServices(months: Int) {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(junior: 1)])
    example.months = months
    let cell = example.run()[team: 0, month: months - 1]
    #expect(cell.headcount.total == 1)
    #expect(cell.coverage == 1)
    #expect(cell.pages == 0)
  }

  @Test(arguments: [1, 60])
  func noTrafficAtAll(months: Int) {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(senior: 1)], services: [ExampleOrganization.service()])
    example.months = months
    let nothing = [[Double](repeating: 0, count: months)]
    let cell = example.run(future: TrafficFuture(mean: nothing, peak: nothing))[
      team: 0, month: months - 1]
    #expect(cell.askedHours[.scaling] == 0)
    #expect(cell.pages.isFinite && cell.pages >= 0)
  }

  @Test func nothing() {
    #expect(ExampleOrganization().run().cost.total == 0)
  }

  @Test func aServiceThatNobodyOwnsAsksNobody() {
    let service = Service(id: "orphan", owners: [.notATeam("somebody")])
    let team = ExampleOrganization.team(senior: 1)
    let cell = ExampleOrganization(teams: [team], services: [service]).run()[team: 0, month: 3]
    #expect(cell.pages == 0)
    #expect(cell.askedHours[.upkeep] == 0)
  }

  /// A team that is still to be hired: its service pages at today's rate, not without bound.
  @Test func aTeamThatIsYetToBeHired() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team()], services: [ExampleOrganization.service(pages: 3)])
    example.assumptions[.incidentsOverloadPages] = 0
    example.assumptions[.workDebtPages] = 0
    example.assumptions[.incidentsNewcomerPages] = 0
    example.assumptions[.incidentsErrorOddsBurnedOut] = 1
    let seat = Seat(team: 0, level: 2, source: .inHouse, openMonth: 0)
    let trajectory = example.run(StaffingPlan(seats: [Seat](repeating: seat, count: 4)))
    #expect(trajectory.pages(ofService: 0).allSatisfy { agree($0, 3) })
    #expect(agree(trajectory[team: 0, month: 23].headcount.total, 4))
  }
}
