import CadreTestSupport
import Organization
import Simulation
import Testing

/// People whom a plan promotes: only who has the months, one at a time, at the salary of the new level.
@Suite struct RiseTests {
  /// Nobody rises by herself, so that only the plan lets anybody rise.
  private static func organization(after months: Int? = 12) -> Organization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(junior: 2, mid: 4, senior: 3, roadmapHours: 300)],
      services: [ExampleOrganization.service()])
    example.months = 24
    example.assumptions[.promotionPerYear] = 0
    var organization = example.organization
    organization.levels[0].promotedAfterMonths = months
    organization.levels[1].promotedAfterMonths = months
    return organization
  }

  private static func run(_ organization: Organization, _ rises: [Rise]) -> Trajectory {
    let flat = TrafficFuture.flat(drivers: 1, months: organization.months)
    return MeanValueRecursion(StaffingModel(organization)).run(
      future: flat, plan: StaffingPlan(rises: rises))
  }

  @Test func onePersonRisesAndIsPaidForIt() {
    let organization = Self.organization()
    let model = StaffingModel(organization)
    let (with, without) = (
      Self.run(organization, [Rise(team: 0, level: 1, month: 6)]), Self.run(organization, [])
    )
    for month in 0..<24 {
      let (one, other) = (with[team: 0, month: month], without[team: 0, month: month])
      let rose = month < 6 ? 0.0 : 1
      #expect(agree(one.headcount.total, other.headcount.total))
      #expect(agree(one.headcount[.senior], 3 + rose) && agree(one.headcount[.mid], 4 - rose))
      #expect(one.promotions == (month == 6 ? 1 : 0))
      let more = rose * (model.levels[2].costPerMonth - model.levels[1].costPerMonth)
      #expect(agree(one.cost.payroll - other.cost.payroll, more))
      #expect(one.capacityHours >= other.capacityHours - 1e-9)
      #expect(one.starters + one.openRequisitions == 0)
    }
  }

  @Test func nobodyRisesWithoutTheMonthsOrANextLevel() {
    let rises = (0..<24).map { Rise(team: 0, level: 1, month: $0) }
    func rose(_ organization: Organization, _ rises: [Rise]) -> Double {
      let result = Self.run(organization, rises)
      return (0..<24).reduce(0) { $0 + result[team: 0, month: $1].promotions }
    }
    #expect(rose(Self.organization(after: nil), rises) == 0)
    #expect(rose(Self.organization(after: 240), rises) == 0)
    #expect(rose(Self.organization(), rises) == 4)
    #expect(rose(Self.organization(), [Rise(team: 0, level: 3, month: 2)]) == 0)
    // Of unknown tenure is taken to be three years, so that forty months are reached after four.
    let late = Self.organization(after: 40)
    #expect(rose(late, [Rise(team: 0, level: 1, month: 3)]) == 0)
    #expect(rose(late, [Rise(team: 0, level: 1, month: 4)]) == 1)
  }

  /// Whole people rise in futures, as many as have the months, and nobody is made or lost.
  @Test func wholePeopleRiseInFutures() {
    let organization = Self.organization()
    let rises = [3, 3, 9].map { Rise(team: 0, level: 1, month: $0) }
    let flat = TrafficFuture.flat(drivers: 1, months: 24)
    var course = FutureCourse(
      FuturePlan(
        organization, mean: flat, courses: [flat], staffing: StaffingPlan(rises: rises), seed: 3))
    for replication in 0..<40 {
      course.play(replication)
      let cells = (0..<24).map { course.result[team: 0, month: $0] }
      #expect(cells[3].promotions == 2 && cells[9].promotions == 1)
      #expect(cells.allSatisfy { $0.headcount.total == 9 && $0.headcount[.senior] <= 6 })
    }
  }
}
