/// A linear objective to be least, over variables with bounds, some of them whole numbers, and rows.
///
/// It knows nothing of who solves it. Names are for people who read the file that
/// ``LinearProgram/mps(name:)`` writes.
package struct LinearProgram: Sendable {
  /// A column, by its number.
  package struct Variable: Hashable, Sendable {
    package let index: Int

    /// The same variable of a program that was appended behind so many others.
    package func moved(by offset: Int) -> Variable { Variable(index: index + offset) }
  }

  /// A condition, by its number.
  package struct Row: Hashable, Sendable {
    package let index: Int
  }

  package struct Term: Hashable, Sendable {
    package var factor: Double
    package var variable: Variable

    package init(_ factor: Double, _ variable: Variable) {
      self.factor = factor
      self.variable = variable
    }
  }

  /// Money, or whatever is to be least, by variable.
  package private(set) var costs: [Double] = []
  package private(set) var lowerBounds: [Double] = []
  package private(set) var upperBounds: [Double] = []
  package private(set) var isWhole: [Bool] = []
  package private(set) var names: [String] = []

  package private(set) var rowLowerBounds: [Double] = []
  package private(set) var rowUpperBounds: [Double] = []
  package private(set) var rowNames: [String] = []
  /// Where each row begins in ``indices`` and ``factors``, and the end of the last.
  package private(set) var starts: [Int] = [0]
  package private(set) var indices: [Int] = []
  package private(set) var factors: [Double] = []
  /// By variable, where the row that is being added names it already.
  private var places: [Int] = []

  package init() {}

  package var variableCount: Int { costs.count }
  /// All variables, in order.
  package var variables: [Variable] { costs.indices.map { Variable(index: $0) } }
  package var rowCount: Int { rowNames.count }
  /// All rows, in order.
  package var rows: [Row] { rowNames.indices.map { Row(index: $0) } }
  package var hasWholeNumbers: Bool { isWhole.contains(true) }

  /// Adds a variable; without bounds it is 0 or more.
  package mutating func variable(
    _ name: @autoclosure () -> String = "", in bounds: (Double, Double) = (0, .infinity),
    cost: Double = 0, isWhole: Bool = false
  ) -> Variable {
    costs.append(cost)
    lowerBounds.append(bounds.0)
    upperBounds.append(bounds.1)
    self.isWhole.append(isWhole)
    names.append(name())
    places.append(-1)
    return Variable(index: costs.count - 1)
  }

  /// Demands that a sum of terms lies between two numbers, which may be infinite.
  ///
  /// Terms of the same variable are added up, those of nothing left out.
  @discardableResult
  package mutating func require(
    _ terms: [Term], in bounds: (Double, Double), named name: @autoclosure () -> String = ""
  ) -> Row {
    let begin = indices.count
    for term in terms where term.factor != 0 {
      let same = places[term.variable.index]
      if same >= begin {
        factors[same] += term.factor
      } else {
        places[term.variable.index] = indices.count
        indices.append(term.variable.index)
        factors.append(term.factor)
      }
    }
    starts.append(indices.count)
    rowLowerBounds.append(bounds.0)
    rowUpperBounds.append(bounds.1)
    rowNames.append(name())
    return Row(index: rowNames.count - 1)
  }

  @discardableResult
  package mutating func require(
    _ terms: [Term], atLeast bound: Double, named name: @autoclosure () -> String = ""
  ) -> Row { require(terms, in: (bound, .infinity), named: name()) }

  @discardableResult
  package mutating func require(
    _ terms: [Term], atMost bound: Double, named name: @autoclosure () -> String = ""
  ) -> Row { require(terms, in: (-.infinity, bound), named: name()) }

  @discardableResult
  package mutating func require(
    _ terms: [Term], equals number: Double, named name: @autoclosure () -> String = ""
  ) -> Row { require(terms, in: (number, number), named: name()) }

  /// Narrows a variable, for fixing what is decided already.
  package mutating func bound(_ variable: Variable, to bounds: (Double, Double)) {
    lowerBounds[variable.index] = bounds.0
    upperBounds[variable.index] = bounds.1
  }

  /// Takes away those of some variables that need not be more than zero.
  package mutating func ruleOut(_ variables: some Sequence<Int>) {
    for variable in variables where lowerBounds[variable] == 0 { upperBounds[variable] = 0 }
  }

  /// Raises the upper bounds of some rows to what a choice takes of them, where that is more.
  package mutating func allow(_ values: [Double], in rows: [Row]) {
    for row in rows.map(\.index) {
      let taken = (starts[row]..<starts[row + 1]).reduce(0) {
        $0 + factors[$1] * values[indices[$1]]
      }
      rowUpperBounds[row] = max(rowUpperBounds[row], taken)
    }
  }

  /// Puts another price on a variable.
  package mutating func price(_ variable: Variable, at cost: Double) {
    costs[variable.index] = cost
  }

  /// Demands whole numbers of a variable, or no longer.
  package mutating func setWhole(_ variable: Variable, _ isWhole: Bool) {
    self.isWhole[variable.index] = isWhole
  }

  /// Puts another program beside this one; nothing joins the two until a row does.
  ///
  /// - Returns: by how much the numbers of the other's variables grow.
  @discardableResult
  package mutating func append(_ other: LinearProgram) -> Int {
    let (columns, entries) = (variableCount, indices.count)
    costs += other.costs
    lowerBounds += other.lowerBounds
    upperBounds += other.upperBounds
    isWhole += other.isWhole
    names += other.names
    places += [Int](repeating: -1, count: other.variableCount)
    rowLowerBounds += other.rowLowerBounds
    rowUpperBounds += other.rowUpperBounds
    rowNames += other.rowNames
    starts += other.starts.dropFirst().map { $0 + entries }
    indices += other.indices.map { $0 + columns }
    factors += other.factors
    return columns
  }

  /// The variables of a row and their factors.
  package func entries(of row: Row) -> [(variable: Int, factor: Double)] {
    (starts[row.index]..<starts[row.index + 1]).map { (indices[$0], factors[$0]) }
  }

  /// What a choice comes to in a row.
  package func sum(of row: Row, _ values: [Double]) -> Double {
    entries(of: row).reduce(0) { $0 + $1.factor * values[$1.variable] }
  }

  /// The same without whole numbers.
  package var relaxed: LinearProgram {
    var copy = self
    copy.isWhole = [Bool](repeating: false, count: variableCount)
    return copy
  }

  /// What a choice of all variables costs.
  package func objective(of values: [Double]) -> Double {
    zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
