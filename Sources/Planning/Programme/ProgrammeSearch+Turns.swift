import LinearProgramming
import Organization
import Simulation

/// Many parts, some of them at a time.
extension ProgrammeSearch {
  /// Makes a plan of parts that are too many for one programme, some at a time.
  ///
  /// Each some get of what joins them all what the best choice without whole numbers gives to them and to those
  /// before them, less what those took. [groups with cumulative shares do better than parts by themselves:
  /// Benchmarks/solver/README.md]
  ///
  /// - Returns: values of all columns; `nil` where some could not be solved, or do not fit.
  func takingTurns(
    _ sought: Sought, keeping near: NearSeats, _ task: inout Task
  ) throws(PlanningStopped) -> [Double]? {
    let whole = sought.programme.linear
    let narrow = sought.programme.keeping(near).linear
    let parts = sought.priced.parts
    let groups = stride(from: 0, to: parts.count, by: Self.atOnce).map {
      Array(parts[$0..<min(parts.count, $0 + Self.atOnce)])
    }
    var values = [Double](repeating: 0, count: whole.variableCount)
    // What was given to nobody is for whoever comes first; of what is not there all get less.
    let given = sought.priced.joining.map { whole.sum(of: $0, sought.relaxed.values) }
    let limits = sought.priced.joining.map { whole.rowUpperBounds[$0.index] }
    var left = zip(limits, given).map { max(0, $0 - $1) }
    let scales = zip(limits, given).map { $1 > $0 ? max(0, $0 / $1) : 1 }
    for (number, group) in groups.enumerated() {
      let variables = group.flatMap(\.part.variables)
      var linear = LinearProgram()
      for one in group { linear.append(one.part.program) }
      var places = [Int: Int]()
      for (place, (column, variable)) in zip(linear.variables, variables).enumerated() {
        places[variable] = place
        linear.price(column, at: whole.costs[variable])
        linear.bound(column, to: (narrow.lowerBounds[variable], narrow.upperBounds[variable]))
      }
      let columns = linear.variables
      for (place, row) in sought.priced.joining.enumerated() {
        var (terms, least) = ([LinearProgram.Term](), 0.0)
        for (variable, factor) in whole.entries(of: row) {
          guard let own = places[variable] else { continue }
          left[place] += scales[place] * factor * sought.relaxed.values[variable]
          least += factor * whole.lowerBounds[variable]
          terms.append(LinearProgram.Term(factor, columns[own]))
        }
        // Seats that have to be there take what they take.
        left[place] = max(left[place], least)
        if !terms.isEmpty { linear.require(terms, atMost: left[place] + 1e-9) }
      }
      let gap =
        sought.gap * Self.shareOfJoining * Double(group.count) / Double(max(1, parts.count))
      let found = try task.spending(1 / Double(groups.count - number)) {
        task throws(PlanningStopped) in
        try run(linear, &task, start: nil, gap: gap)
      }
      guard let solution = found.solution else { return nil }
      for (variable, value) in zip(variables, solution.values) { values[variable] = value }
      for (place, row) in sought.priced.joining.enumerated() {
        for (variable, factor) in whole.entries(of: row) where places[variable] != nil {
          left[place] -= factor * values[variable]
        }
      }
    }
    return whole.violations(of: values).isEmpty ? values : nil
  }

  /// Parts that are solved in one programme where there are many.
  private static let atOnce = 10
}
