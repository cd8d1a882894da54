/// The table of defaults, with what a model overrides.
package struct Assumptions: Sendable {
  /// One row per ``AssumptionID``, in its order.
  package private(set) var rows: [Assumption]

  /// - Precondition: `rows` holds exactly one row per id, in the order of `AssumptionID.allCases`.
  package init(rows: [Assumption]) {
    precondition(rows.map(\.id) == AssumptionID.allCases, "one row per assumption, in order")
    precondition(rows.map(\.id.position) == Array(rows.indices), "positions in order")
    self.rows = rows
  }

  /// The likely value; the range is for uncertainty, not for the mean-value recursion.
  package subscript(id: AssumptionID) -> Double { rows[id.position].value.likely }

  /// - Complexity: O(1).
  package func row(_ id: AssumptionID) -> Assumption { rows[id.position] }

  package mutating func override(_ id: AssumptionID, with value: ThreePoint) {
    rows[id.position].value = value
    rows[id.position].isOverridden = true
  }

  /// Puts another number where `id` has one, without the user having said so.
  package mutating func replace(_ id: AssumptionID, with value: ThreePoint) {
    rows[id.position].value = value
  }
}

extension AssumptionID {
  /// Its place in the order of declaration.
  ///
  /// That is the number by which a case without payload is stored. A dictionary would hash the name,
  /// and futures look up a hundred rows each.
  fileprivate var position: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
