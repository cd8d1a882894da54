package import Organization

/// Why the outlook is another than the last plan's, cause by cause.
///
/// Both plans are compared over the months that they share. Causes are changed one after the other, in
/// the order of ``Cause``, and each month is worked out by the mean-value recursion on mean traffic, so
/// that no chance is in it and the parts sum to the whole change. What a cause comes to depends on its
/// place in the order; one that comes later is measured in a world in which the earlier ones have
/// changed already.
package struct PlanVariance: Sendable {
  /// What may have made a difference, in the order in which it is changed.
  package enum Cause: String, CaseIterable, Sendable {
    /// Services, policy, assumptions, work left over: whatever else the model now says.
    case model
    /// Seats that are filled later than the last plan expected.
    case slipped
    /// Seats that were cancelled, offers that were declined for good.
    case cancelled
    /// More or fewer people than expected beside those seats: leavers and their backfills.
    case leavers
    /// Growth from here on.
    case traffic
    /// Salaries and partners' rates.
    case cost
    /// What the new plan decides otherwise.
    case decisions
  }

  /// What is compared, over the months that both plans have.
  package struct Amounts: Hashable, Sendable {
    package var cash = 0.0
    /// What undone and late work costs.
    package var undone = 0.0
    /// Employees at the end.
    package var people = 0.0

    package static func - (a: Amounts, b: Amounts) -> Amounts {
      Amounts(cash: a.cash - b.cash, undone: a.undone - b.undone, people: a.people - b.people)
    }
  }

  /// The first month that both have.
  package let start: YearMonth
  package let months: Int
  /// As the last plan expected it.
  package let before: Amounts
  /// As the new plan expects it.
  package let after: Amounts
  /// In the order of ``Cause``; they sum to the difference of ``after`` and ``before``.
  package let parts: [(cause: Cause, change: Amounts)]

  package var end: YearMonth { start + (months - 1) }
}
