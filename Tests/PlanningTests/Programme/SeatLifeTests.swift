import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What one seat brings, beside the recursion and the futures of which it is a part.
@Suite struct SeatLifeTests {
  private static let months = 36

  private static func model(
    _ change: (inout ExampleOrganization) -> Void = { _ in }
  ) -> StaffingModel {
    StaffingModel(organization(change))
  }

  private static func organization(
    _ change: (inout ExampleOrganization) -> Void = { _ in }
  ) -> Organization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 30, senior: 20, layers: 0, roadmapHours: 1_000)],
      services: [ExampleOrganization.service()])
    example.months = months
    change(&example)
    return example.organization
  }

  /// Without attrition and declined offers a hire ends with exactly one person.
  @Test(arguments: [0, 45, 90, 200.0])
  func withoutChanceThereIsOnePerson(leadDays: Double) {
    let model = Self.model { $0.leadDays = leadDays }
    let life = SeatLife(hire: 1, at: 0, in: model, months: Self.months)
    let lead = leadDays * 12 / 365
    for (month, cell) in life.months.enumerated() {
      // Some of the expected person is there from the month in which the search may end.
      let present = min(1, max(0, Double(month + 1) - lead))
      #expect(abs(cell.present - present) < 1e-12)
      #expect(cell.requisitions == (month == 0 ? 1 : 0))
    }
    let money = life.months.reduce(0) { $0 + $1.cost }
    let terms = model.terms(of: 1, isHire: true, in: 0)
    let worked = life.months.reduce(0) { $0 + $1.present }
    #expect(agree(money, model.rules.costPerHire + worked * terms.costPerMonth))
    #expect(agree(life.months.reduce(0) { $0 + $1.taken }, 40 + mentoring(life, model)))
  }

  private func mentoring(_ life: SeatLife, _ model: StaffingModel) -> Double {
    life.months.reduce(0) { $0 + $1.guidance * model.rules.hoursPerMonth }
  }

  /// Declined offers delay, they lose nobody.
  @Test func declinedOffersOnlyDelay() throws {
    let model = Self.model { $0.hiring.acceptance = ThreePoint(0.4) }
    let life = SeatLife(hire: 2, at: 0, in: model, months: 120)
    var before = 0.0
    for month in life.months {
      #expect(month.present >= before - 1e-12 && month.present <= 1 + 1e-12)
      before = month.present
    }
    // Three offers in five are declined; forty further ones leave one seat in 10⁹ open.
    #expect(try #require(life.months.last).present > 1 - 1e-8)
  }

  /// The recursion with one more seat less the one without: equal where leaving is deaf to load.
  @Test(arguments: 0..<4)
  func aSeatIsADifferenceOfTwoRuns(level: Int) {
    let organization = Self.organization {
      $0.attritionPerYear = 0.25
      $0.hiring.acceptance = ThreePoint(0.7)
      $0.hiring.earlyExit = ThreePoint(0.1)
      $0.assumptions[.turnoverHazardRatioBurnedOut] = 1
    }
    let (life, with, without) = Self.difference(organization, level: level, opened: 2)
    for month in 2..<Self.months {
      let (one, other) = (with[team: 0, month: month], without[team: 0, month: month])
      let cell = life.months[month - 2]
      #expect(agree(one.headcount.total - other.headcount.total, cell.present), "\(month)")
      let cash = one.cost.payroll + one.cost.hiring - other.cost.payroll - other.cost.hiring
      #expect(abs(cash - cell.cost) < 1e-6 * max(1, cell.cost), "\(month)")
      #expect(agree(one.callReady - other.callReady, cell.callReady), "\(month)")
    }
  }

  /// With shipped hazards one more person rests the others a little: fewer than a hundredth of a
  /// person of fifty in three years, which is what the seat's life leaves out.
  @Test func burnoutMovesTheDifferenceLittle() {
    let organization = Self.organization { $0.attritionPerYear = 0.15 }
    let (life, with, without) = Self.difference(organization, level: 1, opened: 0)
    for month in 0..<Self.months {
      let more =
        with[team: 0, month: month].headcount.total
        - without[team: 0, month: month].headcount.total
      #expect(abs(more - life.months[month].present) < 0.01, "\(month): \(more)")
    }
  }

  private static func difference(_ organization: Organization, level: Int, opened: Int) -> (
    life: SeatLife, with: Trajectory, without: Trajectory
  ) {
    let model = StaffingModel(organization)
    let flat = TrafficFuture.flat(drivers: organization.drivers.count, months: months + 12)
    let recursion = MeanValueRecursion(model)
    let seat = Seat(team: 0, level: level, source: .inHouse, openMonth: opened)
    return (
      SeatLife(hire: level, at: 0, in: model, months: months),
      recursion.run(future: flat, plan: StaffingPlan(seats: [seat])),
      recursion.run(future: flat, plan: .asIs)
    )
  }

  /// Whoever wants to be surer reckons with somebody later.
  @Test(arguments: 0..<20)
  func surerIsLater(seed: Int) {
    var random = SeededRandom(seed: seed)
    let (lead, acceptance) = (random.number(0...300), random.number(0.3...1))
    let model = Self.model {
      $0.leadDays = lead
      $0.hiring.acceptance = ThreePoint(acceptance)
    }
    var before = [Double](repeating: 1, count: Self.months)
    for probability in [0.1, 0.5, 0.8, 0.9, 0.95, 0.99] {
      let life = SeatLife(
        hire: 1, at: 0, in: model, months: Self.months, arrivingBy: probability)
      let present = life.months.map(\.present)
      #expect(zip(present, before).allSatisfy { $0 <= $1 + 1e-12 }, "seed \(seed)")
      #expect(zip(present, present.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 }, "seed \(seed)")
      before = present
    }
  }

  /// In as many futures as wanted the hire is there by the month in which she is reckoned with.
  ///
  /// Five standard errors beside a probability are for luck; the month before, whole months of the
  /// futures round up what the grid of searches knows to the day.
  @Test(arguments: [0.5, 0.8, 0.9])
  func futuresAgreeOnTheArrival(probability: Double) throws {
    let organization = Self.organization { $0.hiring.acceptance = ThreePoint(0.7) }
    let model = StaffingModel(organization)
    let life = SeatLife(
      hire: 1, at: 0, in: model, months: Self.months, arrivingBy: probability)
    let month = try #require(life.months.firstIndex { $0.present > 1 - 1e-9 })
    let seat = Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)
    let flat = TrafficFuture.flat(drivers: 1, months: Self.months + 12)
    let plan = FuturePlan(
      organization, mean: flat, courses: [flat], staffing: StaffingPlan(seats: [seat]), seed: 3,
      chances: [.hiring])
    var course = FutureCourse(plan)
    var there = [0, 0]
    let count = 2_000
    for future in 0..<count {
      course.play(future)
      for (place, when) in [month, month - 2].enumerated() where when >= 0 {
        if course.result[team: 0, month: when].headcount.total > 50.5 { there[place] += 1 }
      }
    }
    let error = (probability * (1 - probability) / Double(count)).squareRoot()
    #expect(Double(there[0]) / Double(count) > probability - 5 * error)
    #expect(Double(there[1]) / Double(count) < probability + 5 * error)
  }

  /// What an employee who is there all the time costs per month of full output.
  ///
  /// `(w + a K) / (1 - a L)`, with salary `w`, monthly attrition `a`, cost of a replacement `K`, and
  /// `L` months of output lost to the ramp, by those who last. [evidence/headcount 4.4 (6)]
  @Test func anOutputCostsWhatTheClosedFormSays() throws {
    let model = Self.model {
      $0.makeLeavingMemoryless()
      $0.attritionPerYear = 0.3
      $0.leadDays = 0
      $0.assumptions[.guidanceMentoringEarly] = 0
      $0.assumptions[.guidanceMentoringLate] = 0
    }
    let terms = model.terms(of: 1, isHire: true, in: 0)
    let life = SeatLife(hire: 1, at: 0, in: model, months: 240)
    let last = try #require(life.months.last)
    let attrition = terms.attritionPerMonth
    let worth = terms.productivity * model.rules.hoursPerMonth
    var (lost, staying, early) = (0.0, 1.0, 0.0)
    let untroubled = Self.model {
      $0.leadDays = 0
      $0.assumptions[.guidanceMentoringEarly] = 0
      $0.assumptions[.guidanceMentoringLate] = 0
    }
    for month in SeatLife(hire: 1, at: 0, in: untroubled, months: 12).months {
      lost += staying * (1 - month.hours / worth)
      early += 1 - month.hours / worth
      staying *= 1 - attrition
    }
    let cost = last.cost / (last.hours / worth)
    let spent = terms.costPerMonth + attrition * model.rules.costPerHire
    #expect(abs(cost - spent / (1 - attrition * lost)) < 1e-9 * cost)
    // Without asking who lasts, `L` is larger; the closed form is then too dear by less than that.
    let simple = spent / (1 - attrition * early)
    #expect(simple > cost && simple < cost * (1 + attrition * (early - lost) * 1.2))
  }
}
