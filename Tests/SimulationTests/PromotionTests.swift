import CadreTestSupport
import Organization
import Simulation
import Testing

/// People who can grow: nobody is made or lost, and nobody rises where nothing is said.
@Suite struct PromotionTests {
  /// A team in which juniors and mids may rise after a year.
  private func growing(perYear: Double = 0.5, after months: Int? = 12, seniors: Int = 3)
    -> Organization
  {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team(junior: 3, mid: 4, senior: seniors, roadmapHours: 300)
      ],
      services: [ExampleOrganization.service()])
    example.months = 36
    example.assumptions[.promotionPerYear] = perYear
    var organization = example.organization
    organization.levels[0].promotedAfterMonths = months
    organization.levels[1].promotedAfterMonths = months
    return organization
  }

  private func run(_ organization: Organization) -> Trajectory {
    let flat = TrafficFuture.flat(
      drivers: organization.drivers.count, months: organization.months)
    return MeanValueRecursion(StaffingModel(organization)).run(future: flat, plan: .asIs)
  }

  @Test func peopleWhoRiseAreTheSamePeople() {
    let result = run(growing())
    for month in 0..<36 {
      #expect(agree(result[team: 0, month: month].headcount.total, 10))
    }
    let end = result[team: 0, month: 35].headcount
    #expect(end[.junior] < 1)
    #expect(end.atLeast(.senior) > 4)
    #expect(end[.staff] == 0)
  }

  /// Without leavers those with the tenure go down by the monthly probability.
  @Test func risingFollowsTheYearlyProbability() {
    let result = run(growing(perYear: 0.4))
    let share = result[team: 0, month: 12].headcount[.junior] / 3
    #expect(agree(share, 0.6))
  }

  @Test func whoeverIsPaidForALevelHasIt() {
    let organization = growing()
    let model = StaffingModel(organization)
    let result = run(organization)
    for month in 0..<36 {
      let cell = result[team: 0, month: month]
      let pay = Standing.allCases.reduce(0) {
        $0 + cell.headcount[$1] * model.levels[$1.rawValue].costPerMonth
      }
      #expect(agree(cell.cost.payroll, pay))
    }
  }

  @Test func morePromotionsNeverLowerTheNumberOfSeniors() {
    let courses = [0, 0.1, 0.3, 0.6, 0.9, 1].map { run(growing(perYear: $0)) }
    for (less, more) in zip(courses, courses.dropFirst()) {
      for month in 0..<36 {
        #expect(
          more[team: 0, month: month].headcount.atLeast(.senior)
            >= less[team: 0, month: month].headcount.atLeast(.senior) - 1e-9)
      }
    }
  }

  @Test func nobodyRisesWithoutTheTenureTheChanceOrTheGuidance() {
    for quiet in [
      growing(after: nil), growing(after: 240), growing(perYear: 0), growing(seniors: 0),
    ] {
      let result = run(quiet)
      let promotions = (0..<36).reduce(0) { $0 + result[team: 0, month: $1].promotions }
      let juniors = result[team: 0, month: 35].headcount[.junior]
      #expect(promotions == 0)
      #expect(juniors == 3)
    }
  }

  /// Somebody who has risen has no time at the new level yet.
  @Test func theNextStepTakesItsTime() {
    var organization = growing(perYear: 1, after: 12)
    organization.teams[0].members = [Member(level: 0, tenureMonths: 0), Member(level: 2)]
    let result = run(organization)
    func people(_ month: Int) -> ByStanding { result[team: 0, month: month].headcount }
    #expect(people(11)[.junior] == 1)
    #expect(people(12)[.mid] == 1)
    #expect(people(23)[.mid] == 1)
    #expect(people(24)[.senior] == 2)
  }

  @Test(arguments: 0..<60)
  func randomOrganizationsConserveTheirPeople(seed: Int) {
    let random = Self.random(seed: seed)
    let result = random.run()
    for (team, model) in random.organization.teams.enumerated() {
      var people = Double(model.members.count)
      for month in 0..<random.organization.months {
        let cell = result[team: team, month: month]
        people += cell.starters + cell.transfersIn - cell.transfersOut
        #expect(agree(cell.headcount.total, people), "seed \(seed), team \(team), month \(month)")
        people -= cell.leavers
      }
    }
  }

  /// Whole people rise in a future, and as many as are to be expected.
  @Test func futuresRiseAsOftenAsExpected() {
    let organization = growing(perYear: 0.4)
    let flat = TrafficFuture.flat(drivers: 1, months: 36)
    let plan = FuturePlan(
      organization, mean: flat, courses: [flat], staffing: .asIs, seed: 7, chances: [.leaving])
    var course = FutureCourse(plan)
    var estimate = MeanEstimate()
    for replication in 0..<4_000 {
      course.play(replication)
      let juniors = course.result[team: 0, month: 12].headcount[.junior]
      #expect(juniors == juniors.rounded())
      #expect(course.result[team: 0, month: 12].headcount.total == 10)
      estimate.insert(juniors)
    }
    #expect(abs(estimate.mean - 1.8) <= 6 * (estimate.standardError ?? 0))
  }

  /// Random organisations in which people rise and some teams keep them better than others.
  static func random(seed: Int) -> RandomCase {
    var random = RandomCase(seed: seed)
    var numbers = SeededRandom(seed: 10_000 + seed)
    for level in 0..<3 where numbers.chance(0.7) {
      random.organization.levels[level].promotedAfterMonths = numbers.count(0...60)
    }
    for team in random.organization.teams.indices {
      for lever in RetentionLever.allCases {
        random.organization.teams[team].retention[lever] = numbers.count(0...2)
      }
    }
    for service in random.organization.services.indices {
      var metrics = ServiceMetrics()
      if numbers.chance(0.6) { metrics.hoursToRecover = ThreePoint(numbers.number(0.01...30)) }
      if numbers.chance(0.8) { metrics.deploymentsPerMonth = ThreePoint(numbers.number(0...90)) }
      if numbers.chance(0.8) { metrics.changeFailures = ThreePoint(numbers.number(0...1)) }
      random.organization.services[service].metrics = metrics
    }
    return random
  }
}
