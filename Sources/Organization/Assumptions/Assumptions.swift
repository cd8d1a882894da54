/// The table of defaults, with what a model overrides.
package struct Assumptions: Sendable {
  /// One row per ``AssumptionID``, in its order.
  package private(set) var rows: [Assumption]

  /// - Precondition: `rows` holds exactly one row per id, in the order of `AssumptionID.allCases`.
  package init(rows: [Assumption]) {
    precondition(rows.map(\.id) == AssumptionID.allCases, "one row per assumption, in order")
    self.rows = rows
  }

  /// The likely value; the range is for uncertainty, not for the mean-value recursion.
  package subscript(id: AssumptionID) -> Double { row(id).value.likely }

  /// - Complexity: O(1).
  package func row(_ id: AssumptionID) -> Assumption { rows[Self.position[id] ?? 0] }

  package mutating func override(_ id: AssumptionID, with value: ThreePoint) {
    guard let position = Self.position[id] else { return }
    rows[position].value = value
    rows[position].isOverridden = true
  }

  /// Puts another number where `id` has one, without the user having said so.
  package mutating func replace(_ id: AssumptionID, with value: ThreePoint) {
    guard let position = Self.position[id] else { return }
    rows[position].value = value
  }

  private static let position: [AssumptionID: Int] = Dictionary(
    uniqueKeysWithValues: AssumptionID.allCases.enumerated().map { ($1, $0) })
}
