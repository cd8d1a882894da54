import CadreTestSupport
import Dispatch
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// What must not matter to a search does not, and what cannot be does not trap.
@Suite struct OptimiserTests {
  private static func settings(
    gap: Double = 0.01, iterations: Int = 24_000, futures: Int = 40, rounds: Int = 2
  ) -> OptimiserSettings {
    var settings = OptimiserSettings()
    settings.gap = gap
    (settings.seconds, settings.leastIterations) = (3_600, iterations)
    settings.futures = futures
    settings.rounds = rounds
    return settings
  }

  private static let severalThreads: Pieces = { count, body in
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }

  private static func solve(
    _ organization: Organization, _ traffic: TrafficOutlook? = nil,
    settings: OptimiserSettings = settings(), strategy: Strategy = .hybrid,
    locked: [Seat] = [], perform: @escaping Pieces = onePieceAfterAnother
  ) throws -> OptimiserOutcome {
    let traffic = traffic ?? .growing(by: 0.2, like: organization)
    let plan = FuturePlan(organization, traffic: traffic, seed: 1)
    let optimiser = Optimiser(
      plan, traffic: traffic.mean, solver: try Highs(), settings: settings, watch: .none,
      perform: perform)
    return try optimiser.solve(strategy, from: .asIs, locked: locked)
  }

  private static var pair: Organization {
    var example = PlanningCase.pair
    example.months = 12
    return example.organization
  }

  // MARK: What must not matter

  /// Two optima may be alike, so that money is compared up to the gap.
  @Test func theOrderOfTeamsDoesNotMatter() throws {
    let organization = Self.pair
    var turned = organization
    turned.teams.swapAt(0, 1)
    for service in turned.services.indices {
      turned.services[service].owners = turned.services[service].owners.map { owner in
        switch owner {
        case .team(let team): .team(1 - team)
        case .notATeam: owner
        }
      }
    }
    let settings = Self.settings(gap: 1e-4, rounds: 1)
    let one = try #require(try Self.solve(organization, settings: settings).best)
    let other = try #require(try Self.solve(turned, settings: settings).best)
    #expect(abs(one.money - other.money) < 3e-4 * one.money, "\(one.money) \(other.money)")
    let counts = (0..<2).map { team in one.plan.seats.count { $0.team == team } }
    let back = (0..<2).map { team in other.plan.seats.count { $0.team == 1 - team } }
    #expect(zip(counts, back).allSatisfy { abs($0 - $1) <= 1 }, "\(counts) \(back)")
  }

