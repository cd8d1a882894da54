import LinearProgramming

/// Prices for parts that are too many for one program, even without whole numbers.
extension ProgrammeSearch {
  /// Rounds of prices and proposals after which it is good enough, whatever is left open: a hundred teams that
  /// lack much take some twenty.
  private static let mostPrices = 60

  /// Share of the cost that may be open between a mixture and its bound.
  private static let nearEnough = 1e-4

  /// How much of the best prices so far stays in the next.
  private static let steadiness = 0.5

  /// The best of many parts without whole numbers, joined by few rows.
  ///
  /// Parts propose what they would do at some prices. The cheapest mixture of all proposals says which prices
  /// to ask next, the parts at these prices how far it is from the best at most. Prices in the middle between
  /// those of the mixture and the best so far keep them from leaping about. [Dantzig & Wolfe 1960; Wentges
  /// 1997]
  ///
  /// A hundred teams that lack much are not solved in one program in seven minutes; so they take a quarter of
  /// one [Benchmarks/solver/README.md].
  ///
  /// - Parameters:
  ///   - program: the whole, with limits from above on all rows that join parts.
  ///   - cut: its parts at no prices.
  ///   - found: by part, rows that it keeps to and its best choice at no prices.
  ///   - task: how much work is left.
  /// - Returns: the bound, the duals of joining rows, and the mixture; `nil` where there is none.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func mixed(
    _ program: LinearProgram, _ cut: SeparateParts, _ found: [Tightened], _ task: inout Task
  ) throws(PlanningStopped) -> Solution? {
    let limits = cut.joining.map { program.rowUpperBounds[$0.index] }
    var parts = cut.parts.map { JoinedPart($0, joinedBy: cut.joining, of: program) }
    let least = try least(of: parts, &task)
    for (place, (found, least)) in zip(found, least).enumerated() {
      guard let least else { return nil }
      parts[place].propose(found.relaxed.values)
      parts[place].propose(least.values)
    }
    let relaxed = zip(parts, found).map { part, found in
      var relaxed = part.part.program.relaxed
      relaxed.require(found.rows)
      return relaxed
    }
    var bases = found.map(\.relaxed.basis)
    var best = (
      prices: limits.map { _ in 0.0 }, bound: found.reduce(0) { $0 + $1.relaxed.objective }
    )
    var mixture: Mixture?
    for _ in 0..<Self.mostPrices {
      guard let next = try self.mixture(of: parts, within: limits, &task) else { break }
      mixture = next
      guard next.cost - best.bound > Self.nearEnough * abs(next.cost) else { break }
      let prices = zip(best.prices, next.prices).map {
        Self.steadiness * $0 + (1 - Self.steadiness) * $1
      }
      let solved = try each(parts.indices, spending: 1, &task) {
        [parts, bases] place, task throws(PlanningStopped) in
        var program = relaxed[place]
        parts[place].price(&program, at: prices)
        return try run(
          program, &task, start: bases[place].map(SolverStart.basis), gap: 0
        ).solution
      }
      let all = solved.compactMap(\.self)
      // Where the time is up, what is known so far has to do.
      guard all.count == solved.count else { break }
      let bound =
        all.reduce(0) { $0 + $1.objective } - zip(prices, limits).reduce(0) { $0 + $1.0 * $1.1 }
      if bound > best.bound { best = (prices, bound) }
      bases = all.map(\.basis)
      for (place, solution) in all.enumerated() { parts[place].propose(solution.values) }
    }
    guard let mixture else { return nil }
    var values = [Double](repeating: 0, count: program.variableCount)
    for (one, shares) in zip(parts, mixture.shares) {
      var own = [Double](repeating: 0, count: one.part.variables.count)
      for (proposal, share) in zip(one.proposals, shares) where share > 0 {
        for (place, value) in proposal.values.enumerated() { own[place] += share * value }
      }
      one.part.put(own, into: &values)
    }
    var duals = [Double](repeating: 0, count: program.rowCount)
    for (row, price) in zip(cut.joining, best.prices) { duals[row.index] = -price }
    return Solution(
      values: values, objective: best.bound, bound: best.bound, duals: duals, basis: nil)
  }

  /// Parts with no more seats than there have to be, which fit together whatever there is.
  func least(
    of parts: [JoinedPart], _ task: inout Task
  ) throws(PlanningStopped) -> [Solution?] {
    try each(parts.indices, spending: 1, &task) { place, task throws(PlanningStopped) in
      try run(parts[place].least, &task, start: nil, gap: 0).solution
    }
  }
}
