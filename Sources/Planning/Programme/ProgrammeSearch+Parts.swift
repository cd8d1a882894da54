import LinearProgramming
import Organization
import Simulation

/// The parts of a programme that touch each other only through what is shared.
extension ProgrammeSearch {
  /// Teams that nobody changes to or from are parts of their own, at prices on what is shared.
  struct PricedPart: Sendable {
    /// With rows that whole numbers keep to.
    var part: SeparateParts.Part
    /// The best without whole numbers.
    let relaxed: Solution
    /// The best with whole numbers so far.
    var best: Solution?
    /// What no choice can have less of.
    var bound: Double
    /// Simplex iterations after which a proof was given up.
    var tried = 0

    /// What the best costs; infinite where there is none.
    var objective: Double { best?.objective ?? .infinity }

    var distance: Double { objective - bound }
  }

  /// What is known of a programme at some prices.
  struct PricedParts: Sendable {
    var parts: [PricedPart]
    /// Rows that join them.
    let joining: [LinearProgram.Row]
    /// What nobody gets of what the parts pay.
    let constant: Double

    var bound: Double { parts.reduce(constant) { $0 + $1.bound } }

    /// What the best of the parts come to at these prices, if all have one.
    var objective: Double {
      parts.reduce(constant) { $0 + $1.objective }
    }

    /// What the best of the parts are together, if all have one.
    func values(of count: Int) -> [Double]? {
      var values = [Double](repeating: 0, count: count)
      for one in parts {
        guard let best = one.best else { return nil }
        one.part.put(best.values, into: &values)
      }
      return values
    }

    /// Takes away what no choice below a cost can have: it would cost its part its reduced cost above its best
    /// without whole numbers, and the others no less than their bounds.
    ///
    /// [Dantzig, Fulkerson & Johnson 1954]
    func ruleOut(from linear: inout LinearProgram, above cost: Double) {
      for one in parts {
        let reduced = one.part.program.reducedCosts(one.relaxed.duals)
        let most = cost - (bound - one.bound) - one.relaxed.objective
        let dear = zip(one.part.variables, reduced).filter { linear.isWhole[$0] && $1 > most }
        linear.ruleOut(dear.map(\.0))
      }
    }
  }

