import CadreTestSupport
import Organization
import Simulation
import Testing

/// Where nothing grows and nobody leaves, five years look like the first month.
@Suite struct SteadyStateTests {
  private var example: ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team("one", junior: 2, mid: 3, senior: 2, layers: 2),
        ExampleOrganization.team("two", mid: 2, senior: 1, staff: 1, layers: 1),
      ],
      services: [
        ExampleOrganization.service("a", team: 0, pages: 9, compliance: ["pci"]),
        ExampleOrganization.service("b", team: 1, pages: 4),
        Service(id: "c", owners: [.team(0), .team(1)]),
      ])
    example.months = 60
    return example
  }

  private func expectNothingChanges(_ example: ExampleOrganization) {
    let trajectory = example.run()
    for team in example.teams.indices {
      let first = trajectory[team: team, month: 0]
      for month in 1..<example.months {
        let found = differences(first, trajectory[team: team, month: month])
        #expect(found.isEmpty, "team \(team), month \(month): \(found)")
      }
    }
  }

  @Test func withTheRoadmapThatTodayLeaves() { expectNothingChanges(example) }

  @Test func withARoadmapGiven() {
    var example = example
    for team in example.teams.indices {
      example.teams[team].roadmapHoursPerMonth = ThreePoint(150)
    }
    expectNothingChanges(example)
  }

  @Test func withoutAnyDriver() {
    var example = example
    example.drivers = []
    expectNothingChanges(example)
  }

  /// The partner may not touch the team's other half, so that it limits the roadmap too.
  @Test(arguments: [true, false])
  func withAPartnerThatMayTouchHalf(takesPager: Bool) {
    var example = example
    example.partners = [
      ExampleOrganization.partner(
        productivity: 0.9, oversight: 0.1, takesPager: takesPager,
        engaged: [PartnerSeats(team: 0, level: 2, count: 6)])
    ]
    expectNothingChanges(example)
  }

  @Test func theRoadmapThatTodayLeavesIsAllDone() {
    let cell = example.run()[team: 0, month: 0]
    #expect(agree(cell.coverage, 1))
    #expect(agree(cell.weeklyHours, 40))
  }
}
