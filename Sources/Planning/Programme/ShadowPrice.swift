/// What one more of something scarce would save, by the programme of a plan.
package struct ShadowPrice: Hashable, Sendable {
  /// What there could be one more of.
  package enum Means: Hashable, Sendable {
    /// Somebody on the rota of a team.
    case callReady(team: Int)
    /// The hours of one engineer, in a team.
    case hours(team: Int)
    /// The hours of one senior, where only seniors can do the work.
    case seniorHours(team: Int)
    /// A senior who is there, in a team.
    case senior(team: Int)
    /// One more requisition a month that recruiters take on.
    case recruiting
    /// A seat that a partner could fill.
    case partnerSeat(partner: Int)
    /// So much money more a quarter, see ``ShadowPrice/budgetStep``.
    case budget
    /// One seat more that may be opened.
    case newSeat
  }

  package var means: Means
  /// Money that one more would save in each month of the plan; 0 where it is not scarce, and where
  /// the demand cannot be met.
  package var worth: [Double]
  /// Months in which no seat that may be opened meets the demand, so that nothing says what more of
  /// it is worth in money; of what teams share, in which more of it would also mend what is missed.
  package var unmet: [Int]

  /// Money by which a budget is taken to grow.
  package static let budgetStep = 10_000.0

  package var total: Double { worth.reduce(0, +) }

  /// Months in which more of it would save money.
  package var scarce: [Int] { worth.indices.filter { worth[$0] > Self.least } }

  /// Money for each quarter from the first month to the last in which it is scarce; all of it where
  /// that is less than a quarter.
  package var perQuarter: Double {
    guard let first = scarce.first, let last = scarce.last else { return 0 }
    return total * min(1, 3 / Double(last - first + 1))
  }

  /// Money a month that is worth a word.
  static let least = 1.0
}