  /// Prices what is shared as the best choice without whole numbers does, and looks for the best of each part
  /// among seats that look good: in the plan at hand, in the part's best without whole numbers, or beside one
  /// of these.
  ///
  /// - Parameters:
  ///   - programme: with rows that whole numbers keep to, the last of which may join parts too.
  ///   - joining: rows that may join parts.
  ///   - relaxed: its best choice without whole numbers.
  ///   - start: a choice to begin with.
  ///   - gap: how far all parts together may be from their best.
  ///   - task: what is in the plan at hand, and how much work is left.
  /// - Returns: `nil` where the solver has nothing for a part.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func parts(
    of programme: StaffingProgramme, joinedBy joining: Set<LinearProgram.Row>,
    at relaxed: Solution, from start: [Double], within gap: Double, _ task: inout Task
  ) throws(PlanningStopped) -> PricedParts? {
    let cut = SeparateParts(programme.linear, joinedBy: joining, duals: relaxed.duals)
    let hard = Double(max(1, cut.parts.count { $0.program.hasWholeNumbers }))
    let columns = programme.optionsByColumn
    // Of many parts that do not fit together all are hard, and joining them is harder.
    let isScarce = cut.parts.count > Self.mostTogether && cut.constant != 0
    let share = isScarce ? Self.shareOfScarce : Self.shareOfWork * Self.uneven
    let looked = try each(
      cut.parts.indices, spending: share / hard, &task
    ) { place, task throws(PlanningStopped) in
      try look(at: cut.parts[place], columns, from: start, within: gap / hard, &task)
    }
    let parts = looked.compactMap(\.self)
    guard parts.count == looked.count else { return nil }
    return PricedParts(parts: parts, joining: cut.joining, constant: cut.constant)
  }

  /// Of the work that is left, what all parts may take; the rest is for what joins them.
  private static let shareOfWork = 0.5
  /// The same, evenly, where there are many and they do not fit together.
  private static let shareOfScarce = 0.4
  /// What one part may take of that, relative to an even share: most need far less.
  private static let uneven = 2.0

  /// The most that each distance may be so that all together are within a limit.
  static func level(_ distances: [Double], within limit: Double) -> Double {
    var left = limit
    let sorted = distances.sorted()
    for (place, distance) in sorted.enumerated() {
      let share = left / Double(sorted.count - place)
      if distance > share { return share }
      left -= distance
    }
    return .infinity
  }

  private func look(
    at part: SeparateParts.Part, _ columns: [Int: SeatOption], from start: [Double],
    within gap: Double, _ task: inout Task
  ) throws(PlanningStopped) -> PricedPart? {
    var part = part
    guard let (rows, relaxed) = try tightened(part.program, &task) else { return nil }
    part.program.require(rows)
    guard part.program.hasWholeNumbers else {
      return PricedPart(part: part, relaxed: relaxed, best: relaxed, bound: relaxed.objective)
    }
    var own = Set<Seat>()
    var transfers = task.near.transfers.reduce(into: Set<Transfer>()) { $0.insert($1) }
    for (place, variable) in part.variables.enumerated() where relaxed.values[place] > 1e-6 {
      guard let option = columns[variable] else { continue }
      if let transfer = option.transfer { transfers.insert(transfer) }
      if option.isSeat { own.insert(option.seat) }
    }
    let near = NearSeats(
      own.union(task.near.seats), transfers: transfers, teams: world.model.teams.count)
    var narrow = part.program
    narrow.ruleOut(
      part.variables.indices.filter { place in
        columns[part.variables[place]].map { !near.contains($0) } ?? false
      })
    let found = try run(
      narrow, &task, start: .values(part.values(of: start)), gap: gap
    ).solution
    return PricedPart(part: part, relaxed: relaxed, best: found, bound: relaxed.objective)
  }

  /// Proves how good the best of each part is, as far as is needed for all together to be within a gap: what
  /// is near enough already leaves its share to the others, and what turns out to be hard takes of theirs.
  ///
  /// What was found rules out all seats that a better choice cannot have, often all but a few.
  func prove(
    _ priced: inout PricedParts, within gap: Double, _ task: inout Task
  ) throws(PlanningStopped) {
    for _ in 0..<Self.passes {
      let parts = priced.parts
      let most = Int(Double(task.left.iterations) * Self.shareOfWork)
      // It has shown that less than twice the work is of little use.
      let isHard = parts.map { 2 * $0.tried > most }
      let hard = parts.indices.reduce(0) { $0 + (isHard[$1] ? parts[$1].distance : 0) }
      guard hard < gap else { return }
      let others = parts.indices.filter { !isHard[$0] }
      let distance = Self.level(others.map { parts[$0].distance }, within: gap - hard)
      // What was proved to a distance is at it, rounding aside.
      let open = others.filter { parts[$0].distance > distance * (1 + 1e-6) }
      guard !open.isEmpty else { return }
      let proved = try each(
        open.indices, spending: Self.shareOfWork * Self.uneven / Double(open.count), &task
      ) { place, task throws(PlanningStopped) in
        try proof(of: parts[open[place]], within: distance, &task)
      }
      for (place, part) in zip(open, proved) { priced.parts[place] = part }
    }
  }

  /// Times that what is left open is dealt out anew.
  private static let passes = 4

  private func proof(
    of part: PricedPart, within distance: Double, _ task: inout Task
  ) throws(PlanningStopped) -> PricedPart {
    var part = part
    let (before, isKnown) = (task.left.iterations, part.best != nil)
    let cutoff = part.objective - distance
    // What is that much better rules out more seats, so that it is quicker to begin again.
    let enough = isKnown ? cutoff : -.infinity
    let outcome = try run(
      part.part.program.without(above: cutoff, part.relaxed), &task,
      start: (part.best?.values).map(SolverStart.values), gap: distance, until: enough,
      explores: !isKnown, fits: isKnown)
    if let proof = outcome.solution {
      if proof.objective < part.objective { part.best = proof }
      part.bound = max(part.bound, min(proof.bound, cutoff))
    }
    if case .stopped = outcome, part.objective > enough {
      part.tried = before - task.left.iterations
    }
    return part
  }
}
