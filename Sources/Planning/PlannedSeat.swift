package import Organization
package import Simulation

/// A seat of the recommended plan with what a manager needs to decide on it.
package struct PlannedSeat: Hashable, Sendable {
  /// What the seat is called, see ``SeatID``.
  package var id: String
  package var seat: Seat
  /// Expected first day in months of the plan, declined offers included.
  package var startMonth: Double
  /// Expected month of full output, or for the pager of readiness, whichever is later.
  package var readyMonth: Double
  /// What the team lacks most when the seat is opened, that the source can bring: an index into
  /// ``Organization/competencies``; `nil` where nothing is short or the team names none.
  package var competency: Int?
  /// Money over the plan.
  package var cost: Double
  /// What breaks without the seat.
  package var reason: Breach?
  /// What breaks if the seat comes two months later.
  package var ifLate: Breach?
  /// The last month of the plan in which opening it still keeps what it is for, see
  /// ``LatestOpenings``; `nil` where it is open already or the search was ended before.
  package var latestOpenMonth: Int?
  package var state = SeatState.proposed
  /// The seat or person whose place it takes; `nil` adds to the headcount.
  package var replaces: String?
  /// The month in which it was opened, where that was before the plan.
  package var opened: YearMonth?
  /// The one role that answers for it, see ``SeatOwner``.
  package var owner: String
  /// Somebody's own words on it.
  package var note: String?
}
