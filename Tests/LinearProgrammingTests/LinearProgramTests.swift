import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
  private static var example: (LinearProgram, LinearProgram.Variable, LinearProgram.Variable) {
    var program = LinearProgram()
    let x = program.variable("hires, mid", in: (0, 4), cost: 2, isWhole: true)
    let y = program.variable("rented", in: (-.infinity, .infinity), cost: 0.1)
    program.require([.init(1, x), .init(1, y), .init(1, x)], in: (1, 6), named: "need")
    program.require([.init(1, y)], atMost: 0.3, named: "level")
    program.require([.init(1, x), .init(-1, y)], equals: 0, named: "same")
    return (program, x, y)
  }

  @Test func termsOfOneVariableAddUp() {
    let (program, _, _) = Self.example
    #expect(program.indices.count == 5)
    #expect(program.factors.first == 2)
  }

  @Test func everyBrokenConditionIsFound() {
    let (program, x, y) = Self.example
    let found = program.violations(of: [0.5, 5])
    #expect(
      found.map(\.place) == [
        .wholeNumber(x), .row(.init(program, 1)), .row(.init(program, 2)),
      ])
    #expect(found[1].excess == 4.7)
    #expect(program.violations(of: [5, 0]).map(\.place).first == .bound(x))
    #expect(program.violations(of: [.nan, 0]).isEmpty == false)
    _ = y
  }

  @Test func whatOthersReadIsWrittenToTheLastBit() {
    let (program, _, _) = Self.example
    #expect(
      program.mps(name: "two words") == """
        NAME two_words
        ROWS
         N cost
         G r0_need
         L r1_level
         E r2_same
        COLUMNS
         m0 'MARKER' 'INTORG'
         c0_hires__mid cost 2.0
         c0_hires__mid r0_need 2.0
         c0_hires__mid r2_same 1.0
         m1 'MARKER' 'INTEND'
         c1_rented cost 0.1
         c1_rented r0_need 1.0
         c1_rented r1_level 1.0
         c1_rented r2_same -1.0
        RHS
         rhs r0_need 1.0
         rhs r1_level 0.3
        RANGES
         range r0_need 5.0
        BOUNDS
         LO bound c0_hires__mid 0.0
         UP bound c0_hires__mid 4.0
         FR bound c1_rented
        ENDATA

        """)
  }
}

extension LinearProgram.Row {
  /// The row of a program with a number.
  fileprivate init(_ program: LinearProgram, _ number: Int) {
    var copy = LinearProgram()
    var row = copy.require([], atLeast: 0)
    for _ in 0..<number { row = copy.require([], atLeast: 0) }
    self = row
  }
}
