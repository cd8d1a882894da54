/// Something that cadre states intervals of, and that can be counted afterwards.
package enum ObservedQuantity: String, CaseIterable, Sendable {
  /// Mean of a driver per day of a month.
  case traffic
  /// People of the organisation who left in a month.
  case leavers
  /// Pages of a team in a month.
  case pages
  /// Days from opening a requisition of a level to the first day of whoever filled it.
  case timeToFill = "time_to_fill"
}
