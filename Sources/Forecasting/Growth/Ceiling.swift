/// What traffic cannot pass, such as all the customers there are.
package struct Ceiling: Hashable, Sendable {
  /// In the unit of the traffic.
  package let level: Double

  /// - Precondition: `level` is above 0.
  package init(_ level: Double) {
    precondition(level > 0, "a ceiling is above 0")
    self.level = level
  }

  /// What is left of an unhindered `value` under the ceiling.
  ///
  /// Exponential growth from `start` becomes the logistic curve through `start` with the same rate
  /// [Verhulst 1838]. A start at or above the ceiling cannot grow; what falls is left alone.
  package func held(_ value: Double, start: Double) -> Double {
    guard value > start else { return value }
    guard start < level else { return start }
    // A value of infinity would make infinity over infinity.
    return level / (1 + (level - start) / min(value, .greatestFiniteMagnitude))
  }
}
