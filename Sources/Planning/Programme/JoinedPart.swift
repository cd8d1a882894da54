import LinearProgramming

/// A part of a programme, what it takes of what joins it to others, and what it proposed so far.
struct JoinedPart: Sendable {
  let part: SeparateParts.Part
  /// By row that joins parts, its terms in this part.
  let joining: [[LinearProgram.Term]]
  /// Without prices on what joins parts.
  private let costs: [Double]
  private(set) var proposals: [Proposal] = []

  /// A choice that the part may make.
  struct Proposal: Sendable {
    let values: [Double]
    /// What it costs without prices.
    let cost: Double
    /// By row that joins parts, what it takes of it.
    let taken: [Double]
  }

  init(_ part: SeparateParts.Part, joinedBy rows: [LinearProgram.Row], of whole: LinearProgram) {
    self.part = part
    let places = Dictionary(uniqueKeysWithValues: zip(part.variables, part.program.variables))
    joining = rows.map { row in
      whole.entries(of: row).compactMap { variable, factor in
        places[variable].map { LinearProgram.Term(factor, $0) }
      }
    }
    costs = part.values(of: whole.costs)
  }

  /// The part with no more seats than there have to be, which fits whatever there is.
  var least: LinearProgram {
    var least = part.program
    for variable in least.variables where least.isWhole[variable.index] {
      let bound = least.lowerBounds[variable.index]
      least.bound(variable, to: (bound, bound))
    }
    return least.relaxed
  }

  func proposal(_ values: [Double]) -> Proposal {
    Proposal(
      values: values, cost: zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 },
      taken: joining.map { terms in
        terms.reduce(0) { $0 + $1.factor * values[$1.variable.index] }
      })
  }

  mutating func propose(_ values: [Double]) { proposals.append(proposal(values)) }

  /// Prices what joins parts, in a program of this part.
  func price(_ program: inout LinearProgram, at prices: [Double]) {
    var costs = costs
    for (price, terms) in zip(prices, joining) where price != 0 {
      for term in terms { costs[term.variable.index] += price * term.factor }
    }
    for (variable, cost) in zip(program.variables, costs) { program.price(variable, at: cost) }
  }

  /// Leaves a program of this part no more than so much of each row that joins parts.
  func limit(_ program: inout LinearProgram, to most: [Double]) {
    for (terms, most) in zip(joining, most) where !terms.isEmpty {
      program.require(terms, atMost: most + 1e-9)
    }
  }
}

extension ProgrammeSearch {
  /// The cheapest mixture of what parts proposed that fits into what there is.
  struct Mixture {
    let cost: Double
    /// By row that joins parts, what one more of it would save; zeros where proposals are taken whole.
    let prices: [Double]
    /// By part and proposal.
    let shares: [[Double]]
  }

  /// Mixes what parts proposed, each in shares that come to one.
  ///
  /// - Parameters:
  ///   - parts: with what they proposed.
  ///   - limits: by row that joins them, what there is.
  ///   - picks: by part, the proposal to begin with, where shares have to be whole; those may not fit.
  ///   - gap: how near to the cheapest is near enough.
  ///   - task: how much work is left.
  /// - Returns: `nil` where nothing was found that fits.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func mixture(
    of parts: [JoinedPart], within limits: [Double], from picks: [Int]? = nil, gap: Double = 0,
    _ task: inout Task
  ) throws(PlanningStopped) -> Mixture? {
    var master = LinearProgram()
    var terms = limits.map { _ in [LinearProgram.Term]() }
    var columns = [[LinearProgram.Variable]]()
    for part in parts {
      columns.append(
        part.proposals.map { proposal in
          let share = master.variable(in: (0, 1), cost: proposal.cost, isWhole: picks != nil)
          for (row, taken) in proposal.taken.enumerated() {
            terms[row].append(LinearProgram.Term(taken, share))
          }
          return share
        })
    }
    let joining = zip(terms, limits).map { master.require($0, atMost: $1) }
    for own in columns { master.require(own.map { LinearProgram.Term(1, $0) }, equals: 1) }
    let start = picks.map { picks in
      zip(columns, picks).flatMap { own, pick in own.indices.map { $0 == pick ? 1.0 : 0 } }
    }
    let found = try run(master, &task, start: start.map(SolverStart.values), gap: gap).solution
    guard let found else { return nil }
    return Mixture(
      cost: found.objective, prices: joining.map { max(0, -found.duals[$0.index]) },
      shares: columns.map { own in own.map { found[$0] } })
  }
}
