import LinearProgramming

/// Prices for parts that are too many for one program, even without whole numbers.
extension ProgrammeSearch {
  /// A part without whole numbers, solved at one price after another.
  private struct Stepped: Sendable {
    let part: SeparateParts.Part
    /// With rows that whole numbers keep to.
    var relaxed: LinearProgram
    var solution: Solution

    /// The same at the costs that the whole has at some prices.
    func program(at costs: [Double]) -> LinearProgram {
      var priced = relaxed
      for (variable, cost) in zip(priced.variables, part.values(of: costs)) {
        priced.price(variable, at: cost)
      }
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
    var parts = zip(cut.parts, found).map { part, found in
      var relaxed = part.program.relaxed
      relaxed.require(found.rows)
      return Stepped(part: part, relaxed: relaxed, solution: found.relaxed)
    }
    var sums = [Double](repeating: 0, count: program.variableCount)
    var prices = limits.map { _ in 0.0 }
    func duals(_ prices: [Double]) -> [Double] {
      var duals = [Double](repeating: 0, count: program.rowCount)
      for (row, price) in zip(cut.joining, prices) { duals[row.index] = -price }
      return duals
    }
    var best = (prices: prices, bound: -Double.infinity, excess: prices)
    var (length, count) = (1.0, 0)
    for step in 0..<Self.steps {
      if step > 0 {
        let (costs, before) = (program.reducedCosts(duals(prices)), parts)
        let solved = try each(parts.indices, spending: 1, &task) {
          place, task throws(PlanningStopped) in
          try run(
            before[place].program(at: costs), &task,
            start: before[place].solution.basis.map(SolverStart.basis), gap: 0
          ).solution
        }
        for (place, solution) in solved.enumerated() {
          guard let solution else { return nil }
          parts[place].solution = solution
        }
      }
      var values = [Double](repeating: 0, count: program.variableCount)
      for one in parts { one.part.put(one.solution.values, into: &values) }
      for (variable, value) in values.enumerated() { sums[variable] += value }
      count += 1
      let bound =
        parts.reduce(0) { $0 + $1.solution.objective }
        - zip(prices, limits).reduce(0) { $0 + $1.0 * $1.1 }
      let excess = zip(cut.joining, limits).map { program.sum(of: $0, values) - $1 }
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
    return Solution(
      values: sums.map { $0 / Double(count) }, objective: best.bound, bound: best.bound,
      duals: duals(best.prices), basis: nil)
  }
}
