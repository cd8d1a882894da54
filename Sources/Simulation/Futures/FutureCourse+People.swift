import Organization

extension FutureCourse {
  /// Lets a month's load burn people out or lets them recover, and lets them leave.
  ///
  /// - Returns: how many left.
  mutating func live(_ team: Int, in month: Int, stationary: Double) -> Double {
    let rules = model.rules
    let isPersonal = chances.contains(.burnout)
    let pooled = teams[team].condition.burnout
    let ordinary = 1 + (rules.hazardRatio - 1) * rules.burnoutBase
    var before = 0.0
    var left = 0.0
    // Taken out while it changes, so that it is not copied or checked at every step.
    var people = teams[team].people
    teams[team].people = []
    for index in people.indices {
      let person = people[index]
      before += person.count
      var draws = luck.draws(person.id, .monthOfLife, month: month)
      let strain =
        (1 + (rules.hazardRatio - 1) * (isPersonal ? (person.isBurnedOut ? 1 : 0) : pooled))
        / ordinary
      let leaving = clamp(chanceOfLeaving(person, in: month) * strain, 0, 1)
      var gone = person.count * leaving
      if chances.contains(.leaving) {
        gone = Bernoulli(probability: leaving).quantile(draws.uniform()) ? person.count : 0
      }
      people[index].count -= gone
      left += gone
      if gone > 0 {
        add(
          Requisition(
            id: person.id.successor, team: team, level: person.level, count: gone,
            opened: month + 1))
        story?.tell(
          .left(level: person.level, isBurnedOut: person.isBurnedOut), team: team, month: month)
      }
      if isPersonal, people[index].count > 0 {
        let next = Burnout.next(person.isBurnedOut ? 1 : 0, stationary: stationary, rules: rules)
        let isBurnedOut = Bernoulli(probability: next).quantile(draws.uniform())
        if isBurnedOut != person.isBurnedOut {
          people[index].isBurnedOut = isBurnedOut
          story?.tell(
            isBurnedOut ? .burnedOut(level: person.level) : .recovered(level: person.level),
            team: team, month: month)
        }
      }
    }
    if left > 0, chances.contains(.leaving) { people.removeAll { $0.count <= 0 } }
    teams[team].people = people
    if isPersonal {
      teams[team].condition.burnout = teams[team].burnedOutShare
    } else if before > 0, before - left > 1e-12 {
      // Burned-out people are more likely to be among the leavers.
      let share = pooled * rules.hazardRatio / (1 + (rules.hazardRatio - 1) * pooled)
      let staying = clamp((pooled * before - share * left) / (before - left), 0, 1)
      teams[team].condition.burnout = Burnout.next(staying, stationary: stationary, rules: rules)
    }
    return left
  }

  /// The chance that a person at the base rate of burnout leaves in a month.
  private func chanceOfLeaving(_ person: Person, in month: Int) -> Double {
    let age = person.start.map { month - $0 }
    let usual =
      model.levels[person.level].attritionPerMonth * model.rules.tenureFactor(months: age)
    guard person.isHire, let age, age < 6 else { return usual }
    return max(usual, model.rules.earlyExitPerMonth)
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
