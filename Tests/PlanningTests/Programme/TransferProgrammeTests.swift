import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// People who change teams as columns of the programme: the check knows them too, and trying every plan
/// finds nothing better.
@Suite struct TransferProgrammeTests {
  /// A team that is short and one with so many people that it has work for half of them.
  static func uneven(spare: Int = 8) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team("short", mid: 3, senior: 2, roadmapHours: 420),
        ExampleOrganization.team("spare", mid: spare, senior: 4, roadmapHours: 150),
      ],
      services: [
        ExampleOrganization.service("a", team: 0, pages: 6, upkeep: 90, toil: 90),
        ExampleOrganization.service("b", team: 1, pages: 3, upkeep: 30, toil: 10),
      ])
    example.months = 12
    example.attritionPerYear = 0.1
    return example
  }

  private static func found(
    _ example: ExampleOrganization, strategy: Strategy = .inHouse
  ) -> ProgrammeCase {
    let organization = example.organization
    return ProgrammeCase(
      organization, .growing(by: 0.2, like: organization), strategy: strategy)
  }

  private static func optimiser(
    _ organization: Organization, hasTransfers: Bool = true
  ) throws -> Optimiser {
    var settings = OptimiserSettings()
    (settings.futures, settings.rounds, settings.gap) = (60, 2, 1e-3)
    settings.seconds = 60
    settings.hasTransfers = hasTransfers
    let traffic = TrafficOutlook.growing(by: 0.2, like: organization)
    return Optimiser(
      FuturePlan(organization, traffic: traffic, seed: 1), traffic: traffic.mean,
      solver: try Highs(), settings: settings, watch: .none, perform: onePieceAfterAnother)
  }

  private static func plan(
    _ organization: Organization, hasTransfers: Bool = true, _ strategy: Strategy = .inHouse
  ) throws -> StaffingPlan {
    let optimiser = try optimiser(organization, hasTransfers: hasTransfers)
    return try #require(try optimiser.solve(strategy, from: .asIs).best).plan
  }

  // MARK: What is decided

  /// Who is to spare moves, as nobody has to be found, and fewer are hired than without moves.
  @Test func whoIsToSpareMovesBeforeAnybodyIsHired() throws {
    let organization = Self.uneven().organization
    let moved = try Self.plan(organization)
    let hired = try Self.plan(organization, hasTransfers: false)
    #expect(!moved.transfers.isEmpty && hired.transfers.isEmpty)
    #expect(moved.transfers.allSatisfy { $0.from == 1 && $0.to == 0 })
    #expect(!hired.seats.isEmpty && moved.seats.count < hired.seats.count, "\(moved) \(hired)")
  }

  @Test func whereNobodyIsToSpareSomebodyIsHired() throws {
    var example = Self.uneven(spare: 2)
    example.teams[1] = ExampleOrganization.team("spare", mid: 2, senior: 1, roadmapHours: 250)
    let plan = try Self.plan(example.organization)
    #expect(plan.transfers.isEmpty && !plan.seats.isEmpty)
  }

  /// The longer it takes to learn another team's work the less a programme has of it.
  @Test func aLongerRampNeverMakesProgrammesCheaper() throws {
    var last = 0.0
    for share in [0, 0.5, 1.0] {
      var example = Self.uneven()
      example.rampMonths = 9
      example.assumptions[.rampTransfer] = share
      let found = Self.found(example)
      let programme = found.programme(found.options, Self.all(found))
      let outcome = try Highs().solve(programme.linear, limits: SolverLimits(gap: 1e-6))
      let objective = try #require(outcome.solution).objective
      #expect(objective >= last * (1 - 1e-5), "\(share)")
      last = objective
    }
  }

  /// All transfers that the rules for choosing would look at, whatever the ramp.
  private static func all(_ found: ProgrammeCase) -> [TransferOption] {
    [0, 3, 6].flatMap { month in
      (1...2).map { level in
        TransferOptions(model: found.model).option(
          of: Transfer(level: level, from: 1, to: 0, month: month))
      }
    }
  }

  /// What may be decided need not be.
  @Test func transfersNeverMakeProgrammesDearer() throws {
    let found = Self.found(Self.uneven())
    #expect(!found.transfers.isEmpty)
    let limits = SolverLimits(gap: 1e-6)
    let with = try Highs().solve(
      found.programme(found.options, found.transfers).linear, limits: limits)
    let without = try Highs().solve(found.programme(found.options, []).linear, limits: limits)
    let (less, more) = (
      try #require(with.solution).objective, try #require(without.solution).objective
    )
    #expect(less < more)
  }

  @Test func theOrderOfTeamsDoesNotMatter() throws {
    var example = Self.uneven()
    let one = try Self.plan(example.organization)
    example.teams.swapAt(0, 1)
    for service in example.services.indices {
      example.services[service].owners = [.team(1 - service)]
    }
    let other = try Self.plan(example.organization)
    #expect(one.transfers.count == other.transfers.count, "\(one) \(other)")
    #expect(other.transfers.allSatisfy { $0.from == 0 && $0.to == 1 })
  }

  // MARK: The programme beside other reckonings

  /// The cheapest of all plans of a few options by trying each; only the check judges.
  @Test(arguments: 0..<6)
  func nothingBeatsWhatIsFound(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var example = Self.uneven(spare: random.count(3...9))
    example.rampMonths = random.number(2...9)
    example.hiring.costPerHire = ThreePoint(random.number(0...60_000))
    let found = Self.found(example)
    let hires = (0..<2).map { team in
      found.options[team].filter { $0.seat.level == 1 && $0.seat.openMonth == 2 * team }
    }
    let transfers = [(1, 0), (2, 3)].map { level, month in
      TransferOptions(model: found.model).option(
        of: Transfer(level: level, from: 1, to: 0, month: month))
    }
    var best = Double.infinity
    for code in 0..<256 {
      let times = (0..<4).map { code >> (2 * $0) & 3 }
      var plan = StaffingPlan()
      for team in 0..<2 {
        for option in hires[team] {
          plan.seats += [Seat](repeating: option.seat, count: times[team])
        }
      }
      for (place, option) in transfers.enumerated() {
        plan.transfers += [Transfer](repeating: option.transfer, count: times[2 + place])
      }
      best = min(best, found.objective(of: plan) ?? .infinity)
    }
    let linear = found.programme(hires, transfers).limited(to: 3)
    let outcome = try Highs().solve(linear, limits: SolverLimits(gap: 1e-7))
    let objective = try #require(outcome.solution).objective
    #expect(abs(objective - best) <= 1e-5 * best, "seed \(seed): \(objective) \(best)")
  }

  /// With everything given, the programme costs what the check says, on organisations that nobody
  /// would think of.
  @Test(arguments: 0..<30)
  func theCheckAndTheProgrammeAgree(seed: Int) throws {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    guard organization.teams.count > 1 else { return }
    let found = ProgrammeCase(organization, traffic, strategy: .inHouse)
    let options = TransferOptions(model: found.model)
    var random = SeededRandom(seed: 3_000 + seed)
    let transfers = (0..<4).map { _ in
      let from = random.count(0...(organization.teams.count - 1))
      return Transfer(
        level: random.count(0...3), from: from, to: (from + 1) % organization.teams.count,
        month: random.count(0...(organization.months - 1)))
    }
    let plan = StaffingPlan(transfers: transfers)
    let chosen = Set(transfers).sorted {
      ($0.month, $0.level, $0.from) < ($1.month, $1.level, $1.from)
    }
    .map(options.option)
    let none = found.settings.map { _ in [SeatOption]() }
    var linear = found.programme(none, chosen).linear
    let start = found.programme(none, chosen).start(plan)
    for column in linear.variables where linear.isWhole[column.index] {
      linear.bound(column, to: (start[column.index], start[column.index]))
    }
    let objective = found.objective(of: plan)
    let outcome = try Highs().solve(linear.relaxed)
    guard let solution = outcome.solution else {
      #expect(objective == nil, "seed \(seed): \(outcome)")
      return
    }
    let reckoned = try #require(objective, "seed \(seed)")
    #expect(
      abs(reckoned - solution.objective) <= 1e-5 * max(1, reckoned),
      "seed \(seed): \(reckoned) \(solution.objective)")
  }

  // MARK: Who may go

  @Test func teamsKeepAnOwnerADeputyAndHalfOfTheirPeople() {
    let found = Self.found(Self.uneven())
    func most(_ level: Int, _ team: Int) -> Int { found.transferLimits.most(of: level, from: team) }
    #expect(most(1, 1) == 6 && most(2, 1) == 4 && most(3, 1) == 0)
    #expect(most(1, 0) == 2 && most(2, 0) == 2)
    let all = [Transfer](
      repeating: Transfer(level: 1, from: 1, to: 0, month: 0), count: 7)
    #expect(found.objective(of: StaffingPlan(transfers: all)) == nil)
  }

  @Test func peopleStayInTheirRegionAndAtTheirSite() {
    var example = Self.uneven()
    #expect(TransferOptions(model: Self.found(example).model).isPossible(from: 1, to: 0))
    example.teams[0].rota = Rota(
      layers: 1, sites: [Site(name: "far", zone: "Asia/Tokyo", offsetHours: (9, 9))])
    #expect(!TransferOptions(model: Self.found(example).model).isPossible(from: 1, to: 0))
    example.teams[0].rota = nil
    #expect(TransferOptions(model: Self.found(example).model).isPossible(from: 1, to: 0))
  }

  /// Who knows nothing of what the other team's services need would have to learn all of it.
  @Test func peopleGoWhereTheyKnowHalfOfWhatIsNeeded() {
    var organization = Self.uneven().organization
    organization.teams[0].competencies = [:]
    organization.teams[1].competencies = [:]
    let needed = organization.competencyNeeds()[0].map(\.competency)
    #expect(
      TransferOptions(model: StaffingModel(organization)).isPossible(from: 1, to: 0)
        == needed.isEmpty)
    organization.teams[1].competencies = Dictionary(
      uniqueKeysWithValues: needed.map { ($0, 1) })
    #expect(TransferOptions(model: StaffingModel(organization)).isPossible(from: 1, to: 0))
  }

  /// Somebody who leaves takes as much as she brings where nothing has to be learnt.
  @Test func withoutARampTheHalvesAddUpToNothing() {
    var example = Self.uneven()
    example.assumptions[.rampTransfer] = 0
    let option = TransferOptions(model: Self.found(example).model).option(
      of: Transfer(level: 1, from: 1, to: 0, month: 3))
    for month in 0..<12 {
      let (loss, gain) = (option.loss.expected(in: month), option.gain.expected(in: month))
      #expect(agree(loss.present + gain.present, 0) && agree(loss.hours + gain.hours, 0))
      #expect(agree(loss.callReady + gain.callReady, 0))
      #expect(loss.hours <= 0 && gain.hours >= 0)
    }
  }
}
