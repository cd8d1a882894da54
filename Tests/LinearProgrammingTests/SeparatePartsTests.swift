import CadreTestSupport
import Testing

@testable import LinearProgramming

@Suite struct SeparatePartsTests {
  /// Two knapsacks and what they share.
  private struct Shared {
    let program: LinearProgram
    let joining: LinearProgram.Row

    init(seed: Int, limit: Double) {
      var (random, program) = (Numbers(seed: UInt64(seed)), LinearProgram())
      var terms = [LinearProgram.Term]()
      for _ in 0..<2 {
        let items = (0..<4).map { _ in
          program.variable(in: (0, 2), cost: -Double(random.next(5...30)), isWhole: true)
        }
        program.require(items.map { .init(Double(random.next(2...9)), $0) }, atMost: 20)
        terms += items.map { .init(Double(random.next(1...5)), $0) }
      }
      joining = program.require(terms, atMost: limit)
      self.program = program
    }
  }

  @Test(arguments: 0..<8)
  func partsAndConstantAreTheWholeWithoutWholeNumbers(seed: Int) throws {
    let shared = Shared(seed: seed, limit: 12)
    let relaxed = try #require(Highs().solve(shared.program.relaxed).solution)
    let cut = SeparateParts(
      shared.program.relaxed, joinedBy: [shared.joining], duals: relaxed.duals)
    // Without whole numbers all are one.
    #expect(cut.parts.count == 1)
    let whole = SeparateParts(shared.program, joinedBy: [shared.joining], duals: relaxed.duals)
    #expect(whole.parts.map(\.variables) == [[0, 1, 2, 3], [4, 5, 6, 7]])
    #expect(whole.joining == [shared.joining])
    // Strong duality: at the duals of the whole, the best of the parts come to the same.
    let sum = try whole.parts.reduce(whole.constant) {
      $0 + (try #require(Highs().solve($1.program.relaxed).solution)).objective
    }
    #expect(abs(sum - relaxed.objective) < 1e-6)
  }

  @Test(arguments: 0..<8, [0.0, -1, -3, 2])
  func noPriceBoundsTheWholeTooHigh(seed: Int, price: Double) throws {
    let shared = Shared(seed: seed, limit: 9)
    let limits = SolverLimits(gap: 0)
    let best = try #require(Highs().solve(shared.program, limits: limits).solution)
    var duals = [Double](repeating: 0, count: shared.program.rowCount)
    duals[shared.joining.index] = price
    let cut = SeparateParts(shared.program, joinedBy: [shared.joining], duals: duals)
    let bound = try cut.parts.reduce(cut.constant) {
      $0 + (try #require(Highs().solve($1.program, limits: limits).solution)).objective
    }
    #expect(bound <= best.objective + 1e-6)
  }

  @Test func aRowOfOnePartStaysInIt() {
    var program = LinearProgram()
    let x = program.variable(in: (0, 9), cost: -1, isWhole: true)
    let y = program.variable(in: (0, 9), cost: -1, isWhole: true)
    let own = program.require([.init(2, x)], atMost: 7)
    let both = program.require([.init(1, x), .init(1, y)], atMost: 5)
    let cut = SeparateParts(program, joinedBy: [own, both], duals: [0, -2])
    #expect(cut.joining == [both])
    #expect(cut.constant == -10)
    #expect(cut.parts.map(\.program.costs) == [[1], [1]])
    #expect(cut.parts.map(\.program.rowCount) == [1, 0])
    var values = [0.0, 0]
    cut.parts[1].put([4], into: &values)
    #expect(values == [0, 4])
    #expect(cut.parts[1].values(of: values) == [4])
  }

  @Test(arguments: 0..<8)
  func theWholeIsSolvedFromTheBasesOfItsParts(seed: Int) throws {
    let shared = Shared(seed: seed, limit: 14)
    let relaxed = try #require(Highs().solve(shared.program.relaxed).solution)
    let none = [Double](repeating: 0, count: shared.program.rowCount)
    let cut = SeparateParts(shared.program, joinedBy: [shared.joining], duals: none)
    var whole = shared.program
    let solved = try cut.parts.map { part in
      var program = part.program
      // A row that changes nothing.
      let row = LinearProgram.Inequality(
        terms: program.variables.map { .init(1, $0) }, most: 8)
      program.require([row])
      let relaxed = try #require(Highs().solve(program.relaxed).solution)
      return (rows: [row], relaxed: relaxed)
    }
    let basis = try #require(cut.join(&whole, solved))
    #expect(whole.rowCount == shared.program.rowCount + 2)
    let outcome = try Highs().solve(
      whole.relaxed, limits: SolverLimits(gap: 0), start: .basis(basis)
    ) { _ in false }
    let found = try #require(outcome.solution)
    #expect(abs(found.objective - relaxed.objective) < 1e-6)
  }

  @Test func aBasisOfFewerRowsIsWhereMoreBegin() throws {
    let shared = Shared(seed: 3, limit: 14)
    let first = try #require(Highs().solve(shared.program.relaxed).solution)
    let basis = try #require(first.basis)
    var more = shared.program.relaxed
    more.require(more.variables.map { .init(1, $0) }, atMost: 3)
    let outcome = try Highs().solve(
      more, limits: SolverLimits(gap: 0), start: .basis(basis)
    ) { _ in false }
    let anew = try #require(Highs().solve(more).solution)
    let found = try #require(outcome.solution)
    #expect(abs(found.objective - anew.objective) < 1e-6)
    // One that does not fit harms nothing.
    let other = try Highs().solve(
      Shared(seed: 4, limit: 1).program.relaxed, limits: SolverLimits(gap: 0),
      start: .basis(found.basis ?? basis)
    ) { _ in false }
    #expect(other.solution != nil)
  }
}
