import Foundation
import LinearProgramming
import Testing

/// Staffing problems whose answers are formulas, as small programmes.
///
/// Permanent people cost `c_p` a month, flexible ones `c_f` when used; work is `D` persons. Formulas
/// and numbers are those of the evidence on headcount, 4.4 (1) to (7); the numbers were found there by
/// other means.
@Suite struct ClosedFormTests {
  private static let permanent = 15_000.0
  private static let flexible = 22_000.0

  /// Equally likely values of a normal distribution, mean 20 and deviation 5.
  private static let normal: [Double] = (0..<count).map {
    20 + 5 * quantile((Double($0) + 0.5) / Double(count))
  }
  private static let count = 500

  /// By bisection on the error function: nothing is shared with what is tested.
  private static func quantile(_ fraction: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if erfc(-middle / 2.0.squareRoot()) / 2 < fraction { low = middle } else { high = middle }
    }
    return low
  }

  /// Poisson probabilities as scenarios.
  private static func poisson(_ mean: Double) -> [(work: Double, weight: Double)] {
    var weight = exp(-mean)
    return (0...80).map { work in
      defer { weight *= mean / Double(work + 1) }
      return (Double(work), weight)
    }
  }

  private struct Costs {
    var permanent = ClosedFormTests.permanent
    var flexible = ClosedFormTests.flexible
    /// Of an idle permanent person.
    var idle = 0.0
    /// Retained flexible people: what the right to one costs, what using it costs.
    var option: (fee: Double, use: Double)?
  }

  private struct Answer {
    var permanent: Double
    var retained: Double
    var cost: Double
  }

  /// Permanent people, retained ones and what is bought as it comes, over scenarios.
  private static func best(
    _ scenarios: [(work: Double, weight: Double)], _ costs: Costs, isWhole: Bool = false
  ) throws -> Answer {
    var program = LinearProgram()
    let permanent = program.variable("permanent", cost: costs.permanent, isWhole: isWhole)
    let retained = program.variable(
      "retained", in: (0, costs.option == nil ? 0 : .infinity), cost: costs.option?.fee ?? 0)
    for (work, weight) in scenarios {
      let bought = program.variable(cost: weight * costs.flexible)
      let idle = program.variable(cost: -weight * costs.idle)
      let used = program.variable(cost: weight * (costs.option?.use ?? 0))
      program.require([.init(1, used), .init(-1, retained)], atMost: 0)
      program.require(
        [.init(1, permanent), .init(1, used), .init(1, bought), .init(-1, idle)], equals: work)
    }
    let outcome = try Highs().solve(program, limits: SolverLimits(gap: 0))
    let found = try #require(outcome.solution)
    return Answer(
      permanent: found[permanent], retained: found[retained], cost: found.objective)
  }

  private static var normalScenarios: [(work: Double, weight: Double)] {
    normal.map { ($0, 1 / Double(count)) }
  }

  /// Two neighbouring values of the sample, where the density is least of those asked for.
  private static let step = 0.05

  @Test func aTheCriticalFractile() throws {
    let found = try Self.best(Self.normalScenarios, Costs())
    #expect(abs(found.permanent - 17.636) < Self.step)
    #expect(
      abs(found.permanent - (20 + 5 * Self.quantile(7_000 / 22_000.0))) < Self.step)
    // The sample's tails are cut: a thousandth of the cost.
    #expect(abs(found.cost - 339_243) < 339)
  }

  /// The smallest N with P(D > N) ≤ c_p / c_f, in whole people.
  @Test(arguments: [(20.0, 22_000.0), (20, 16_000), (20, 60_000), (6, 22_000), (2.5, 30_000)])
  func wholePeopleByTheCriticalFractile(mean: Double, flexible: Double) throws {
    let scenarios = Self.poisson(mean)
    let found = try Self.best(scenarios, Costs(flexible: flexible), isWhole: true)
    var (most, above) = (0.0, 1.0)
    for (work, weight) in scenarios {
      above -= weight
      most = work
      if above <= Self.permanent / flexible { break }
    }
    #expect(found.permanent == most)
    if mean == 20, flexible == 22_000 { #expect(most == 18) }
  }

  /// Where flexible people cost no more, nobody is permanent.
  @Test func nobodyIsPermanentWhereFlexibleIsCheaper() throws {
    let found = try Self.best(Self.normalScenarios, Costs(flexible: 14_000))
    #expect(found.permanent == 0)
    #expect(abs(found.cost - 14_000 * 20) < 1)
  }

  @Test func bIdlePeopleAreWorthSomething() throws {
    let found = try Self.best(Self.normalScenarios, Costs(idle: 5_000))
    #expect(abs(found.permanent - 18.885) < Self.step)
    #expect(abs(found.permanent - (20 + 5 * Self.quantile(7_000 / 17_000.0))) < Self.step)
  }

  @Test func cRetainedPeopleNestTheFractiles() throws {
    let costs = Costs(flexible: 45_000, option: (3_000, 20_000))
    let found = try Self.best(Self.normalScenarios, costs)
    #expect(abs(found.permanent - 18.733) < Self.step)
    #expect(abs(found.permanent + found.retained - (18.733 + 7.142)) < 2 * Self.step)
    #expect(abs(found.cost - 363_639.31) < 364)
    // Where the retainer's fee is too high there is none, and the shortage alone decides.
    let dear = try Self.best(Self.normalScenarios, Costs(flexible: 45_000, option: (9_000, 20_000)))
    #expect(dear.retained < 1e-6)
    #expect(abs(dear.permanent - (20 + 5 * Self.quantile(30_000 / 45_000.0))) < Self.step)
    // Where it is low, nobody is permanent. With r = 1,000 and e = 13,000, (c_p - r) / e > 1.
    let cheap = try Self.best(
      Self.normalScenarios, Costs(flexible: 45_000, option: (1_000, 13_000)))
    #expect(cheap.permanent < 1e-6 + Self.normal[0])
  }

  @Test func dAKnownProfile() throws {
    let profile = [18.0, 19, 20, 20, 21, 24, 30, 26, 22, 21, 20, 20]
    let scenarios = profile.map { (work: $0, weight: 1.0) }
    let costs = Costs(permanent: 12 * Self.permanent)
    let found = try Self.best(scenarios, costs, isWhole: true)
    #expect(found.permanent == 20)
    let enumerated = (0...40).map { people in
      profile.reduce(costs.permanent * Double(people)) {
        $0 + Self.flexible * max(0, $1 - Double(people))
      }
    }
    #expect(found.cost == enumerated.min())
  }

  /// Not knowing costs c_f σ φ(z), and nothing else.
  @Test func eUncertaintyCostsWhatTheDensitySays() throws {
    let found = try Self.best(Self.normalScenarios, Costs())
    let place = Self.quantile(1 - Self.permanent / Self.flexible)
    let density = exp(-place * place / 2) / (2 * Double.pi).squareRoot()
    let uncertain = Self.flexible * 5 * density
    #expect(abs(found.cost - Self.permanent * 20 - uncertain) < 0.01 * uncertain)
  }

  /// A plan for the mean costs more than one for all that may come, and knowing would cost less.
  /// [Birge & Louveaux 2011, value of the stochastic solution]
  @Test func knowingIsWorthSomethingAndSoIsReckoningWithChance() throws {
    let best = try Self.best(Self.normalScenarios, Costs()).cost
    let forTheMean = Self.normal.reduce(Self.permanent * 20) {
      $0 + Self.flexible * max(0, $1 - 20) / Double(Self.count)
    }
    let knowing = Self.permanent * Self.normal.reduce(0, +) / Double(Self.count)
    #expect(knowing < best && best < forTheMean)
    #expect(abs(forTheMean - 343_884) < 344)
  }

  /// Hire now, or rent until it is known whether the need stays: they cost the same where it does
  /// with probability 1 - (c_f - w) τ / (H + S). [evidence 4.4 (8)]
  @Test(arguments: [0.1, 0.4, 0.6, 0.9])
  func waitingPaysWhereTheNeedIsUnlikelyToStay(probability: Double) throws {
    let (wage, rent, wait, hiring, exit) = (15_000.0, 24_000.0, 3.0, 40_000.0, 20_000.0)
    var program = LinearProgram()
    let now = program.variable(in: (0, 1), cost: hiring + wage * wait, isWhole: true)
    let rented = program.variable(in: (0, 1), cost: rent * wait, isWhole: true)
    let later = program.variable(in: (0, 1), cost: probability * hiring, isWhole: true)
    let gone = program.variable(in: (0, 1), cost: (1 - probability) * exit, isWhole: true)
    program.require([.init(1, now), .init(1, rented)], equals: 1)
    program.require([.init(1, now), .init(1, later)], equals: 1)
    program.require([.init(1, now), .init(-1, gone)], equals: 0)
    let found = try #require(try Highs().solve(program).solution)
    let even = 1 - (rent - wage) * wait / (hiring + exit)
    #expect((found[now] == 1) == (probability > even))
  }
}
