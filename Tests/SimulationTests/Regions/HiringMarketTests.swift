import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Where people are hired moves how long it takes, what they cost and how many leave.
@Suite struct HiringMarketTests {
  private func organization(_ market: HiringMarket) -> Organization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4, senior: 2)],
      services: [ExampleOrganization.service()])
    example.attritionPerYear = 0.2
    var result = example.organization
    result.regions = [Region(id: "there", market: market)]
    result.teams[0].region = 0
    return result
  }

  private let plan = StaffingPlan(seats: [
    Seat(team: 0, level: 1, source: .inHouse, openMonth: 0),
    Seat(team: 0, level: 2, source: .inHouse, openMonth: 3),
  ])

  private func run(_ market: HiringMarket) -> Trajectory {
    let organization = organization(market)
    return MeanValueRecursion(StaffingModel(organization)).run(
      future: .flat(drivers: 1, months: organization.months), plan: plan)
  }

  @Test func aMarketLikeHomeChangesNothing() {
    var home = organization(HiringMarket())
    let here = run(HiringMarket()).cells
    home.regions = []
    home.teams[0].region = nil
    let future = TrafficFuture.flat(drivers: 1, months: home.months)
    #expect(MeanValueRecursion(StaffingModel(home)).run(future: future, plan: plan).cells == here)
  }

  /// By any month no fewer have started, and no search takes longer.
  @Test func aFasterMarketNeverTakesLonger() {
    let factors = [0.3, 0.7, 1, 1.4, 3]
    var last: (starters: [Double], lead: Double, retry: Double)?
    for factor in factors {
      let market = HiringMarket(lead: ThreePoint(factor), attrition: ThreePoint(0))
      var sum = 0.0
      let course = run(market)
      let starters = (0..<course.months).map { month in
        sum += course[team: 0, month: month].starters
        return sum
      }
      let level = StaffingModel(organization(market)).terms(of: 1, isHire: true, in: 0)
      if let last {
        #expect(zip(starters, last.starters).allSatisfy { $0 <= $1 + 1e-9 }, "\(factor)")
        #expect(level.leadMonths >= last.lead && level.retryMonths >= last.retry)
      }
      last = (starters, level.leadMonths, level.retryMonths)
    }
  }

  @Test func salariesAreOfPeopleHiredThere() {
    let dear = run(HiringMarket(salary: ThreePoint(2)))
    let home = run(HiringMarket())
    #expect(dear[team: 0, month: 0].cost.payroll == home[team: 0, month: 0].cost.payroll)
    let last = dear.months - 1
    #expect(dear[team: 0, month: last].cost.payroll > home[team: 0, month: last].cost.payroll * 1.2)
  }

  @Test func moreLeaveWhereMoreLeave() {
    let many = run(HiringMarket(attrition: ThreePoint(3)))
    let few = run(HiringMarket(attrition: ThreePoint(0.5)))
    let leavers = { (course: Trajectory) in course.cells.reduce(0) { $0 + $1.leavers } }
    #expect(many[team: 0, month: 0].leavers == few[team: 0, month: 0].leavers)
    #expect(leavers(many) > leavers(few))
  }

  /// More than everybody cannot leave.
  @Test func attritionStopsAtAll() {
    let model = StaffingModel(organization(HiringMarket(attrition: ThreePoint(10))))
    #expect(model.terms(of: 1, isHire: true, in: 0).attritionPerMonth == 1)
    let home = model.terms(of: 1, isHire: false, in: 0)
    #expect(home.attritionPerMonth == model.levels[1].attritionPerMonth)
  }
}
