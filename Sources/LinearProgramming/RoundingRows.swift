/// Finds what whole numbers keep to and a choice without whole numbers does not.
///
/// Each inequality comes from one row of a program, in which free variables that another row defines
/// are replaced by what they are. Over whole x ≥ 0 and any s ≥ 0, Σ aⱼxⱼ − s ≤ b implies for every δ > 0,
/// with f and fⱼ the fractional parts of b/δ and aⱼ/δ,
///
///     Σ (⌊aⱼ/δ⌋ + max(0, fⱼ − f)/(1 − f)) xⱼ − s/(δ(1 − f)) ≤ ⌊b/δ⌋
///
/// [mixed-integer rounding: Nemhauser & Wolsey 1990; how to look for it: Marchand & Wolsey 2001].
package struct RoundingRows: Sendable {
  /// One row as Σ aⱼxⱼ + Σ cₖyₖ ≤ `most`, over whole x and other y.
  private struct Row: Sendable {
    var whole: [Int] = []
    var wholeFactors: [Double] = []
    var rest: [Int] = []
    var restFactors: [Double] = []
    var most = 0.0
    var largest = 0.0
  }

  private let rows: [Row]
  private let lower: [Double]
  private let upper: [Double]

  /// - Complexity: O(entries, with definitions in the place of free variables).
  package init(_ program: LinearProgram) {
    (lower, upper) = (program.lowerBounds, program.upperBounds)
    let definitions = Self.definitions(in: program)
    var sums = [Double](repeating: 0, count: program.variableCount)
    rows = (0..<program.rowCount).flatMap { row -> [Row] in
      let bounds = (program.rowLowerBounds[row], program.rowUpperBounds[row])
      guard bounds.0 < bounds.1,
        let (named, constant) = Self.sum(of: row, program, definitions, &sums)
      else { return [] }
      let terms = named.map { ($0, sums[$0]) }
      for variable in named { sums[variable] = 0 }
      var found: [Row] = []
      if bounds.1 < .infinity {
        found += Self.row(terms, sign: 1, atMost: bounds.1 - constant, program)
      }
      if bounds.0 > -.infinity {
        found += Self.row(terms, sign: -1, atMost: constant - bounds.0, program)
      }
      return found
    }
  }

  // MARK: Rows of whole numbers

  private static func isFree(_ variable: Int, _ program: LinearProgram) -> Bool {
    program.lowerBounds[variable] == -.infinity && program.upperBounds[variable] == .infinity
  }

  /// By free variable, the row that says what it is in terms of others, and where in it that stands.
  private static func definitions(
    in program: LinearProgram
  ) -> [Int: (row: Int, entry: Int)] {
    var definitions: [Int: (row: Int, entry: Int)] = [:]
    for row in 0..<program.rowCount
    where program.rowLowerBounds[row] == program.rowUpperBounds[row] {
      let free = (program.starts[row]..<program.starts[row + 1]).filter {
        program.factors[$0] != 0 && isFree(program.indices[$0], program)
      }
      guard free.count == 1, definitions[program.indices[free[0]]] == nil else { continue }
      definitions[program.indices[free[0]]] = (row, free[0])
    }
    return definitions
  }

  /// Adds up a row with definitions put in.
  ///
  /// - Returns: the variables that it has then, each once, with factors in `sums`, and a constant; `nil`
  ///   where a free variable is left.
  private static func sum(
    of row: Int, _ program: LinearProgram, _ definitions: [Int: (row: Int, entry: Int)],
    _ sums: inout [Double]
  ) -> (named: [Int], constant: Double)? {
    var (named, constant, isClosed) = ([Int](), 0.0, true)
    func add(_ factor: Double, _ variable: Int) {
      if sums[variable] == 0 { named.append(variable) }
      sums[variable] += factor
      // What adds up to nothing still has to be named once only.
      if sums[variable] == 0 { sums[variable] = .leastNonzeroMagnitude }
    }
    for entry in program.starts[row]..<program.starts[row + 1] {
      let (variable, factor) = (program.indices[entry], program.factors[entry])
      guard factor != 0 else { continue }
      guard isFree(variable, program) else {
        add(factor, variable)
        continue
      }
      guard let definition = definitions[variable], definition.row != row else {
        isClosed = false
        break
      }
      let times = factor / program.factors[definition.entry]
      constant += times * program.rowLowerBounds[definition.row]
      for other in program.starts[definition.row]..<program.starts[definition.row + 1]
      where other != definition.entry && program.factors[other] != 0 {
        add(-times * program.factors[other], program.indices[other])
      }
    }
    guard isClosed else {
      for variable in named { sums[variable] = 0 }
      return nil
    }
    return (named, constant)
  }

  /// The row over what variables are above their lower bounds; none where nothing in it is whole, or
  /// something has no such bound.
  private static func row(
    _ terms: [(variable: Int, factor: Double)], sign: Double, atMost most: Double,
    _ program: LinearProgram
  ) -> [Row] {
    var row = Row(most: most)
    for (variable, unsigned) in terms where abs(unsigned) > 1e-12 {
      let (factor, lower) = (sign * unsigned, program.lowerBounds[variable])
      guard lower > -.infinity else { return [] }
      row.most -= factor * lower
      if program.isWhole[variable] {
        // Fixed ones are in the bound already.
        guard program.upperBounds[variable] > lower else { continue }
        row.whole.append(variable)
        row.wholeFactors.append(factor)
        row.largest = max(row.largest, abs(factor))
      } else if factor < 0 {
        row.rest.append(variable)
        row.restFactors.append(factor)
      }
    }
    return row.whole.isEmpty ? [] : [row]
  }

  // MARK: Inequalities

  /// The inequality of each row that a choice breaks most, for those that are nearly at their limits.
  ///
  /// - Complexity: O(entries × ``mostDivisors``).
  package func violated(by values: [Double]) -> [LinearProgram.Inequality] {
    rows.compactMap { inequality(of: $0, brokenBy: values) }
  }

  /// Rows further from their limits, relative to their largest factor, are left out.
  private static let nearness = 0.05
  /// Divisors that are tried for one row.
  private static let mostDivisors = 12
  /// How far a choice has to be outside, in the distance between points.
  private static let leastDistance = 1e-3
  private static let fractions = 0.01...0.99
  /// Ratio of the largest to the least factor, beyond which solvers err.
  private static let widest = 1e6

  private func inequality(
    of row: Row, brokenBy values: [Double]
  ) -> LinearProgram.Inequality? {
    var slack = 0.0
    for (variable, factor) in zip(row.rest, row.restFactors) {
      slack -= factor * max(0, values[variable] - lower[variable])
    }
    var sum = -slack
    var (above, isTurned) = ([Double](), [Bool]())
    above.reserveCapacity(row.whole.count)
    isTurned.reserveCapacity(row.whole.count)
    var (factors, most) = (row.wholeFactors, row.most)
    for (place, variable) in row.whole.enumerated() {
      let (value, width) = (values[variable] - lower[variable], upper[variable] - lower[variable])
      sum += factors[place] * value
      // What is nearer to its upper bound is counted from there.
      let turns = width < 1e6 && value > width / 2
      above.append(max(0, turns ? width - value : value))
      isTurned.append(turns)
      if turns {
        most -= factors[place] * width
        factors[place] = -factors[place]
      }
    }
    guard row.most - sum <= Self.nearness * row.largest else { return nil }
    let rounded = Rounded.most(
      factors, above: above, slack: slack,
      slackSquare: row.restFactors.reduce(0) { $0 + $1 * $1 }, most: most)
    guard let rounded, rounded.distance >= Self.leastDistance else { return nil }
    return inequality(row, factors, isTurned, most, rounded)
  }

  private func inequality(
    _ row: Row, _ factors: [Double], _ isTurned: [Bool], _ most: Double, _ rounded: Rounded
  ) -> LinearProgram.Inequality? {
    var inequality = LinearProgram.Inequality(terms: [], most: rounded.floor)
    for (place, variable) in row.whole.enumerated() {
      var factor = rounded.factor(factors[place])
      if isTurned[place] {
        inequality.most -= factor * (upper[variable] - lower[variable])
        factor = -factor
      }
      inequality.most += factor * lower[variable]
      inequality.terms.append(LinearProgram.Term(factor, .init(index: variable)))
    }
    for (variable, factor) in zip(row.rest, row.restFactors) {
      let scaled = factor * rounded.slackFactor
      inequality.most += scaled * lower[variable]
      inequality.terms.append(LinearProgram.Term(scaled, .init(index: variable)))
    }
    inequality.terms.removeAll { $0.factor == 0 }
    let sizes = inequality.terms.map { abs($0.factor) }
    guard let least = sizes.min(), let largest = sizes.max(), largest <= Self.widest * least
    else { return nil }
    return inequality
  }

  /// What comes of one divisor.
  private struct Rounded {
    let divisor: Double
    let fraction: Double
    let floor: Double
    /// How far the choice is outside.
    var distance = 0.0

    init?(_ divisor: Double, most: Double) {
      self.divisor = divisor
      floor = (most / divisor).rounded(.down)
      fraction = most / divisor - floor
      guard RoundingRows.fractions.contains(fraction), abs(floor) < 1e9 else { return nil }
    }

    var slackFactor: Double { 1 / (divisor * (1 - fraction)) }

    func factor(_ factor: Double) -> Double {
      let scaled = factor / divisor
      let floor = scaled.rounded(.down)
      return floor + max(0, scaled - floor - fraction) / (1 - fraction)
    }

    /// That which a choice breaks most, of the factors of what is not whole in it, and of halves of the
    /// best of these.
    static func most(
      _ factors: [Double], above: [Double], slack: Double, slackSquare: Double, most: Double
    ) -> Rounded? {
      let parts = above.indices.filter { above[$0] > 1e-6 && abs(factors[$0]) > 1e-7 }
        .sorted { (above[$1], $0) < (above[$0], $1) }
      var divisors: [Double] = []
      for place in parts.prefix(RoundingRows.mostDivisors) {
        let size = abs(factors[place])
        if !divisors.contains(where: { abs($0 - size) < 1e-9 }) { divisors.append(size) }
      }
      var best: Rounded?
      func look(_ divisor: Double) {
        guard var rounded = Rounded(divisor, most: most) else { return }
        var (sum, square) = (0.0, 0.0)
        for (place, factor) in factors.enumerated() {
          let new = rounded.factor(factor)
          sum += new * above[place]
          square += new * new
        }
        let scale = rounded.slackFactor
        square += slackSquare * scale * scale
        rounded.distance = (sum - slack * scale - rounded.floor) / max(1e-9, square.squareRoot())
        if rounded.distance > best?.distance ?? 0 { best = rounded }
      }
      divisors.forEach(look)
      if let divisor = best?.divisor {
        for part in [2.0, 4, 8] { look(divisor / part) }
      }
      return best
    }
  }
}

extension LinearProgram {
  /// Σ terms ≤ `most`.
  package struct Inequality: Hashable, Sendable {
    package var terms: [Term]
    package var most: Double

    /// How far a choice is within it; negative outside.
    package func slack(_ values: [Double]) -> Double {
      terms.reduce(most) { $0 - $1.factor * values[$1.variable.index] }
    }
  }

  /// Adds rows that choices of whole numbers keep to anyway.
  package mutating func require(_ inequalities: [Inequality]) {
    for inequality in inequalities {
      require(inequality.terms, atMost: inequality.most, named: "rounding")
    }
  }
}
