extension LinearProgram {
  /// A bound, a row or a whole number that a choice of variables does not keep to.
  package struct Violation: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
      case bound(Variable)
      case wholeNumber(Variable)
      case row(Row)
    }

    package var place: Place
    /// How far beyond.
    package var excess: Double
  }

  /// What a choice breaks, worked out from the program alone, so that no solver has to be believed.
  ///
  /// - Parameters:
  ///   - values: of all variables, in order.
  ///   - tolerance: what is let pass, relative to the size of the terms of a row, at least absolute.
  /// - Returns: bounds and whole numbers by variable, then rows; empty where nothing is broken.
  /// - Complexity: O(terms).
  package func violations(of values: [Double], tolerance: Double = 1e-6) -> [Violation] {
    precondition(values.count == variableCount, "a value for every variable")
    var found = [Violation]()
    for index in values.indices {
      let value = values[index]
      let beyond = max(lowerBounds[index] - value, value - upperBounds[index])
      if !(beyond <= tolerance * max(1, abs(value))) {
        found.append(Violation(place: .bound(Variable(index: index)), excess: beyond))
      }
      let broken = abs(value - value.rounded())
      if isWhole[index], !(broken <= tolerance) {
        found.append(Violation(place: .wholeNumber(Variable(index: index)), excess: broken))
      }
    }
    for row in rowNames.indices {
      var (sum, size) = (0.0, 1.0)
      for place in starts[row]..<starts[row + 1] {
        let term = factors[place] * values[indices[place]]
        sum += term
        size = max(size, abs(term))
      }
      let beyond = max(rowLowerBounds[row] - sum, sum - rowUpperBounds[row])
      if !(beyond <= tolerance * size) {
        found.append(Violation(place: .row(Row(index: row)), excess: beyond))
      }
    }
    return found
  }
}
