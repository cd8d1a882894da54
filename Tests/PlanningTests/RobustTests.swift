import CadreTestSupport
import LinearProgramming
import Organization
import Testing

@testable import Planning
@testable import Simulation

/// Plans for several scenarios of which nobody knows which comes.
@Suite struct RobustTests {
  /// Exact, and of few futures, so that what differs is the plan and not the search.
  private static var exact: RobustSettings {
    var settings = RobustSettings()
    settings.futures = 40
    settings.gap = 1e-5
    settings.work = SearchBudget(iterations: 50_000)
    settings.workTogether = SearchBudget(iterations: 150_000)
    return settings
  }

  private static func plan(
    _ scenarios: [RobustScenario], strategy: Strategy = .hybrid,
    settings: RobustSettings = Self.exact
  ) throws -> RobustPlan? {
    let search = RobustSearch(
      scenarios, strategy: strategy, seed: 1, solver: try Highs(), settings: settings)
    return try search.plan(reference: 0)
  }

  private static func pair(
    _ organization: Organization, growth: Double, and other: Double
  ) -> [RobustScenario] {
    [("base", growth), ("other", other)].map { name, growth in
      var organization = organization
      organization.scenario = name
      return RobustScenario(
        organization, traffic: .growing(ThreePoint(growth), like: organization))
    }
  }

  private static var short: Organization {
    var organization = PlanningCase.pair.organization
    organization.months = 15
    return organization
  }

