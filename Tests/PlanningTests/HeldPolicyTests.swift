import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// Where the policy can be held at all, plans are lean; on calmer random organisations.
@Suite struct HeldPolicyTests {
  private static let seeds = 0..<30

  /// Nobody is short of recruiters, and teams start with people.
  private func calm(seed: Int) -> (organization: Organization, traffic: TrafficOutlook) {
    var random = SeededRandom(seed: seed + 500)
    var example = PlanningCase.pair
    for team in example.teams.indices {
      example.teams[team] = ExampleOrganization.team(
        "team\(team)", junior: random.count(0...2), mid: random.count(2...6),
        senior: random.count(1...4), layers: random.count(0...1))
      example.services[team].pages = .rate(ThreePoint(random.number(0...15)))
    }
    example.attritionPerYear = random.number(0...0.15)
    example.leadDays = random.number(20...120)
    var organization = example.organization
    organization.policy.graceMonths = 9
    let low = random.number(-0.1...0.5)
    let growth = ThreePoint(low: low, likely: low + 0.1, high: low + random.number(0.1...0.6))
    return (organization, .growing(growth, like: organization))
  }

  private func planned(
    _ organization: Organization, _ traffic: TrafficOutlook, _ strategy: Strategy
  ) throws -> (plan: StaffingPlan, judge: PolicyJudge) {
    let judge = PolicyJudge(
      StaffingModel(organization), courses: Courses(traffic, demandedBy: organization.policy))
    return (try HireUpTo(judge, strategy: strategy).plan(), judge)
  }

  @Test(arguments: seeds)
  func noSeatIsSpareOrEarly(seed: Int) throws {
    let (organization, traffic) = calm(seed: seed)
    for strategy in [Strategy.inHouse, .partner, .hybrid] {
      let (plan, judge) = try planned(organization, traffic, strategy)
      let missed = try judge.trial(of: plan).violation
      guard missed <= 1e-6 else { continue }
      for index in plan.seats.indices {
        var fewer = plan
        fewer.seats.remove(at: index)
        #expect(try judge.trial(of: fewer).violation > missed, "seed \(seed), \(strategy)")
        var later = plan
        later.seats[index].openMonth += 1
        #expect(try judge.trial(of: later).violation > missed, "seed \(seed), \(strategy)")
      }
    }
  }

  /// Only where the strict policy is held: a team that cannot be saved gets the seats that help.
  @Test(arguments: seeds)
  func aMoreGenerousPolicyNeverNeedsMoreSeats(seed: Int) throws {
    let (organization, traffic) = calm(seed: seed)
    var generous = organization
    generous.policy.coverage.threshold = 0.9
    generous.policy.seniorCoverage.threshold = 0.85
    let (strict, judge) = try planned(organization, traffic, .inHouse)
    guard try judge.trial(of: strict).violation <= 1e-6 else { return }
    let loose = try planned(generous, traffic, .inHouse).plan
    #expect(loose.seats.count <= strict.seats.count, "seed \(seed)")
  }

  @Test func someOfTheseOrganisationsNeedSeatsAndHoldTheirPolicyWithThem() throws {
    let held = try Self.seeds.count { seed in
      let (organization, traffic) = calm(seed: seed)
      let (plan, judge) = try planned(organization, traffic, .inHouse)
      return try !plan.seats.isEmpty && judge.trial(of: plan).violation <= 1e-6
    }
    #expect(held > 5)
  }
}
