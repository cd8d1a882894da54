import LinearProgramming
import Testing

/// Manpower planning, whose optima are published.
///
/// They are 841.796875 redundancies at least, and a cost of 498,677.285 at least. [Williams, Model
/// Building in Mathematical Programming, problem 5]
///
/// Three skills over three years; data and balances as in Gurobi's notebook of the problem.
@Suite struct WilliamsTests {
  private enum Aim { case redundancies, cost }

  private static let today = [2_000.0, 1_500, 1_000]
  private static let needed = [[1_000.0, 1_400, 1_000], [500, 2_000, 1_500], [0, 2_500, 2_000]]
  private static let wastageOfNew = [0.25, 0.2, 0.1]
  private static let wastageOfOld = [0.1, 0.05, 0.05]
  private static let recruits = [500.0, 800, 500]
  private static let redundancyPay = [200.0, 500, 500]
  private static let spareCost = [1_500.0, 2_000, 3_000]
  private static let shortTimeCost = [500.0, 400, 400]

  private static func program(_ aim: Aim) -> LinearProgram {
    var program = LinearProgram()
    var before: [LinearProgram.Variable?] = [nil, nil, nil]
    for year in 0..<3 {
      func variables(_ name: String, upTo most: [Double]? = nil, cost: [Double]? = nil)
        -> [LinearProgram.Variable]
      {
        (0..<3).map { skill in
          program.variable(
            "\(name) \(skill) \(year)", in: (0, most?[skill] ?? .infinity),
            cost: aim == .cost ? cost?[skill] ?? 0 : 0)
        }
      }
      let workers = variables("workers")
      let hired = variables("hired", upTo: recruits)
      let gone = (0..<3).map { skill in
        program.variable(
          "gone \(skill) \(year)", cost: aim == .cost ? redundancyPay[skill] : 1)
      }
      let spare = variables("spare", cost: spareCost)
      let short = variables("short", upTo: [50, 50, 50], cost: shortTimeCost)
      // From one skill to another: up by retraining, down with half of them leaving.
      func moved(_ from: Int, _ to: Int, upTo most: Double = .infinity, cost: Double = 0)
        -> LinearProgram.Variable
      {
        program.variable(
          "moved \(from) \(to) \(year)", in: (0, most), cost: aim == .cost ? cost : 0)
      }
      let up = [moved(0, 1, upTo: 200, cost: 400), moved(1, 2, cost: 500)]
      let down = [moved(1, 0), moved(2, 0), moved(2, 1)]
      program.require([.init(1, up[1]), .init(-0.25, workers[2])], atMost: 0)
      program.require(spare.map { .init(1, $0) }, atMost: 150)
      let into: [[LinearProgram.Term]] = [
        [.init(0.5, down[0]), .init(0.5, down[1])],
        [.init(1 - wastageOfOld[1], up[0]), .init(0.5, down[2])],
        [.init(1 - wastageOfOld[2], up[1])],
      ]
      let from: [[LinearProgram.Term]] = [
        [.init(-1, up[0])], [.init(-1, up[1]), .init(-1, down[0])],
        [.init(-1, down[1]), .init(-1, down[2])],
      ]
      for skill in 0..<3 {
        var balance: [LinearProgram.Term] = [
          .init(-1, workers[skill]), .init(1 - wastageOfNew[skill], hired[skill]),
          .init(-1, gone[skill]),
        ]
        balance += into[skill] + from[skill]
        let stay = 1 - wastageOfOld[skill]
        if let last = before[skill] { balance.append(.init(stay, last)) }
        program.require(balance, equals: before[skill] == nil ? -stay * today[skill] : 0)
        program.require(
          [.init(1, workers[skill]), .init(-1, spare[skill]), .init(-0.5, short[skill])],
          equals: needed[year][skill])
      }
      before = workers
    }
    return program
  }

  @Test func fewestRedundancies() throws {
    let found = try #require(try Highs().solve(Self.program(.redundancies)).solution)
    #expect(abs(found.objective - 841.796875) < 1e-6)
    #expect(found.gap == 0)
  }

  @Test func leastCost() throws {
    let found = try #require(try Highs().solve(Self.program(.cost)).solution)
    #expect(abs(found.objective - 498_677.285) < 1e-3)
  }
}
