/// How much a person may be trusted with; nested, so that a staff engineer may do senior work.
package enum Standing: Int, CaseIterable, Comparable, Sendable {
  case junior, mid, senior, staff

  package var name: String {
    switch self {
    case .junior: "junior"
    case .mid: "mid"
    case .senior: "senior"
    case .staff: "staff"
    }
  }

  package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
}

/// A rung of the career ladder with what it costs and how it is hired.
package struct Level: Hashable, Sendable {
  package var id: String
  package var standing: Standing
  /// Money per year, before ``Assumptions`` load it with benefits.
  package var salaryPerYear: ThreePoint
  /// Output relative to a ramped-up mid-level engineer.
  package var productivity: ThreePoint
  /// Months from the first day to full output.
  package var rampMonths: ThreePoint
  /// Days from opening the requisition to the first working day.
  package var leadDays: ThreePoint
  /// Fraction of people who leave in a year, at the base burnout rate.
  package var attritionPerYear: ThreePoint
  /// Months at the level after which people may rise to the next; `nil` where they do not.
  package var promotedAfterMonths: Int?

  package init(
    id: String, standing: Standing, salaryPerYear: ThreePoint, productivity: ThreePoint,
    rampMonths: ThreePoint, leadDays: ThreePoint, attritionPerYear: ThreePoint,
    promotedAfterMonths: Int? = nil
  ) {
    self.id = id
    self.standing = standing
    self.salaryPerYear = salaryPerYear
    self.productivity = productivity
    self.rampMonths = rampMonths
    self.leadDays = leadDays
    self.attritionPerYear = attritionPerYear
    self.promotedAfterMonths = promotedAfterMonths
  }
}
