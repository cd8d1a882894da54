import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// The programme beside a reckoning that shares no row with it, on organisations that nobody would
/// think of.
@Suite struct ProgrammeAgreementTests {
  /// Seats that somebody may have chosen at random, many of a kind now and then.
  private static func seats(
    of options: [SeatOption], using random: inout SeededRandom
  ) -> [SeatOption] {
    guard !options.isEmpty else { return [] }
    return (0..<random.count(0...5)).flatMap { _ -> [SeatOption] in
      let option = options[random.count(0...options.count - 1)]
      return [SeatOption](repeating: option, count: random.chance(0.2) ? 10 : random.count(1...3))
    }
  }

  /// With all seats given, the programme costs what the check says, and cannot be kept exactly where
  /// the check finds something broken.
  @Test(arguments: 0..<60)
  func theCheckAndTheProgrammeAgree(seed: Int) throws {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let found = ProgrammeCase(organization, traffic)
    var random = SeededRandom(seed: 1_000 + seed)
    for team in found.settings.indices {
      let programme = found.programme(of: [team])
      for trial in 0..<4 {
        let seats = Self.seats(of: found.options[team], using: &random)
        guard seats.allSatisfy({ one in seats.count { $0.seat == one.seat } <= 30 }) else {
          continue
        }
        let check = found.check(seats, team: team)
        let outcome = try Highs().solve(programme.fixed(to: seats).relaxed)
        let place = "seed \(seed), team \(team), trial \(trial): \(seats.map(\.seat))"
        guard case .solved(let solution) = outcome else {
          #expect(outcome == .infeasible && !check.broken.isEmpty, "\(outcome), \(place)")
          continue
        }
        #expect(check.broken.isEmpty, "\(check.broken), \(place)")
        let objective = check.money + check.missed
        #expect(
          abs(objective - solution.objective) <= 1e-5 * max(1, objective),
          "\(objective), \(solution.objective), \(place)")
        #expect(
          abs(check.money - programme.money(of: solution.values)) <= 1e-5 * max(1, objective),
          "\(place)")
      }
    }
  }

  /// The best of a few options by trying every plan; only the check judges.
  @Test(arguments: 0..<60)
  func nothingBeatsWhatIsFound(seed: Int) throws {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let found = ProgrammeCase(organization, traffic)
    var random = SeededRandom(seed: 2_000 + seed)
    for team in found.settings.indices where !found.options[team].isEmpty {
      let options = Self.few(of: found.options[team], using: &random)
      let most = 3
      var few = found.options
      few[team] = options
      var programme = found.programme(of: [team], options: few)
      let rows = found.shared.rows(in: found.model)
      programme.share(rows)
      var best = Double.infinity
      var plan = [SeatOption]()
      for code in 0..<Self.power(most + 1, options.count) {
        var (seats, rest) = ([SeatOption](), code)
        for option in options {
          seats += [SeatOption](repeating: option, count: rest % (most + 1))
          rest /= most + 1
        }
        let check = found.check(seats, team: team)
        let objective = check.money + check.missed
        guard objective < best, check.broken.isEmpty, Self.fits(seats, rows) else { continue }
        (best, plan) = (objective, seats)
      }
      let outcome = try Highs().solve(
        programme.limited(to: most), limits: SolverLimits(gap: 1e-7))
      let solution = try #require(outcome.solution)
      #expect(
        abs(solution.objective - best) <= 1e-5 * max(1, best),
        "seed \(seed), team \(team): \(solution.objective) \(best) \(plan.map(\.seat))")
    }
  }

  /// Four options at most, early ones rather than late.
  private static func few(
    of options: [SeatOption], using random: inout SeededRandom
  ) -> [SeatOption] {
    let early = options.filter { $0.seat.openMonth < 6 }
    let pool = early.isEmpty ? options : early
    var chosen = [SeatOption]()
    for _ in 0..<4 {
      let option = pool[random.count(0...pool.count - 1)]
      if !chosen.contains(where: { $0.seat == option.seat }) { chosen.append(option) }
    }
    return chosen
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  private static func fits(_ seats: [SeatOption], _ rows: [SharedMeans.Row]) -> Bool {
    rows.allSatisfy { row in
      seats.reduce(0) { $0 + row.taken($1) } <= row.limit * (1 + 1e-9) + 1e-9
    }
  }
}
