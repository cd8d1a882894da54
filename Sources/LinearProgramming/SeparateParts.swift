/// A program cut into parts that touch each other only through some rows, with prices on these rows.
///
/// For any prices of the right sign, the best of all parts together with ``constant`` is not above the best of
/// the program: Σ cx − y(Ax − b) ≤ Σ cx wherever Ax keeps to b. [Lagrangian relaxation: Geoffrion 1974]
package struct SeparateParts: Sendable {
  /// A part, with costs that pay for what it takes of the rows that join it to others.
  package struct Part: Sendable {
    package var program: LinearProgram
    /// By variable of ``program``, its number in the whole, in order.
    package let variables: [Int]
    /// By row of ``program`` as it was cut, its number in the whole.
    fileprivate let rows: [Int]

    /// Of values of all variables of the whole, those of the part.
    package func values(of whole: [Double]) -> [Double] { variables.map { whole[$0] } }

    /// Puts a choice for the part into one for the whole.
    package func put(_ values: [Double], into whole: inout [Double]) {
      for (variable, value) in zip(variables, values) { whole[variable] = value }
    }
  }

  package private(set) var parts: [Part] = []
  /// Rows that touch more than one part.
  package private(set) var joining: [LinearProgram.Row] = []
  /// What the parts pay for everything that there is of the rows that join them, which nobody gets.
  package private(set) var constant = 0.0

  /// - Parameters:
  ///   - program: the whole.
  ///   - joining: rows that may join parts; where one touches a single part it stays in that.
  ///   - duals: prices by row, such as those of the best choice without whole numbers. A row without a limit on
  ///     the side that its price is for gets none.
  /// - Complexity: O(entries).
  package init(_ program: LinearProgram, joinedBy joining: Set<LinearProgram.Row>, duals: [Double])
  {
    let numbers = Self.numbers(program, joining)
    let count = (numbers.max() ?? -1) + 1
    var members = [[Int]](repeating: [], count: count)
    for (variable, number) in numbers.enumerated() { members[number].append(variable) }
    var rows = [[Int]](repeating: [], count: count)
    var prices = [Double](repeating: 0, count: program.rowCount)
    for row in 0..<program.rowCount {
      let entries = program.starts[row]..<program.starts[row + 1]
      let number = entries.first.map { numbers[program.indices[$0]] } ?? 0
      if entries.allSatisfy({ numbers[program.indices[$0]] == number }) {
        if number < count { rows[number].append(row) }
        continue
      }
      self.joining.append(.init(index: row))
      let dual = duals[row]
      let limit = dual < 0 ? program.rowUpperBounds[row] : program.rowLowerBounds[row]
      guard dual != 0, limit.isFinite else { continue }
      constant += dual * limit
      prices[row] = dual
    }
    let costs = program.reducedCosts(prices)
    var places = [Int](repeating: 0, count: program.variableCount)
    for (members, rows) in zip(members, rows) {
      for (place, variable) in members.enumerated() { places[variable] = place }
      parts.append(
        Part(
          program: LinearProgram(rows, members, of: program, places: places, costs: costs),
          variables: members, rows: rows))
    }
  }

  /// Adds to the whole the rows that its parts were found to keep to.
  ///
  /// - Parameters:
  ///   - program: the whole, as it was cut.
  ///   - found: by part, these rows, and its best choice without whole numbers in the program that has them.
  /// - Returns: a basis of the whole, in which rows that join parts are not at their limits; `nil` where a part
  ///   has none.
  package func join(
    _ program: inout LinearProgram,
    _ found: [(rows: [LinearProgram.Inequality], relaxed: Solution)]
  ) -> Basis? {
    var basis = Basis(
      variables: [Int32](repeating: 0, count: program.variableCount),
      rows: [Int32](repeating: Basis.basic, count: program.rowCount))
    for (part, one) in zip(parts, found) {
      guard let own = one.relaxed.basis, own.variables.count == part.variables.count,
        own.rows.count == part.rows.count + one.rows.count
      else { return nil }
      for (variable, status) in zip(part.variables, own.variables) {
        basis.variables[variable] = status
      }
      for (row, status) in zip(part.rows, own.rows) { basis.rows[row] = status }
      program.require(
        one.rows.map { row in
          var row = row
          row.terms = row.terms.map {
            .init($0.factor, .init(index: part.variables[$0.variable.index]))
          }
          return row
        })
      basis.rows += own.rows[part.rows.count...]
    }
    return basis
  }

  /// By variable, the number of its part; parts are numbered by their first variables, and all that have no
  /// whole numbers are one.
  private static func numbers(
    _ program: LinearProgram, _ joining: Set<LinearProgram.Row>
  ) -> [Int] {
    var sets = DisjointSets(count: program.variableCount)
    for row in program.rows where !joining.contains(row) {
      let entries = program.starts[row.index]..<program.starts[row.index + 1]
      for entry in entries.dropFirst() {
        sets.join(program.indices[entries.lowerBound], program.indices[entry])
      }
    }
    var hasWhole = [Bool](repeating: false, count: program.variableCount)
    for variable in hasWhole.indices where program.isWhole[variable] {
      hasWhole[sets.least(with: variable)] = true
    }
    var numbers = [Int](repeating: -1, count: program.variableCount)
    var (count, rest) = (0, Int?.none)
    for variable in numbers.indices {
      let first = sets.least(with: variable)
      if numbers[first] < 0 {
        numbers[first] = hasWhole[first] ? count : rest ?? count
        if !hasWhole[first], rest == nil { rest = count }
        count = max(count, numbers[first] + 1)
      }
      numbers[variable] = numbers[first]
    }
    return numbers
  }
}

extension LinearProgram {
  /// Some rows and variables of a program, where these rows have no others.
  fileprivate init(
    _ rows: [Int], _ members: [Int], of program: LinearProgram, places: [Int], costs: [Double]
  ) {
    self.init()
    for member in members {
      _ = variable(
        program.names[member], in: (program.lowerBounds[member], program.upperBounds[member]),
        cost: costs[member], isWhole: program.isWhole[member])
    }
    for row in rows {
      let terms = (program.starts[row]..<program.starts[row + 1]).map {
        Term(program.factors[$0], Variable(index: places[program.indices[$0]]))
      }
      require(
        terms, in: (program.rowLowerBounds[row], program.rowUpperBounds[row]),
        named: program.rowNames[row])
    }
  }
}
