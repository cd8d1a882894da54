import CadreTestSupport
import Organization
import Planning

@testable import Simulation

extension TrafficOutlook {
  /// Every driver grows by `growth` a year, with equally likely courses between its ends.
  static func growing(_ growth: ThreePoint, like organization: Organization) -> TrafficOutlook {
    let months = organization.months + 6
    func path(_ perYear: Double) -> [Double] {
      (0..<months).map { power(1 + perYear, Double($0) / 12) }
    }
    let count = 40
    let paths = (0..<count).map { sample in
      let share = (Double(sample) + 0.5) / Double(count)
      return path(growth.low + share * (growth.high - growth.low))
    }
    let driver = DriverOutlook(
      means: paths, peaks: paths, basis: .growth(growth, isAssumed: false))
    return TrafficOutlook(
      drivers: organization.drivers.map { _ in driver }, months: months)
  }

  static func growing(by perYear: Double, like organization: Organization) -> TrafficOutlook {
    growing(ThreePoint(perYear), like: organization)
  }
}

extension Planner {
  static func recommend(
    for organization: Organization, growth: ThreePoint = ThreePoint(0),
    strategies: Set<Strategy> = Set(Strategy.allCases)
  ) -> Recommendation {
    recommend(
      for: organization, traffic: .growing(growth, like: organization), strategies: strategies)
  }
}

extension Recommendation {
  func outcome(of strategy: Strategy) -> StrategyOutcome? {
    outcomes.first { $0.strategy == strategy }
  }
}

/// Organisations that plans are made for in tests.
enum PlanningCase {
  /// Enough people, half of their time for a roadmap that they can do.
  static var healthy: ExampleOrganization {
    ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: 5, senior: 4, roadmapHours: 300)],
      services: [ExampleOrganization.service(pages: 4)])
  }

  /// Two people who share a pager with two layers.
  static var short: ExampleOrganization {
    ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: 2, senior: 2, roadmapHours: 300)],
      services: [ExampleOrganization.service(pages: 6, upkeep: 90, toil: 90)])
  }

  /// Two short teams and a partner that may do all but pci.
  static var pair: ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team("one", mid: 2, senior: 2, roadmapHours: 300),
        ExampleOrganization.team("two", junior: 1, mid: 2, senior: 1, roadmapHours: 250),
      ],
      services: [
        ExampleOrganization.service("a", team: 0, pages: 6, upkeep: 90, toil: 90),
        ExampleOrganization.service("b", team: 1, pages: 9, upkeep: 60, toil: 40),
      ])
    example.attritionPerYear = 0.1
    example.partners = [
      ExampleOrganization.partner(
        leadMonths: 1, rampMonths: 2, productivity: 0.9, oversight: 0.1, takesPager: true)
    ]
    return example
  }

  /// A random organisation and growth.
  static func random(seed: Int) -> (organization: Organization, traffic: TrafficOutlook) {
    var random = SeededRandom(seed: seed)
    var organization = RandomOrganization.make(using: &random)
    // Plans over years take as long again for nothing new.
    organization.months = min(organization.months, 30)
    if random.chance(0.3) { organization.policy.maxNewSeats = random.count(0...6) }
    if random.chance(0.3) {
      organization.policy.extraBudgetPerQuarter = random.number(0...400_000)
    }
    let low = random.number(-0.3...0.3)
    let growth = ThreePoint(low: low, likely: low + 0.1, high: low + random.number(0.1...1))
    return (organization, .growing(growth, like: organization))
  }
}

/// Whether two numbers agree to a billionth, relative to the larger or to 1.
func agree(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
}
