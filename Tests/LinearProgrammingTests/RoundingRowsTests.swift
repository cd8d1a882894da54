import CadreTestSupport
import Testing

@testable import LinearProgramming

@Suite struct RoundingRowsTests {
  /// Wolsey, Integer Programming, 8.7: of x − s ≤ 2.5, rounding makes x − 2 s ≤ 2.
  @Test func oneVariableIsRoundedAsInTheTextbook() throws {
    var program = LinearProgram()
    let x = program.variable("x", in: (0, 10), cost: -1, isWhole: true)
    let s = program.variable("s", cost: 1.5)
    program.require([.init(1, x), .init(-1, s)], atMost: 2.5)
    let cut = try #require(RoundingRows(program).violated(by: [2.5, 0]).first)
    #expect(cut.terms == [.init(1, x), .init(-2, s)])
    #expect(cut.most == 2)
    #expect(RoundingRows(program).violated(by: [3, 0.5]).isEmpty)
  }

  /// People who add 0.8 of what is needed: one is too few, and the program without whole numbers
  /// cannot tell.
  @Test func definitionsAreFollowed() throws {
    var program = LinearProgram()
    let people = program.variable("people", in: (0, 9), cost: 3, isWhole: true)
    let sum = program.variable("sum", in: (-.infinity, .infinity))
    let missed = program.variable("missed", cost: 50)
    program.require([.init(0.8, people), .init(-1, sum)], equals: 0)
    program.require([.init(1, sum), .init(1, missed)], atLeast: 1)
    let cut = try #require(RoundingRows(program).violated(by: [1.25, 1, 0]).first)
    #expect(cut.slack([1, 0.8, 0.2]) >= -1e-12)
    #expect(cut.slack([2, 1.6, 0]) >= -1e-12)
    #expect(cut.slack([1.25, 1, 0]) < -0.1)
  }

  @Test func nothingWholeNeedsNoRounding() {
    var program = LinearProgram()
    let x = program.variable("x")
    program.require([.init(1, x)], atMost: 2.5)
    #expect(RoundingRows(program).violated(by: [2.5]).isEmpty)
    #expect(RoundingRows(LinearProgram()).violated(by: []).isEmpty)
  }

  /// Free variables that nothing defines, and whole ones without a lower bound, are left alone.
  @Test func openRowsAreLeftAlone() {
    var program = LinearProgram()
    let x = program.variable("x", in: (-.infinity, 4), isWhole: true)
    let y = program.variable("y", in: (-.infinity, .infinity))
    let z = program.variable("z", in: (0, 4), isWhole: true)
    program.require([.init(1, x), .init(1, z)], atMost: 2.5)
    program.require([.init(1, y), .init(1, z)], atMost: 2.5)
    #expect(RoundingRows(program).violated(by: [2, 0, 0.5]).isEmpty)
  }

  /// Every choice of whole numbers that keeps the rows keeps the inequalities, whatever they were made
  /// to cut off.
  @Test func noChoiceOfWholeNumbersIsLost() {
    var (inequalities, kept, least) = (0, 0, Double.infinity)
    for seed in 0..<200 {
      var random = SeededRandom(seed: seed)
      let example = Self.example(&random)
      let rounding = RoundingRows(example.program)
      let found = (0..<40).flatMap { _ in
        rounding.violated(by: Self.point(of: example.program, &random))
      }
      inequalities += found.count
      for values in example.choices where example.program.violations(of: values).isEmpty {
        kept += 1
        for inequality in found { least = min(least, inequality.slack(values)) }
      }
    }
    #expect(least >= -1e-9)
    #expect(inequalities > 1_000)
    #expect(kept > 10_000)
  }

  private struct Example {
    var program = LinearProgram()
    var choices: [[Double]] = []
  }

  /// Three whole variables, a slack, and a free one that the first row defines; with choices of them.
  private static func example(_ random: inout SeededRandom) -> Example {
    var program = LinearProgram()
    let lower = (0..<3).map { _ in Int.random(in: 0...1, using: &random) }
    let upper = lower.map { $0 + Int.random(in: 0...3, using: &random) }
    let whole = zip(lower, upper).map {
      program.variable(in: (Double($0), Double($1)), isWhole: true)
    }
    let leastSlack = random.number(-1...0)
    let slack = program.variable(in: (leastSlack, .infinity))
    let sum = program.variable(in: (-.infinity, .infinity))
    let (parts, share, constant) = (
      whole.map { _ in random.number(-2...3) }, random.number(-1...1), random.number(-1...1)
    )
    program.require(
      zip(parts, whole).map { .init($0, $1) } + [.init(-1, sum), .init(share, slack)],
      equals: constant)
    program.require(
      whole.map { .init(random.number(-3...3), $0) } + [.init(random.number(-2...2), slack)],
      in: (random.number(-6...0), random.number(1...6)))
    program.require(
      [.init(random.number(0.5...2), sum), .init(random.number(-1...1), slack)],
      atLeast: random.number(-2...2))
    var example = Example(program: program)
    for a in lower[0]...upper[0] {
      for b in lower[1]...upper[1] {
        for c in lower[2]...upper[2] {
          for s in stride(from: leastSlack, through: 6, by: 0.37) {
            let people = [Double(a), Double(b), Double(c)]
            let total = zip(parts, people).reduce(share * s - constant) { $0 + $1.0 * $1.1 }
            example.choices.append(people + [s, total])
          }
        }
      }
    }
    return example
  }

  private static func point(
    of program: LinearProgram, _ random: inout SeededRandom
  ) -> [Double] {
    program.variables.map { variable in
      let low = max(-3, program.lowerBounds[variable.index])
      return .random(
        in: low...max(low, min(5, program.upperBounds[variable.index])), using: &random)
    }
  }
}
