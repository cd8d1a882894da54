import LinearProgramming
import Organization
import Simulation

/// Many parts that do not fit together.
extension ProgrammeSearch {
  /// Makes a plan of parts that are too many for one programme.
  ///
  /// Each part proposes what it would do with one less of what there is too little of, or with as much more as
  /// the others leave, and then what it would do at the prices at which proposals so far are mixed best. Of all
  /// of them one for each part is picked, so that they fit together at least cost. [a restricted master of whole
  /// proposals: Vanderbeck & Savelsbergh 2006]
  ///
  /// - Returns: values of all columns; `nil` where nothing was found.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func picking(
    _ sought: Sought, keeping near: NearSeats, _ task: inout Task
  ) throws(PlanningStopped) -> [Double]? {
    let whole = sought.programme.linear
    let narrow = sought.programme.keeping(near).linear
    let priced = sought.priced
    let limits = priced.joining.map { whole.rowUpperBounds[$0.index] }
    var parts = priced.parts.map { JoinedPart($0.part, joinedBy: priced.joining, of: whole) }
    let least = try least(of: parts, &task)
    for (place, least) in least.enumerated() {
      guard let least, let best = priced.parts[place].best else { return nil }
      parts[place].propose(least.values)
      parts[place].propose(best.values)
      if sought.objective != nil {
        parts[place].propose(parts[place].part.values(of: sought.values))
      }
    }
    let gap = sought.gap * Self.shareOfJoining
    let known = priced.joining.map { max(0, -sought.relaxed.duals[$0.index]) }
    let nothing = known.map { _ in 0.0 }
    var (picks, cost) = (parts.map { _ in 1 }, Double.infinity)
    for round in 0..<Self.pickings {
      let chosen = zip(parts, picks).map { $0.proposals[$1] }
      let left = limits.indices.map { row in
        limits[row] - chosen.reduce(0) { $0 + $1.taken[row] }
      }
      let isOver = left.contains { $0 < -1e-6 }
      let share = 1 / Double(2 * (Self.pickings - round))
      try propose(&parts, narrow, gap: gap, spending: share, &task) {
        [parts] place, program in
        let (own, least) = (chosen[place], parts[place].proposals[0])
        // What is left costs nothing more.
        if !isOver { parts[place].price(&program, at: nothing) }
        parts[place].limit(
          &program,
          to: left.indices.map { row in
            left[row] < 0
              ? max(least.taken[row], own.taken[row] - min(1, -left[row]))
              : own.taken[row] + left[row]
          })
        return own.values
      }
      guard let mixed = try mixture(of: parts, within: limits, &task) else { break }
      let prices = zip(known, mixed.prices).map { ($0 + $1) / 2 }
      try propose(&parts, narrow, gap: gap, spending: share, &task) { [parts] place, program in
        parts[place].price(&program, at: prices)
        return chosen[place].values
      }
      let picked = try task.spending(share) { task throws(PlanningStopped) in
        try mixture(of: parts, within: limits, from: picks, gap: gap, &task)
      }
      guard let picked, picked.cost < cost else { break }
      picks = picked.shares.map { shares in shares.firstIndex { $0 > 0.5 } ?? 0 }
      guard cost - picked.cost > gap else { break }
      cost = picked.cost
    }
    var values = [Double](repeating: 0, count: whole.variableCount)
    for (part, pick) in zip(parts, picks) {
      part.part.put(part.proposals[pick].values, into: &values)
    }
    return whole.violations(of: values).isEmpty ? values : nil
  }

  /// Has each part propose the best of some program of its own.
  ///
  /// `change` makes that of the part without prices, and says what to begin with.
  private func propose(
    _ parts: inout [JoinedPart], _ narrow: LinearProgram, gap: Double, spending share: Double,
    _ task: inout Task, _ change: @Sendable (Int, inout LinearProgram) -> [Double]
  ) throws(PlanningStopped) {
    let count = Double(parts.count)
    let proposed = try each(parts.indices, spending: share / count, &task) {
      [parts] place, task throws(PlanningStopped) in
      let part = parts[place].part
      var program = part.program
      for (column, variable) in zip(program.variables, part.variables) {
        program.bound(column, to: (narrow.lowerBounds[variable], narrow.upperBounds[variable]))
      }
      let start = change(place, &program)
      return try run(program, &task, start: .values(start), gap: gap / count).solution
    }
    for (place, solution) in proposed.enumerated() {
      if let solution { parts[place].propose(solution.values) }
    }
  }

  /// Rounds of proposals.
  private static let pickings = 4
}