  private func expectLaws(_ plan: RobustPlan, _ note: Comment) {
    let slack = 1e-6 * max(1, plan.robustCost)
    #expect(plan.valueOfStochasticSolution >= -slack, note)
    #expect(plan.valueOfInformation >= -slack, note)
    #expect(plan.bound <= plan.robustCost + slack, note)
    #expect(plan.knowingBound <= plan.knowingCost + slack, note)
    for candidate in plan.candidates {
      #expect(candidate.mean >= plan.robustCost, note)
      for scenario in plan.scenarios.indices {
        if let regret = plan.regret(candidate, in: scenario) { #expect(regret >= -slack, note) }
      }
    }
    for own in plan.plans {
      let first = own.seats.filter { $0.openMonth < plan.decidedBefore }
      #expect(first.map(\.opening).sorted(by: SeatOrder.isBefore) == plan.now, note)
    }
  }

  /// Knowing costs no more than deciding for all, and that no more than deciding for one.
  ///
  /// [Birge & Louveaux 2011]
  @Test(arguments: 0..<10)
  func noPlanForOneScenarioIsBetter(seed: Int) throws {
    var organization = PlanningCase.random(seed: seed).organization
    organization.months = min(organization.months, 15)
    var settings = RobustSettings()
    settings.futures = 40
    settings.work = SearchBudget(iterations: 5_000)
    settings.workTogether = SearchBudget(iterations: 15_000)
    let scenarios = Self.pair(organization, growth: -0.1, and: 0.6)
    let plan = try #require(try Self.plan(scenarios, settings: settings), "seed \(seed)")
    expectLaws(plan, "seed \(seed)")
  }

  /// One programme over both scenarios and one for each after its first quarter come to the same cost.
  @Test func theProgrammesAgree() throws {
    let plan = try #require(try Self.plan(Self.pair(Self.short, growth: 0, and: 0.8)))
    expectLaws(plan, "pair")
    #expect(plan.chosen.mean - plan.bound <= 1e-3 * plan.robustCost)
    #expect(!plan.triggers.isEmpty)
  }

  @Test func theSameTwiceIsNothingToBePreparedFor() throws {
    let plan = try #require(try Self.plan(Self.pair(Self.short, growth: 0.3, and: 0.3)))
    let slack = 1e-3 * plan.robustCost
    #expect(abs(plan.valueOfInformation) <= slack)
    #expect(abs(plan.valueOfStochasticSolution) <= slack)
    #expect(plan.triggers.allSatisfy { $0.isCertain })
    #expect(plan.triggers.allSatisfy { $0.scenarios == [0, 1] })
    let regret = try #require(plan.largestRegret)
    #expect(regret.amount <= slack)
  }

  @Test func theOrderOfScenariosDoesNotMatter() throws {
    let scenarios = Self.pair(Self.short, growth: 0, and: 0.8)
    let plan = try #require(try Self.plan(scenarios))
    let turned = try #require(try Self.plan(scenarios.reversed()))
    let slack = 1e-3 * plan.robustCost
    #expect(abs(plan.robustCost - turned.robustCost) <= slack)
    #expect(abs(plan.knowingCost - turned.knowingCost) <= slack)
    for (own, other) in zip(plan.knowing, turned.knowing.reversed()) {
      #expect(abs(own.total - other.total) <= slack)
    }
  }

  /// Who opens nothing yet is always compared, and can go on in every scenario.
  @Test func toWaitIsAlwaysPossible() throws {
    var organization = Self.short
    for budget in [nil, 0.0] {
      organization.policy.extraBudgetPerQuarter = budget
      let plan = try #require(try Self.plan(Self.pair(organization, growth: 0, and: 0.8)))
      expectLaws(plan, "budget \(String(describing: budget))")
      let wait = try #require(plan.candidate(.nothing))
      #expect(wait.seats.isEmpty && wait.mean < .infinity)
      #expect(budget == nil || plan.now.isEmpty)
    }
  }

  @Test(arguments: [1, 2, 4])
  func fewMonthsAreDecidedAtOnce(months: Int) throws {
    var organization = Self.short
    organization.months = months
    let plan = try #require(try Self.plan(Self.pair(organization, growth: 0, and: 0.8)))
    expectLaws(plan, "months \(months)")
    #expect(plan.decidedBefore == min(3, months))
    if months <= 3 { #expect(plan.triggers.isEmpty) }
  }

  @Test func oneSignIsSaidOnce() {
    let scenarios = Self.pair(Self.short, growth: 0, and: 0.8)
    let later = [0, 1].map { Seat(team: $0, level: 1, source: .inHouse, openMonth: 7) }
    let found = TriggerFinder(
      scenarios, plans: [.asIs, StaffingPlan(seats: later)], decidedBefore: 3
    ).triggers()
    #expect(found.count == 1 && found.first?.actions.count == 2)
  }

  @Test func signsTellWhatTheyAreFor() throws {
    let scenarios = Self.pair(Self.short, growth: 0, and: 0.8)
    let late = Seat(team: 0, level: 1, source: .inHouse, openMonth: 7)
    let always = Seat(team: 1, level: 1, source: .inHouse, openMonth: 7)
    let finder = TriggerFinder(
      scenarios,
      plans: [StaffingPlan(seats: [always]), StaffingPlan(seats: [always, late])],
      decidedBefore: 3)
    let found = finder.triggers()
    try #require(found.count == 2)
    #expect(found[0].isCertain && found[0].scenarios == [0, 1] && found[0].actions[0].team == 1)
    let sign = try #require(found[1].conditions.first)
    // The middle between today's traffic and 80 % a year more, of the quarter before.
    let grown = (3..<6).map { power(1.8, Double($0) / 12) }.reduce(0, +) / 3
    let above = try #require(sign.above)
    #expect(agree(above, (1 + grown) / 2) && sign.below == nil)
    #expect(found[1].fires == 1 && found[1].firesFalsely == 0 && found[1].scenarios == [1])
    #expect(found[1].month == 6 && found[1].observed == 3..<6)
  }

  @Test func aFreezeIsASignWhereTrafficIsNone() {
    var scenarios = Self.pair(Self.short, growth: 0.2, and: 0.2)
    scenarios[1].organization.hiring.freeze = (Self.short.start + 3)...(Self.short.start + 8)
    let later = Seat(team: 0, level: 1, source: .inHouse, openMonth: 9)
    func signs(_ plans: [StaffingPlan]) -> [Bool?] {
      TriggerFinder(scenarios, plans: plans, decidedBefore: 3).triggers().map(\.isFrozen)
    }
    #expect(signs([StaffingPlan(seats: [later]), .asIs]) == [false])
    #expect(signs([.asIs, StaffingPlan(seats: [later])]) == [true])
    #expect(signs([StaffingPlan(seats: [later]), StaffingPlan(seats: [later])]) == [nil])
  }

  @Test func aFreezeThatNobodyKnowsOfBeginsLater() {
    var scenarios = Self.pair(Self.short, growth: 0, and: 0)
    let start = Self.short.start
    scenarios[1].organization.hiring.freeze = start...(start + 11)
    let (later, moved) = RobustScenario.knowingNothing(scenarios, before: 3)
    #expect(moved == ["other"])
    #expect(later[1].organization.hiring.freeze == (start + 3)...(start + 11))
    scenarios[0].organization.hiring.freeze = start...(start + 2)
    #expect(RobustScenario.knowingNothing(scenarios, before: 3).moved.isEmpty)
  }

  @Test func onePlanIsForOneOrganization() {
    var scenarios = Self.pair(Self.short, growth: 0, and: 0)
    #expect(RobustScenario.obstacle(to: scenarios) == nil)
    #expect(RobustScenario.obstacle(to: [scenarios[0]]) == .single)
    scenarios[1].organization.teams.removeLast()
    #expect(
      RobustScenario.obstacle(to: scenarios) == .differs(scenario: "other", kind: "teams"))
  }
}
