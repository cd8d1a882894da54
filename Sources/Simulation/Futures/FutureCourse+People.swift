import Organization

extension FutureCourse {
  /// Lets a month's load burn people out or lets them recover, and lets them leave.
  ///
  /// - Returns: how many left.
  mutating func live(
    _ team: Int, in month: Int, stationary: Double, model: StaffingModel
  ) -> Double {
    let life = MonthOfLife(
      month, pooled: teams[team].condition.burnout, stationary: stationary, chances: chances,
      leavingFactor: model.teams[team].leavingFactor, model.rules)
    turns.removeAll(keepingCapacity: true)
    let left = teams[team].live(
      life, hires: model.teams[team].market, luck: luck, model: model, telling: &turns)
    for turn in turns { take(turn, team: team, in: month) }
    return left
  }

  /// Opens the backfill of somebody who leaves, and tells what there is to tell.
  private mutating func take(_ turn: Turn, team: Int, in month: Int) {
    let (person, level) = (turn.person, turn.person.level)
    if turn.gone > 0 {
      add(
        Requisition(
          id: person.id.successor, team: team, level: level, count: turn.gone, opened: month + 1))
      story?.tell(
        .left(level: level, isBurnedOut: person.isBurnedOut), team: team, month: month)
    }
    if turn.isTurning {
      story?.tell(
        person.isBurnedOut ? .recovered(level: level) : .burnedOut(level: level), team: team,
        month: month)
    }
  }

  /// Lets somebody go before the first month; a backfill opens.
  mutating func lose(_ loss: PersonLost) {
    let place = teams[loss.team].people.firstIndex { $0.id == plan.members[loss.team][loss.member] }
    guard let place else { return }
    let person = teams[loss.team].people.remove(at: place)
    add(
      Requisition(
        id: person.id.successor, team: loss.team, level: person.level, count: 1, opened: 0))
    story?.tell(
      .left(level: person.level, isBurnedOut: person.isBurnedOut), team: loss.team, month: 0)
    if chances.contains(.burnout) {
      teams[loss.team].condition.burnout = teams[loss.team].burnedOutShare
    }
  }
}

extension EntityID {
  /// Whoever takes a person's place.
  var successor: EntityID { numbered(-1) }
}
