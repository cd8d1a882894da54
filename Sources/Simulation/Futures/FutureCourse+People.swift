import Organization

extension FutureCourse {
  /// Lets a month's load burn people out or lets them recover, and lets them leave.
  ///
  /// - Returns: how many left.
  mutating func live(_ team: Int, in month: Int, stationary: Double) -> Double {
    let (model, luck) = (self.model, self.luck)
    // Taken out while it changes, so that it is not copied or checked at every step.
    var people = teams[team].people
    teams[team].people = []
    let pooled = teams[team].condition.burnout
    let life = MonthOfLife(pooled: pooled, stationary: stationary, chances: chances, model.rules)
    var (before, left, burnedOut) = (0.0, 0.0, 0.0)
    people.withUnsafeMutableBufferPointer { people in
      for index in people.indices {
        let person = people[index]
        before += person.count
        let chance = luck.pair(person.id, .monthOfLife, month: month)
        let usual = Self.chanceOfLeaving(
          person, model.levels[person.level], model.rules, in: month)
        let gone = life.gone(of: person, usual: usual, chance: chance.0)
        if gone > 0 {
          people[index].count -= gone
          left += gone
          leave(person, count: gone, from: team, in: month)
        }
        if people[index].count > 0, life.isTurning(person, chance: chance.1) {
          people[index].isBurnedOut.toggle()
          story?.tell(
            person.isBurnedOut ? .recovered(level: person.level) : .burnedOut(level: person.level),
            team: team, month: month)
        }
        if people[index].isBurnedOut { burnedOut += people[index].count }
      }
    }
    if left > 0, life.hasLeavers { people.removeAll { $0.count <= 0 } }
    teams[team].people = people
    if life.isPersonal {
      teams[team].condition.burnout = before > left ? burnedOut / (before - left) : 0
    } else if before > 0, before - left > 1e-12 {
      let rules = model.rules
      // Burned-out people are more likely to be among the leavers.
      let share = pooled * rules.hazardRatio / (1 + (rules.hazardRatio - 1) * pooled)
      let staying = clamp((pooled * before - share * left) / (before - left), 0, 1)
      teams[team].condition.burnout = Burnout.next(staying, stationary: stationary, rules: rules)
    }
    return left
  }

  /// Opens the backfill of somebody who leaves.
  private mutating func leave(_ person: Person, count: Double, from team: Int, in month: Int) {
    add(
      Requisition(
        id: person.id.successor, team: team, level: person.level, count: count,
        opened: month + 1))
    story?.tell(
      .left(level: person.level, isBurnedOut: person.isBurnedOut), team: team, month: month)
  }

  /// The chance that a person at the base rate of burnout leaves in a month.
  private static func chanceOfLeaving(
    _ person: Person, _ level: LevelModel, _ rules: Rules, in month: Int
  ) -> Double {
    let age = person.start.map { month - $0 }
    let usual = level.attritionPerMonth * rules.tenureFactor(months: age)
    guard person.isHire, let age, age < 6 else { return usual }
    return max(usual, rules.earlyExitPerMonth)
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
