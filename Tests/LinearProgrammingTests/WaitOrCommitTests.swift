import LinearProgramming
import Testing

/// Two stages and two nodes: hire now, or rent until it shows whether the need stays.
///
/// A hire costs `hire` once and `wage` a month; ending it costs `exit`. A rented person costs `rate` a
/// month. The need lasts `wait` months and stays with probability q. Renting first is better where
/// (rate - wage) * wait < (1 - q) (hire + exit), so that both are the same at
/// q* = 1 - (rate - wage) * wait / (hire + exit). [real option of two stages; Dixit & Pindyck 1994]
@Suite struct WaitOrCommitTests {
  private struct Terms {
    var hire = 60_000.0
    var exit = 30_000.0
    var wage = 15_000.0
    var rate = 24_000.0
    var wait = 4.0

    var breakEven: Double { 1 - (rate - wage) * wait / (hire + exit) }
  }

  /// One node of the second stage: what is kept, ended and hired once the need shows.
  private static func stage(
    _ terms: Terms, weight: Double, need: Double
  ) -> (program: LinearProgram, now: LinearProgram.Variable) {
    var program = LinearProgram()
    let now = program.variable(
      in: (0, 1), cost: weight * (terms.hire + terms.wage * terms.wait), isWhole: true)
    let rented = program.variable(in: (0, 1), cost: weight * terms.rate * terms.wait)
    let ended = program.variable(in: (0, 1), cost: weight * terms.exit)
    let later = program.variable(in: (0, 1), cost: weight * terms.hire, isWhole: true)
    program.require([.init(1, now), .init(1, rented)], atLeast: 1)
    program.require([.init(1, now), .init(-1, ended), .init(1, later)], equals: need)
    return (program, now)
  }

  /// Whether the best is to hire at once where the need stays with probability `q`.
  private static func hiresNow(_ terms: Terms, q: Double) throws -> Bool {
    let stages = [
      stage(terms, weight: q, need: 1), stage(terms, weight: 1 - q, need: 0),
    ]
    var tree = LinearProgram()
    let now = stages.map { $0.now.moved(by: tree.append($0.program)) }
    tree.require([.init(1, now[0]), .init(-1, now[1])], equals: 0)
    let found = try #require(
      try Highs().solve(tree, limits: SolverLimits(gap: 0)).solution)
    #expect(found[now[0]] == found[now[1]])
    return found[now[0]] == 1
  }

  @Test(arguments: [(60_000.0, 4.0), (60_000, 8), (20_000, 3), (100_000, 12)])
  func theTreeTurnsAtTheBreakEven(hire: Double, wait: Double) throws {
    var terms = Terms()
    terms.hire = hire
    terms.wait = wait
    let q = terms.breakEven
    for other in stride(from: 0.02, through: 0.98, by: 0.04) where abs(other - q) > 1e-6 {
      let hiresNow = try Self.hiresNow(terms, q: other)
      #expect(hiresNow == (other > q), "q \(other), q* \(q)")
    }
    let (above, below) = try (
      Self.hiresNow(terms, q: q + 1e-3), Self.hiresNow(terms, q: q - 1e-3)
    )
    #expect(above && !below)
  }
}
