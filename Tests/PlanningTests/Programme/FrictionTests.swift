import CadreTestSupport
import Foundation
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// Our own programme without frictions is the newsvendor's, and each friction moves it as it must.
///
/// [evidence/headcount 4.4, "How to use it as a check"]
@Suite struct FrictionTests {
  /// Forty equally likely values of a Poisson distribution.
  private static func poisson(_ mean: Double) -> [Double] {
    (0..<40).map { place in
      var (work, weight) = (0.0, exp(-mean))
      var below = weight
      while below < (Double(place) + 0.5) / 40 {
        work += 1
        weight *= mean / work
        below += weight
      }
      return work
    }
  }

  private static func choice(_ case: Frictionless) -> ProgrammeCase {
    ProgrammeCase(`case`.organization, `case`.traffic, chances: [.traffic])
  }

  /// Seats of the best plan, and what they cost.
  private static func solve(
    _ frictionless: Frictionless, hiresOnlyAtFirst: Bool = false
  ) throws -> (hires: Int, rentals: Int, objective: Double) {
    let found = choice(frictionless)
    let options = found.options.map { all in
      all.filter { !hiresOnlyAtFirst || $0.partner != nil || $0.seat.openMonth == 0 }
    }
    let programme = found.programme(options: options)
    let solution = try #require(
      try Highs().solve(programme.linear, limits: SolverLimits(gap: 0)).solution)
    let seats = programme.options(of: solution.values)
    return (
      seats.count { $0.partner == nil }, seats.count { $0.partner != nil }, solution.objective
    )
  }

  @Test func theWorkIsWhatWasAskedFor() {
    let sample = Self.poisson(8)
    let found = Self.choice(Frictionless(sample: sample, months: 4))
    let hours = found.model.rules.hoursPerMonth
    for month in 0..<4 {
      let undone = found.sample.all(.undone, team: 0, month: month).map { Double($0) / hours }
      #expect(zip(undone.sorted(), sample).allSatisfy { abs($0 - $1) < 1e-4 }, "\(undone)")
    }
    for option in found.options[0] where option.seat.openMonth == 0 {
      let cell = option.expected(in: 0)
      #expect(agree(cell.hours, hours) && agree(cell.cost, Frictionless.monthly))
      #expect(agree(found.settings[0].hours(cell, in: 0), hours))
    }
  }

  /// Lines touch what is expected at some percentiles only; where two of them meet the programme
  /// stops, so that it is right up to the next percentile with a line on either side.
  @Test(arguments: [1.2, 1.4, 1.8, 2.5, 3, 5, 9])
  func peopleByTheCriticalFractile(shortage: Double) throws {
    let sample = Self.poisson(12)
    var frictionless = Frictionless(sample: sample, months: 6)
    frictionless.shortage = shortage
    let found = try Self.solve(frictionless)
    Self.expect(found.hires, at: 1 - 1 / shortage, of: sample)
  }

  private static func expect(
    _ count: Int, at fractile: Double, of sample: [Double], _ comment: Comment? = nil
  ) {
    let lines = [0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1]
    let below = lines.last { $0 < fractile } ?? 0
    let above = lines.first { $0 > fractile } ?? 1
    let most = Double(sample.count - 1)
    let low = below == 0 ? 0 : sample[Int(below * most)]
    #expect(Double(count) >= low - 1 && Double(count) <= sample[Int(above * most)] + 1, comment)
  }

  /// Rounds put a line where the plan is, so that they find the very number, or its neighbour.
  @Test(arguments: [1.4, 2.5, 5])
  func roundsFindTheCriticalFractile(shortage: Double) throws {
    let sample = Self.poisson(12)
    var frictionless = Frictionless(sample: sample, months: 4)
    frictionless.shortage = shortage
    var settings = OptimiserSettings()
    settings.futures = 40
    settings.rounds = 8
    settings.gap = 0
    let plan = FuturePlan(
      frictionless.organization, traffic: frictionless.traffic, seed: 1, chances: [.traffic])
    let optimiser = Optimiser(
      plan, traffic: frictionless.traffic.mean, solver: try Highs(), settings: settings,
      watch: .none, perform: onePieceAfterAnother)
    let outcome = try optimiser.solve(.inHouse, from: .asIs)
    let best = try #require(outcome.best)
    let exact = sample[Int((1 - 1 / shortage) * 40)]
    #expect(abs(Double(best.plan.seats.count) - exact) <= 1, "\(best.plan.seats.count) \(exact)")
  }

  /// Nobody is hired where undone work costs less than people.
  @Test func nobodyIsHiredForWorkThatIsNotWorthIt() throws {
    var frictionless = Frictionless(sample: Self.poisson(12), months: 6)
    frictionless.shortage = 0.9
    #expect(try Self.solve(frictionless).hires == 0)
  }

  /// A seasonal profile with rented months: the smallest N with #{D > N} ≤ T c_p / c_f.
  @Test func aKnownProfileIsSplitAsTheFormulaSays() throws {
    let profile = [18.0, 19, 20, 20, 21, 24, 30, 26, 22, 21, 20, 20]
    var frictionless = Frictionless(profile: profile)
    frictionless.rented = 22.0 / 15
    let found = try Self.solve(frictionless, hiresOnlyAtFirst: true)
    #expect(found.hires == 20)
    let rented = profile.reduce(0) { $0 + max(0, $1 - 20) }
    let cost = Frictionless.monthly * (12 * 20 + 22.0 / 15 * rented)
    #expect(abs(found.objective - cost) < 1e-4 * cost)
  }

  /// Hiring costs 2.75 months at once, renting half a month more each month: even at 5.5 months.
  @Test(arguments: 1...10)
  func longNeedsAreHiredForAndShortOnesRented(months: Int) throws {
    var frictionless = Frictionless(profile: [Double](repeating: 3, count: months))
    frictionless.present = 2
    frictionless.rented = 1.5
    frictionless.costPerHire = 2.75
    frictionless.shortage = 9
    let found = try Self.solve(frictionless)
    #expect(found.hires == (months > 5 ? 1 : 0), "\(found)")
    #expect((found.rentals > 0) == (months <= 5), "\(found)")
  }

  /// What a hire costs beside the salary makes permanent people dearer by that much a month.
  @Test func dearerHiresAreFewer() throws {
    let sample = Self.poisson(12)
    var before = Int.max
    for costPerHire in [0, 1, 3, 6, 10.0] {
      var frictionless = Frictionless(sample: sample, months: 6)
      frictionless.shortage = 2.5
      frictionless.costPerHire = costPerHire
      let found = try Self.solve(frictionless)
      Self.expect(
        found.hires, at: 1 - (1 + costPerHire / 6) / 2.5, of: sample, "\(costPerHire)")
      #expect(found.hires <= before)
      before = found.hires
    }
    #expect(before == 0)
  }

  /// Each leaver is replaced at once, at the price of a hire.
  @Test func attritionMakesPermanentPeopleFewer() throws {
    let sample = Self.poisson(12)
    var counts = [Int]()
    for attrition in [0, 0.3, 0.6, 0.9] {
      var frictionless = Frictionless(sample: sample, months: 6)
      frictionless.shortage = 2.5
      frictionless.costPerHire = 3
      frictionless.attritionPerYear = attrition
      counts.append(try Self.solve(frictionless).hires)
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts[3] < counts[0], "\(counts)")
  }

  /// Rents that have to go on after the peak make permanent people pay.
  @Test func longerTermsMakeMorePeoplePermanent() throws {
    var hires = [Int]()
    for term in [1, 3, 6] {
      var frictionless = Frictionless(
        profile: (0..<12).map { $0.isMultiple(of: 2) ? 10 : 20 })
      frictionless.rented = 1.8
      frictionless.term = term
      frictionless.shortage = 9
      hires.append(try Self.solve(frictionless, hiresOnlyAtFirst: true).hires)
    }
    // Six months of twelve have more than 10, and 12 / 1.8 is more than six.
    #expect(hires[0] == 10)
    #expect(hires == hires.sorted() && hires[2] == 20, "\(hires)")
  }

  /// More spread means more people above the median and fewer below it.
  @Test func spreadMovesPeopleAwayFromTheMedian() throws {
    func hires(spread: Double, shortage: Double) throws -> Int {
      let sample = (0..<40).map { 15 + spread * (Double($0) - 19.5) / 19.5 }
      var frictionless = Frictionless(sample: sample, months: 3)
      frictionless.shortage = shortage
      return try Self.solve(frictionless).hires
    }
    let above = try [1, 5, 12].map { try hires(spread: $0, shortage: 6) }
    let below = try [1, 5, 12].map { try hires(spread: $0, shortage: 1.25) }
    #expect(above == above.sorted() && above[0] < above[2], "\(above)")
    #expect(below == below.sorted(by: >) && below[0] > below[2], "\(below)")
  }

  /// People who take time to arrive or to learn bring less for as much: the plan costs more.
  @Test func slownessNeverMakesPlansCheaper() throws {
    func cost(_ change: (inout Frictionless) -> Void) throws -> Double {
      var frictionless = Frictionless(sample: Self.poisson(8), months: 8)
      change(&frictionless)
      return try Self.solve(frictionless).objective
    }
    let prompt = try cost { _ in }
    #expect(try cost { $0.rampMonths = 4 } > prompt)
    #expect(try cost { $0.leadMonths = 2 } > prompt)
  }
}
