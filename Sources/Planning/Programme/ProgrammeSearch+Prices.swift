import LinearProgramming

/// Prices for parts that are too many for one program, even without whole numbers.
extension ProgrammeSearch {
  /// A part without whole numbers, solved at one price after another.
  private struct Stepped: Sendable {
    var relaxed: LinearProgram
    /// What each variable costs by itself, and what it takes of what joins parts: row and amount.
    let costs: [Double]
    let taken: [(variable: LinearProgram.Variable, row: Int, amount: Double)]
    var solution: Solution

    func program(at prices: [Double]) -> LinearProgram {
      var costs = costs
      for one in taken { costs[one.variable.index] += prices[one.row] * one.amount }
      var priced = relaxed
      for (variable, cost) in zip(priced.variables, costs) { priced.price(variable, at: cost) }
      return priced
    }
  }

  /// Steps towards the best prices.
  private static let steps = 8

  /// How a step changes after one that raised the bound, and after one that did not.
  private static let (longer, shorter) = (1.5, 0.25)

  /// What parts without whole numbers would do at good prices on what joins them.
  ///
  /// Prices rise where parts would take more than there is and fall where they would take less, so that the
  /// bound that they give comes as high as it may [Lagrange; Geoffrion 1974; steps after Polyak 1969]. A
  /// hundred teams that lack much are not solved in one program in seven minutes; so they are, in one.
  ///
  /// - Parameters:
  ///   - program: the whole, with limits from above on all rows that join parts.
  ///   - cut: its parts at no prices.
  ///   - found: by part, rows that it keeps to and its best choice at no prices.
  ///   - known: what some plan costs.
  ///   - task: how much work is left.
  /// - Returns: the bound, the duals of joining rows, and what parts do on average over all steps, which may
  ///   be more than there is.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func stepwise(
    _ program: LinearProgram, _ cut: SeparateParts, _ found: [Tightened], known: Double,
    _ task: inout Task
  ) throws(PlanningStopped) -> Solution? {
    let limits = cut.joining.map { program.rowUpperBounds[$0.index] }
    let sizes = limits.map { max(1, abs($0)) }
    var parts = stepped(program, cut, found)
    var sums = [Double](repeating: 0, count: program.variableCount)
    var prices = limits.map { _ in 0.0 }
    var best = (prices: prices, bound: -Double.infinity, excess: prices)
    var (length, count) = (1.0, 0)
    for step in 0..<Self.steps {
      if step > 0 {
        let (at, before, each) = (prices, parts, task)
        let solved = try pieces.each(parts.indices) {
          place throws(PlanningStopped) -> Solution? in
          var own = each
          own.left.iterations = .max
          return try run(
            before[place].program(at: at), &own,
            start: before[place].solution.basis.map(SolverStart.basis), gap: 0
          ).solution
        }
        for (place, solution) in solved.enumerated() {
          guard let solution else { return nil }
          parts[place].solution = solution
        }
      }
      var (bound, excess) = (0.0, limits.map { -$0 })
      for (part, own) in zip(cut.parts, parts) {
        bound += own.solution.objective
        for one in own.taken { excess[one.row] += one.amount * own.solution[one.variable] }
        for (variable, value) in zip(part.variables, own.solution.values) {
          sums[variable] += value
        }
      }
      count += 1
      bound -= zip(prices, limits).reduce(0) { $0 + $1.0 * $1.1 }
      if bound > best.bound {
        best = (prices, bound, excess)
        length *= step > 0 ? Self.longer : 1
      } else {
        length *= Self.shorter
      }
      // Seats and money are told by how far they are beyond what there is of them.
      let slope = best.excess.indices.reduce(0) { sum, row in
        let excess = best.excess[row] / sizes[row]
        return sum + (excess > 0 || best.prices[row] > 0 ? excess * excess : 0)
      }
      guard slope > 1e-9 else { break }
      let move = length * min(abs(best.bound), max(0, known - best.bound)) / slope
      for row in prices.indices {
        prices[row] = max(
          0, best.prices[row] + move * best.excess[row] / (sizes[row] * sizes[row]))
      }
    }
    var duals = [Double](repeating: 0, count: program.rowCount)
    for (row, price) in zip(cut.joining, best.prices) { duals[row.index] = -price }
    return Solution(
      values: sums.map { $0 / Double(count) }, objective: best.bound, bound: best.bound,
      duals: duals, basis: nil)
  }

  private func stepped(
    _ program: LinearProgram, _ cut: SeparateParts, _ found: [Tightened]
  ) -> [Stepped] {
    var owners = [(part: Int, place: Int)](repeating: (0, 0), count: program.variableCount)
    for (number, part) in cut.parts.enumerated() {
      for (place, variable) in part.variables.enumerated() { owners[variable] = (number, place) }
    }
    var taken = [[(variable: Int, row: Int, amount: Double)]](
      repeating: [], count: cut.parts.count)
    for (row, joining) in cut.joining.enumerated() {
      for (variable, amount) in program.entries(of: joining) {
        let owner = owners[variable]
        taken[owner.part].append((owner.place, row, amount))
      }
    }
    return cut.parts.indices.map { number in
      var relaxed = cut.parts[number].program.relaxed
      relaxed.require(found[number].rows)
      let variables = relaxed.variables
      return Stepped(
        relaxed: relaxed, costs: relaxed.costs,
        taken: taken[number].map { (variables[$0.variable], $0.row, $0.amount) },
        solution: found[number].relaxed)
    }
  }
}
