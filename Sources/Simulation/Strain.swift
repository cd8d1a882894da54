/// What the state of teams does to the pages and the toil of a team's services, relative to today.
struct Strain {
  var change: Double
  var trouble: Double
  /// What others keep away of its toil, relative to today.
  var toil = 1.0
  /// What makes the toil of services that name no traffic, relative to today; `nil` is traffic.
  var drive: Double?
  /// Ramped-up mid-level people that it is worth.
  var engineers = 0.0
  /// People and seats.
  var people = 0.0
  /// Share of its work that it can do, relative to today.
  var relief = 1.0

  init(change: Double, trouble: Double) {
    self.change = change
    self.trouble = trouble
  }

  init(
    on condition: TeamCondition, capacity: TeamCapacity, team: Int, month: Int, today: Today,
    model: StaffingModel
  ) {
    // Today's pages of a team that nobody works for yet cannot come from its changes.
    let before = today.engineers
    change =
      (before > 0 ? capacity.engineers / before : 1) * (1 - model.calendar.frozen(team, in: month))
    let factor = TeamWork.pageFactor(
      condition, capacity: capacity, steadyHours: model.teams[team].steadyHours,
      rules: model.rules)
    trouble = factor / today.pageFactor
    guard model.help != nil else { return }
    engineers = capacity.engineers
    people = capacity.headcount.total + capacity.partnerSeats
    relief = (1 + today.pressure) / (1 + condition.pressure)
  }
}
