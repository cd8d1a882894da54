/// A seat of a plan as a file holds it, by names and months of the calendar.
package struct SeatRecord: Hashable, Sendable {
  package var id: String
  package var team: String
  package var level: String
  /// `nil` is a hire.
  package var partner: String?
  package var state: SeatState
  /// The seat or person whose place it takes; `nil` adds to the headcount.
  package var replaces: String?
  package var open: YearMonth
  /// Expected first month.
  package var start: YearMonth?
  /// The last month worked; `nil` where it does not end.
  package var end: YearMonth?
  /// The last month in which opening it still keeps what it is for.
  package var latest: YearMonth?
  /// The role that answers for it being filled.
  package var owner: String?
  /// Money over the plan.
  package var cost: Double?
  /// The competency that it is to bring.
  package var competency: String?
  /// What breaks without it.
  package var reason: PlannedSeats.Reason?
  /// Somebody's own words.
  package var note: String?

  package init(
    id: String, team: String, level: String, partner: String? = nil,
    state: SeatState = .proposed, replaces: String? = nil, open: YearMonth,
    start: YearMonth? = nil, end: YearMonth? = nil, latest: YearMonth? = nil,
    owner: String? = nil, cost: Double? = nil, competency: String? = nil,
    reason: PlannedSeats.Reason? = nil, note: String? = nil
  ) {
    self.id = id
    self.team = team
    self.level = level
    self.partner = partner
    self.state = state
    self.replaces = replaces
    self.open = open
    self.start = start
    self.end = end
    self.latest = latest
    self.owner = owner
    self.cost = cost
    self.competency = competency
    self.reason = reason
    self.note = note
  }

  /// Keys that a seat of a plan file may have, in the order in which they are written.
  static let keys = [
    "id", "team", "level", "source", "partner", "state", "replaces", "open", "latest", "start",
    "end", "owner", "cost", "competency", "reason", "note",
  ]
  static let requiredKeys = ["id", "team", "level", "state", "open"]
}