  @Test(arguments: [0.01, 150])
  func theCurrencyDoesNotMatter(factor: Double) throws {
    var organization = Self.pair
    organization.policy.extraBudgetPerQuarter = 90_000
    var other = organization
    for level in other.levels.indices {
      other.levels[level].salaryPerYear = other.levels[level].salaryPerYear.scaled(by: factor)
    }
    other.hiring.costPerHire = other.hiring.costPerHire.scaled(by: factor)
    for partner in other.partners.indices {
      other.partners[partner].ratePerHour = other.partners[partner].ratePerHour.map {
        $0?.scaled(by: factor)
      }
    }
    other.policy.extraBudgetPerQuarter = 90_000 * factor
    let settings = Self.settings(gap: 1e-4, rounds: 1)
    let one = try #require(try Self.solve(organization, settings: settings).best)
    let scaled = try #require(try Self.solve(other, settings: settings).best)
    #expect(
      abs(one.money - scaled.money / factor) < 3e-4 * one.money,
      "\(one.money) \(scaled.money / factor)")
    #expect(
      abs(one.plan.seats.count - scaled.plan.seats.count) <= 1,
      "\(one.plan.seats) \(scaled.plan.seats)")
  }

  @Test func theSameSeedIsTheSamePlanOnAnyNumberOfThreads() throws {
    let one = try Self.solve(Self.pair)
    let again = try Self.solve(Self.pair)
    let several = try Self.solve(Self.pair, perform: Self.severalThreads)
    #expect(one.rounds == again.rounds)
    #expect(one.rounds == several.rounds)
    #expect(one.best != nil)
  }

  // MARK: What plans keep to

  /// Everything that is shared and all the seats that there may be.
  @Test(arguments: 0..<12)
  func plansKeepToWhatIsShared(seed: Int) throws {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let outcome = try Self.solve(
      organization, traffic, settings: Self.settings(iterations: 15_000),
      perform: Self.severalThreads)
    let found = ProgrammeCase(organization, traffic)
    let quarters = Quarters.all(of: organization.months)
    for round in outcome.rounds {
      let seats = round.plan.seats
      #expect(seats.count <= organization.policy.maxNewSeats ?? .max, "seed \(seed)")
      for months in quarters {
        let cost = seats.reduce(0) { $0 + PlanCost.cost(of: $1, in: months, of: found.model) }
        #expect(
          cost <= (organization.policy.extraBudgetPerQuarter ?? .infinity) * (1 + 1e-9) + 1e-3,
          "seed \(seed)")
      }
      #expect(round.gap >= 0 && round.money >= 0 && (0...1).contains(round.kept), "seed \(seed)")
    }
    #expect(!outcome.rounds.isEmpty, "seed \(seed)")
  }

  @Test func withoutMoneyNobodyIsHired() throws {
    var organization = Self.pair
    organization.policy.extraBudgetPerQuarter = 0
    let best = try #require(try Self.solve(organization).best)
    #expect(best.plan.seats.isEmpty)
  }

  @Test func withoutSeatsNobodyIsHired() throws {
    var organization = Self.pair
    organization.policy.maxNewSeats = 0
    let best = try #require(try Self.solve(organization).best)
    #expect(best.plan.seats.isEmpty)
  }

  /// What may be hired and rented may also be hired only.
  @Test func moreWaysAreNeverDearer() throws {
    let found = ProgrammeCase(Self.pair, .growing(by: 0.2, like: Self.pair))
    let limits = SolverLimits(gap: 1e-4)
    func least(_ strategy: Strategy) throws -> Double {
      let offered = SeatOptions(model: found.model, strategy: strategy)
      let programme = found.programme(options: found.settings.indices.map(offered.all))
      return try #require(try Highs().solve(programme.linear.relaxed, limits: limits).solution)
        .objective
    }
    let (hybrid, hires) = (try least(.hybrid), try least(.inHouse))
    #expect(hybrid <= hires * (1 + 1e-9))
  }

  // MARK: What cannot be

  @Test(arguments: [0, 0.001, 0.05, 0.3])
  func aShortTimeGivesAPlanOrNone(seconds: Double) throws {
    var settings = Self.settings(gap: 0, rounds: 3)
    settings.seconds = seconds
    let outcome = try Self.solve(PlanningCase.pair.organization, settings: settings)
    for round in outcome.rounds { #expect(round.gap >= 0 && round.cost.isFinite) }
    #expect(outcome.best != nil || outcome.rounds.isEmpty)
  }

  @Test func oneMonthIsAHorizon() throws {
    var example = PlanningCase.pair
    example.months = 1
    let outcome = try Self.solve(example.organization)
    #expect(outcome.best != nil)
  }

  @Test func teamsWithoutSeniorsGetSome() throws {
    var example = PlanningCase.pair
    example.months = 18
    example.teams[0] = ExampleOrganization.team("one", junior: 2, mid: 2, roadmapHours: 200)
    let best = try #require(try Self.solve(example.organization).best)
    #expect(
      best.plan.seats.contains { $0.team == 0 && $0.level >= 2 && $0.source == .inHouse },
      "\(best.plan.seats)")
  }

  @Test func teamsWithoutAnybodyGetSome() throws {
    var example = PlanningCase.pair
    example.months = 12
    example.teams[0] = ExampleOrganization.team("one", roadmapHours: 200)
    let best = try #require(try Self.solve(example.organization).best)
    #expect(best.plan.seats.contains { $0.team == 0 })
  }

  /// Seats for nothing are taken as far as they help, and trap nobody.
  @Test(arguments: [0, 1e-9])
  func partnersMayCostNothing(rate: Double) throws {
    var organization = Self.pair
    organization.partners[0].ratePerHour = organization.levels.map { _ in ThreePoint(rate) }
    organization.policy.extraBudgetPerQuarter = 0.01
    let best = try #require(try Self.solve(organization).best)
    #expect(best.plan.seats.allSatisfy { $0.source.isPartner })
  }

  /// All of the work in all futures cannot be promised; the plan says how much it misses.
  @Test func aPolicyThatNobodyCanKeepIsMissed() throws {
    var organization = Self.pair
    let always = ChanceConstraint(threshold: 1, probability: 1)
    organization.policy.coverage = always
    organization.policy.seniorCoverage = always
    organization.policy.onCallShare = ChanceConstraint(threshold: 0.01, probability: 1)
    organization.policy.burnout = ChanceConstraint(threshold: 0, probability: 1)
    let best = try #require(
      try Self.solve(organization, settings: Self.settings(iterations: 9_000)).best)
    #expect(best.missed > 0 && best.kept < 1)
  }

  @Test func nobodyMayBeHiredInAFreezeOfAllMonths() throws {
    var organization = Self.pair
    organization.partners = []
    organization.hiring.freeze = organization.start...(organization.start + 40)
    let best = try #require(try Self.solve(organization).best)
    #expect(best.plan.seats.isEmpty)
  }

  // MARK: Seats that somebody insists on

  /// Whoever insists on a seat may break what it breaks: the share of partners, money, seats.
  @Test(arguments: [SeatSource.partner(0), .inHouse], [2, 7])
  func lockedSeatsAreOpenedWhateverTheyBreak(source: SeatSource, count: Int) throws {
    var organization = Self.pair
    organization.policy.maxNewSeats = 3
    organization.policy.extraBudgetPerQuarter = 20_000
    let seat = Seat(team: 0, level: 1, source: source, openMonth: 1)
    let best = try #require(
      try Self.solve(organization, locked: [Seat](repeating: seat, count: count)).best)
    #expect(best.plan.seats.count { $0 == seat } >= count)
  }
}
