import CadreTestSupport
import Organization
import Simulation
import Testing

/// From the requisition to the first day, and the stock of people that it leads to.
@Suite struct RequisitionTests {
  /// More seats than recruiters can ever fill make a constant flow of hires.
  ///
  /// Backfills join the queue but cannot change the flow, so h(t+1) = (1-a) h(t) + r.
  @Test(arguments: [0.3, 0.9])
  func constantHiresAndHazardLeadToHiresOverHazard(attritionPerYear: Double) {
    let hires = 2.0
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 3)])
    example.makeLeavingMemoryless()
    example.attritionPerYear = attritionPerYear
    example.leadDays = 0
    example.months = 60
    example.hiring.recruiters = ThreePoint(1)
    example.hiring.hiresPerRecruiterAndQuarter = ThreePoint(3 * hires)
    let seat = Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)
    let plan = StaffingPlan(seats: [Seat](repeating: seat, count: 200))
    let trajectory = example.run(plan)
    let hazard = monthlyProbability(annual: attritionPerYear)
    let limit = hires / hazard
    for month in 0..<60 {
      let expected = limit + (3 + hires - limit) * power(1 - hazard, Double(month))
      #expect(agree(trajectory[team: 0, month: month].headcount.total, expected))
    }
  }

  @Test func twelveMonthsCompoundToTheAnnualRate() {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 10)])
    example.makeLeavingMemoryless()
    example.attritionPerYear = 0.2
    example.leadDays = 3_000
    example.months = 13
    let trajectory = example.run()
    #expect(agree(trajectory[team: 0, month: 12].headcount.total, 8))
  }

  /// Open requisitions are the rate of opening times the mean time to fill. [Little 1961]
  @Test(arguments: [0.4, 0.8, 1.0])
  func openRequisitionsAreRateTimesTimeToFill(acceptance: Double) {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 3)])
    example.months = 60
    example.hiring.acceptance = ThreePoint(acceptance)
    let plan = StaffingPlan(
      seats: (0..<60).map { Seat(team: 0, level: 1, source: .inHouse, openMonth: $0) })
    let cell = example.run(plan)[team: 0, month: 59]
    let level = StaffingModel(example.organization).levels[1]
    let searches = (1 - acceptance) / acceptance
    let timeToFill = level.leadMonths + searches * max(1, level.retryMonths)
    // What is still open of the first seats after 60 months: at most 0.6 to the power of 35.
    #expect(abs(cell.openRequisitions - timeToFill) < 1e-6)
    #expect(abs(cell.starters - 1) < 1e-6)
  }

  @Test(arguments: [0.1, 0.5, 0.78])
  func declinedOffersOnlyDelay(acceptance: Double) {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 1)])
    example.months = 60
    example.leadDays = 30
    example.hiring.acceptance = ThreePoint(acceptance)
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
    let trajectory = example.run(plan)
    let people = (0..<60).map { trajectory[team: 0, month: $0].headcount.total }
    for month in 1..<60 { #expect(people[month] >= people[month - 1]) }
    // A month's lead leaves an offer in each of the 59 months after the first.
    #expect(2 - people[59] <= power(1 - acceptance, 59) + 1e-12)
  }

  @Test func nobodyStartsBeforeTheLeadTime() {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 1)])
    example.leadDays = 365.0 / 12 * 4.25
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 2)])
    let trajectory = example.run(plan)
    let starters = (0..<12).map { trajectory[team: 0, month: $0].starters }
    #expect(starters.prefix(6).allSatisfy { $0 == 0 })
    #expect(agree(starters[6], 0.75))
    #expect(agree(starters[7], 0.25))
  }

  @Test func recruitersLimitTheStartersOfEveryMonth() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4), ExampleOrganization.team(senior: 4)])
    example.attritionPerYear = 0.3
    example.months = 36
    example.hiring.recruiters = ThreePoint(0.5)
    example.hiring.acceptance = ThreePoint(0.7)
    let limit = 0.5 * 6 / 3
    let seats = (0..<30).map {
      Seat(team: $0 % 2, level: 1 + $0 % 2, source: .inHouse, openMonth: $0 / 3)
    }
    let trajectory = example.run(StaffingPlan(seats: seats))
    for month in 0..<36 {
      let starters = (0..<2).reduce(0) { $0 + trajectory[team: $1, month: month].starters }
      #expect(starters <= limit * (1 + 1e-12))
    }
  }

  @Test func aFreezeOpensNothingAndLosesNothing() {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 5)])
    example.attritionPerYear = 0.2
    example.leadDays = 0
    let start = YearMonth(year: 2027, month: 1)
    example.hiring.freeze = (start + 3)...(start + 8)
    let plan = StaffingPlan(
      seats: (0..<12).map { Seat(team: 0, level: 1, source: .inHouse, openMonth: $0) })
    let trajectory = example.run(plan)
    var waiting = 0.0
    for month in 3...8 {
      #expect(trajectory[team: 0, month: month].starters == 0)
      waiting += 1 + trajectory[team: 0, month: month].leavers
    }
    let before = trajectory[team: 0, month: 2].leavers
    #expect(agree(trajectory[team: 0, month: 9].starters, before + waiting + 1))
  }

  @Test func interviewsTakeTheHoursThatAHireCosts() {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(senior: 3)])
    example.hiring.interviewHoursPerHire = ThreePoint(60)
    example.assumptions[.burnoutOutput] = 1
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 1)])
    let calm = example.run()
    let hiring = example.run(plan)
    // Two of the three months of the search are over before anybody starts.
    let taken = (0..<3).reduce(0) {
      $0 + calm[team: 0, month: $1].capacityHours - hiring[team: 0, month: $1].capacityHours
    }
    let senior = StaffingModel(example.organization).levels[2].productivity
    #expect(agree(taken, 40 * senior))
  }
}
