import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// Promotions as columns of the programme: no more than may be, and the check knows them too.
@Suite struct RiseProgrammeTests {
  /// A team with work for seniors that its two cannot do, and mids who have the months.
  private static func organization(
    mids: Int = 5, after months: Int? = 24, perYear: Double = 0.4
  ) -> Organization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team("one", mid: mids, senior: 1, roadmapHours: 500)],
      services: [ExampleOrganization.service("a", team: 0, pages: 6, upkeep: 90, toil: 90)])
    example.months = 24
    example.assumptions[.promotionPerYear] = perYear
    var organization = example.organization
    organization.levels[1].promotedAfterMonths = months
    return organization
  }

  private static func found(_ organization: Organization) -> ProgrammeCase {
    ProgrammeCase(organization, .growing(by: 0.2, like: organization), strategy: .inHouse)
  }

  private static func plan(_ organization: Organization) throws -> StaffingPlan {
    var settings = OptimiserSettings()
    (settings.futures, settings.rounds, settings.gap, settings.seconds) = (60, 2, 1e-3, 30)
    let traffic = TrafficOutlook.growing(by: 0.2, like: organization)
    let optimiser = Optimiser(
      FuturePlan(organization, traffic: traffic, seed: 1), traffic: traffic.mean,
      solver: try Highs(), settings: settings, watch: .none, perform: onePieceAfterAnother)
    return try #require(try optimiser.solve(.inHouse, from: .asIs).best).plan
  }

  /// Five times two fifths is two a year.
  @Test func noMoreRiseThanWouldBeExpectedTo() throws {
    let organization = Self.organization()
    let options = RiseOptions(model: StaffingModel(organization))
    #expect(options.most(of: 1, at: 0, inYear: 0) == 2)
    #expect(!options.all(at: 0).isEmpty && options.all(at: 0).allSatisfy { $0.seat.level == 1 })
    let rise = Rise(team: 0, level: 1, month: 3)
    #expect(options.allows([rise, rise]) && !options.allows([rise, rise, rise]))
    let plan = try Self.plan(organization)
    #expect(options.allows(plan.rises) && !plan.rises.isEmpty, "\(plan)")
  }

  @Test func nobodyRisesWhereNobodyWould() throws {
    for organization in [
      Self.organization(mids: 2), Self.organization(after: nil), Self.organization(after: 240),
      Self.organization(perYear: 0),
    ] {
      #expect(RiseOptions(model: StaffingModel(organization)).all(at: 0).isEmpty)
    }
    #expect(try Self.plan(Self.organization(after: nil)).rises.isEmpty)
  }

  /// The cheapest of all plans of a hire and a promotion by trying each; only the check judges.
  @Test(arguments: [2, 5, 8])
  func nothingBeatsWhatIsFound(mids: Int) throws {
    let found = Self.found(Self.organization(mids: mids))
    let hires = found.options[0].filter { $0.seat.level == 2 && $0.seat.openMonth == 0 }
    let halves = RiseOptions(model: found.model).all(at: 0).filter { $0.seat.openMonth < 6 }
    let months = Set(halves.map(\.seat.openMonth)).sorted()
    var best = Double.infinity
    for hired in 0...3 {
      for first in 0...(months.isEmpty ? 0 : 3) {
        for later in 0...(months.count > 1 ? 3 : 0) {
          let rises = zip(months, [first, later]).flatMap { month, times in
            [Rise](repeating: Rise(team: 0, level: 1, month: month), count: times)
          }
          let seats = hires.flatMap { [Seat](repeating: $0.seat, count: hired) }
          guard RiseOptions(model: found.model).allows(rises) else { continue }
          let plan = StaffingPlan(seats: seats, rises: rises)
          best = min(best, found.objective(of: plan) ?? .infinity)
        }
      }
    }
    let linear = found.programme([hires + halves], []).limited(to: 3)
    let objective = try #require(
      try Highs().solve(linear, limits: SolverLimits(gap: 1e-7)).solution
    ).objective
    #expect(abs(objective - best) <= 1e-5 * best, "\(objective) \(best)")
  }

  /// Who rises is one senior more and one mid less, and costs the difference.
  @Test func aRiseIsADifferenceOfTwoLevels() {
    let organization = Self.organization(perYear: 0)
    let model = StaffingModel(organization)
    let halves = RiseOptions(model: model).halves(of: Rise(team: 0, level: 1, month: 0))
    for month in 0..<24 {
      let cells = halves.map { $0.expected(in: month) }
      #expect(agree(cells.reduce(0) { $0 + $1.present }, 0))
      let cost = cells.reduce(0) { $0 + $1.cost }
      #expect(agree(cost, model.levels[2].costPerMonth - model.levels[1].costPerMonth))
    }
    #expect(halves.map(\.isLoss) == [true, false] && halves.map(\.isSenior) == [false, true])
  }
}
