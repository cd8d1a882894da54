/// What a team's own state does to the pages of its services, relative to today.
struct Strain {
  var change: Double
  var trouble: Double

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
  }
}
