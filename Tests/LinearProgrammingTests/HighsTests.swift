import LinearProgramming
import Testing

/// What the solver says, beside answers that are known otherwise.
@Suite struct HighsTests {
  /// The best of a knapsack by trying every subset.
  @Test(arguments: 0..<20)
  func wholeNumbersAreTheBestOfAll(seed: Int) throws {
    var random = Numbers(seed: UInt64(seed))
    let count = 12
    let worth = (0..<count).map { _ in Double(random.next(1...50)) }
    let weight = (0..<count).map { _ in Double(random.next(1...30)) }
    let room = Double(random.next(20...150))
    var program = LinearProgram()
    let taken = worth.map { program.variable(in: (0, 1), cost: -$0, isWhole: true) }
    program.require(zip(weight, taken).map { .init($0, $1) }, atMost: room)
    var best = 0.0
    for subset in 0..<(1 << count) {
      let items = (0..<count).filter { subset >> $0 & 1 == 1 }
      guard items.reduce(0, { $0 + weight[$1] }) <= room else { continue }
      best = max(best, items.reduce(0) { $0 + worth[$1] })
    }
    let outcome = try Highs().solve(program, limits: SolverLimits(gap: 0))
    guard case .solved(let found) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(abs(-found.objective - best) < 1e-9)
    #expect(found.gap < 1e-9)
  }

  /// Prices: one more of what is short is worth what it replaces.
  @Test func dualsArePrices() throws {
    var program = LinearProgram()
    let own = program.variable(in: (0, 5), cost: 3)
    let rented = program.variable(cost: 10)
    let need = program.require([.init(1, own), .init(1, rented)], atLeast: 8)
    let found = try #require(try Highs().solve(program).solution)
    #expect(found[own] == 5 && found[rented] == 3)
    #expect(abs(found.duals[need.index] - 10) < 1e-9)
  }

  @Test func whatCannotBeIsSaid() throws {
    var program = LinearProgram()
    let x = program.variable(in: (0, 1), isWhole: true)
    program.require([.init(1, x)], atLeast: 2)
    #expect(try Highs().solve(program) == .infeasible)
    var endless = LinearProgram()
    _ = endless.variable(cost: -1)
    #expect(try Highs().solve(endless) == .unbounded)
  }

  @Test func nothingToDecideIsDecided() throws {
    #expect(try Highs().solve(LinearProgram()).solution?.objective == 0)
    var impossible = LinearProgram()
    impossible.require([], atLeast: 1)
    #expect(try Highs().solve(impossible) == .infeasible)
  }

  @Test func whoeverWatchesCanStopIt() throws {
    let program = Self.hard
    let outcome = try Highs().solve(
      program, limits: SolverLimits(seconds: 60, gap: 0), start: nil
    ) { $0.seconds >= 0 }
    guard case .stopped(let found) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    if let found { #expect(program.violations(of: found.values).isEmpty) }
  }

  @Test func aStartIsKeptWhereTimeIsUp() throws {
    // Nobody on either side: all is over by half of everything.
    let program = Self.hard
    var start = [Double](repeating: 0, count: program.variableCount)
    for row in 0..<program.rowCount { start[40 + 2 * row + 1] = program.rowLowerBounds[row] }
    #expect(program.violations(of: start).isEmpty)
    let outcome = try Highs().solve(
      program, limits: SolverLimits(seconds: 0.05, gap: 0), start: .values(start)
    ) { _ in false }
    let found = try #require(outcome.solution)
    #expect(found.objective <= program.objective(of: start))
    #expect(found.bound <= found.objective)
  }

  @Test func theSameSeedIsTheSamePlan() throws {
    var random = Numbers(seed: 7)
    var program = LinearProgram()
    let items = (0..<60).map { _ in
      program.variable(in: (0, 3), cost: -Double(random.next(10...99)), isWhole: true)
    }
    for _ in 0..<4 {
      program.require(items.map { .init(Double(random.next(1...40)), $0) }, atMost: 700)
    }
    let limits = SolverLimits(seconds: 60, gap: 0.01)
    let found = try Highs().solve(program, limits: limits)
    #expect(try found == Highs().solve(program, limits: limits))
    #expect(found.solution != nil)
  }

  /// A market split, small and yet hopeless to prove.
  private static let hard: LinearProgram = {
    var random = Numbers(seed: 4)
    var program = LinearProgram()
    let sides = (0..<40).map { _ in program.variable(in: (0, 1), isWhole: true) }
    for _ in 0..<5 {
      let sizes = sides.map { _ in Double(random.next(0...99)) }
      let over = program.variable(cost: 1)
      let half = (sizes.reduce(0, +) / 2).rounded(.down)
      let under = program.variable(cost: 1)
      program.require(
        zip(sizes, sides).map { .init($0, $1) } + [.init(-1, over), .init(1, under)],
        equals: half)
    }
    return program
  }()
}

/// Numbers that look random and are always the same.
struct Numbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
