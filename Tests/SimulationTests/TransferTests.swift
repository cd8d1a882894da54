import CadreTestSupport
import Organization
import Simulation
import Testing

/// People who change teams: nobody is made or lost, paid otherwise or recruited, and who comes learns.
@Suite struct TransferTests {
  /// Two teams of settled people without attrition, so that nothing but the plan changes them.
  private static func pair(
    _ change: (inout ExampleOrganization) -> Void = { _ in }
  ) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team("one", mid: 6, senior: 4, roadmapHours: 400),
        ExampleOrganization.team("other", mid: 3, senior: 2, roadmapHours: 400),
      ],
      services: [
        ExampleOrganization.service("a", team: 0), ExampleOrganization.service("b", team: 1),
      ])
    example.months = 24
    change(&example)
    return example
  }

  private static func plan(
    _ level: Int = 1, from: Int = 0, to: Int = 1, month: Int = 6, count: Int = 1
  ) -> StaffingPlan {
    let transfer = Transfer(level: level, from: from, to: to, month: month)
    return StaffingPlan(transfers: [Transfer](repeating: transfer, count: count))
  }

  @Test func onePersonChangesTeamsAtOnce() {
    let result = Self.pair().run(Self.plan())
    for month in 0..<24 {
      let (one, other) = (result[team: 0, month: month], result[team: 1, month: month])
      #expect(agree(one.headcount.total, month < 6 ? 10 : 9))
      #expect(agree(other.headcount.total, month < 6 ? 5 : 6))
      #expect(one.transfersOut == (month == 6 ? 1 : 0) && other.transfersIn == one.transfersOut)
      #expect(one.starters + other.starters + one.openRequisitions + other.openRequisitions == 0)
    }
    // The pager is left at once, and carried again after the time that it takes to learn.
    #expect(agree(result[team: 0, month: 6].callReady, 9))
    #expect(agree(result[team: 1, month: 6].callReady, 5))
    #expect(agree(result[team: 1, month: 23].callReady, 6))
  }

  /// Everybody everywhere costs what everybody cost before: pay does not change, nobody is recruited.
  @Test func aTransferCostsNothing() {
    let example = Self.pair { $0.hiring.costPerHire = ThreePoint(50_000) }
    let (with, without) = (example.run(Self.plan(2, count: 2)), example.run())
    for month in 0..<24 {
      func cash(_ result: Trajectory) -> Double {
        (0..<2).reduce(0) { $0 + result[team: $1, month: month].cost.cash }
      }
      #expect(agree(cash(with), cash(without)), "\(month)")
    }
  }

  /// With the ramp of six months halved, who comes is a newcomer for three, and takes guidance.
  @Test func whoComesLearnsForAPartOfTheRamp() {
    let example = Self.pair { $0.assumptions[.rampTransfer] = 0.5 }
    let result = example.run(Self.plan())
    for month in 0..<24 {
      let cell = result[team: 1, month: month]
      #expect(cell.newcomers == ((6..<9).contains(month) ? 1 : 0), "\(month)")
    }
    let before = result[team: 1, month: 5].capacityHours
    #expect(result[team: 1, month: 6].capacityHours < result[team: 1, month: 9].capacityHours)
    #expect(result[team: 1, month: 9].capacityHours > before)
  }

  /// What hours the new team has never grows with the time that it takes to learn.
  @Test func aLongerRampNeverGivesMore() {
    let runs = [0, 0.2, 0.5, 0.8, 1].map { share in
      Self.pair { $0.assumptions[.rampTransfer] = share }.run(Self.plan())
    }
    for (shorter, longer) in zip(runs, runs.dropFirst()) {
      for month in 6..<24 {
        #expect(
          longer[team: 1, month: month].capacityHours
            <= shorter[team: 1, month: month].capacityHours + 1e-9)
      }
    }
  }

  /// The longest ramp of a transfer is that of somebody who is hired for the first day of that month.
  @Test func withoutAnyGainItIsAHireWithoutASearch() {
    let example = Self.pair {
      $0.assumptions[.rampTransfer] = 1
      $0.leadDays = 0
    }
    let hired = example.run(
      StaffingPlan(seats: [Seat(team: 1, level: 1, source: .inHouse, openMonth: 6)]))
    let moved = example.run(Self.plan())
    for month in 6..<24 {
      let (one, other) = (moved[team: 1, month: month], hired[team: 1, month: month])
      #expect(agree(one.callReady, other.callReady) && agree(one.newcomers, other.newcomers))
      #expect(one.headcount == other.headcount)
    }
  }

  @Test func whereNobodyIsLeftNothingHappens() {
    let example = Self.pair()
    let some = example.run(Self.plan(2, count: 4))
    let more = example.run(Self.plan(2, count: 9))
    let none = example.run(Self.plan(3))
    for team in 0..<2 {
      for month in 0..<24 {
        #expect(some[team: team, month: month] == more[team: team, month: month])
        #expect(none[team: team, month: month] == example.run()[team: team, month: month])
      }
    }
    #expect(some[team: 0, month: 6].headcount[.senior] == 0)
  }

  /// People in their ramp stay where they are, so that a transfer never shortens a hire's ramp.
  @Test func newcomersStay() {
    let example = Self.pair {
      $0.teams[0].members = [Member(level: 1, tenureMonths: 2)]
      $0.rampMonths = 6
    }
    func moved(_ month: Int) -> Double {
      let result = example.run(Self.plan(month: month))
      return result[team: 1, month: month].transfersIn
    }
    #expect((0..<4).allSatisfy { moved($0) == 0 })
    #expect((4..<20).allSatisfy { moved($0) == 1 })
  }

  /// Nobody changes teams twice in a month, so that the order of a plan's transfers does not matter.
  @Test(arguments: 0..<60)
  func theOrderOfTransfersDoesNotMatter(seed: Int) {
    var random = RandomCase(seed: seed)
    let one = random.run()
    random.plan.transfers.reverse()
    let other = random.run()
    for team in random.organization.teams.indices {
      for month in 0..<random.organization.months {
        let found = differences(one[team: team, month: month], other[team: team, month: month])
        #expect(found.isEmpty, "seed \(seed), team \(team), month \(month): \(found)")
      }
    }
  }

  /// Whoever moves is counted once: what all teams have together changes by starters and leavers only.
  @Test(arguments: 0..<120)
  func theOrganisationHasAsManyPeople(seed: Int) {
    let random = RandomCase(seed: seed)
    var course = FutureCourse(random.futures(chances: .all))
    course.play(seed)
    for result in [random.run(), course.result] {
      var people = Double(random.organization.teams.reduce(0) { $0 + $1.members.count })
      for month in 0..<random.organization.months {
        let cells = random.organization.teams.indices.map { result[team: $0, month: month] }
        people += cells.reduce(0) { $0 + $1.starters }
        #expect(agree(cells.reduce(0) { $0 + $1.headcount.total }, people), "seed \(seed)")
        #expect(
          agree(
            cells.reduce(0) { $0 + $1.transfersIn }, cells.reduce(0) { $0 + $1.transfersOut }))
        people -= cells.reduce(0) { $0 + $1.leavers }
      }
    }
  }

  /// Where one person may go, one whole person goes in a future, and each as often as any other.
  @Test func wholePeopleChangeTeamsInFutures() {
    let example = Self.pair { $0.attritionPerYear = 0.3 }
    let plan = example.futures(Self.plan(count: 2), chances: .all)
    var course = FutureCourse(plan)
    for replication in 0..<200 {
      course.play(replication)
      for team in 0..<2 {
        for month in 0..<24 {
          let cell = course.result[team: team, month: month]
          #expect(cell.headcount.total == cell.headcount.total.rounded())
          #expect(cell.transfersIn == cell.transfersIn.rounded())
        }
      }
    }
  }

  /// As often as not one of two seniors has left by then and not been replaced; the mean is the same.
  @Test func asManyMoveAsIsToBeExpected() {
    let example = Self.pair {
      $0.attritionPerYear = 0.6
      $0.leadDays = 200
      $0.teams[0] = ExampleOrganization.team("one", mid: 8, senior: 30, roadmapHours: 400)
    }
    let plan = Self.plan(2, month: 12, count: 3)
    let mean = example.run(plan)[team: 1, month: 14].headcount.total
    var course = FutureCourse(example.futures(plan, chances: [.leaving]))
    var estimate = MeanEstimate()
    for replication in 0..<4_000 {
      course.play(replication)
      estimate.insert(course.result[team: 1, month: 14].headcount.total)
    }
    #expect(
      abs(estimate.mean - mean) <= 6 * (estimate.standardError ?? 0),
      "\(estimate.mean) \(mean)")
  }

  /// Hires of a dear market are paid by it wherever they go.
  @Test(arguments: [0, 1])
  func payIsThatOfTheOldMarket(chances: Int) {
    var example = Self.pair()
    example.attritionPerYear = 0
    example.leadDays = 0
    example.rampMonths = 1
    var organization = example.organization
    organization.regions = [
      Region(
        id: "dear", opens: nil, traffic: ThreePoint(0), drivers: [], services: nil, clock: nil,
        latencyHours: ThreePoint(0), preparationMonths: 1, hasResidency: false, compliance: [],
        market: HiringMarket(
          lead: ThreePoint(1), salary: ThreePoint(2), attrition: ThreePoint(1)))
    ]
    organization.teams[0].members = []
    organization.teams[0].region = 0
    let plan = StaffingPlan(
      seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)],
      transfers: Self.plan().transfers)
    let flat = TrafficFuture.flat(drivers: 1, months: 24)
    let result: Trajectory
    if chances == 0 {
      result = MeanValueRecursion(StaffingModel(organization)).run(future: flat, plan: plan)
    } else {
      var course = FutureCourse(
        FuturePlan(
          organization, mean: flat, courses: [flat], staffing: plan, seed: 1, chances: []))
      course.play(0)
      result = course.result
    }
    let level = StaffingModel(organization).levels[1].costPerMonth
    let more =
      result[team: 1, month: 20].cost.payroll - result[team: 1, month: 5].cost.payroll
    #expect(agree(more, 2 * level))
    #expect(result[team: 0, month: 20].cost.payroll == 0)
  }
}
