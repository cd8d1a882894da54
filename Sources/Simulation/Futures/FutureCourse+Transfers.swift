import Organization

extension FutureCourse {
  /// Lets people change teams and rise as the plan decides: one of those who may, by chance where
  /// leaving is left to chance, otherwise a part of each.
  mutating func rearrange(in month: Int) {
    let plan = plan.staffing
    guard !plan.transfers.isEmpty || !plan.rises.isEmpty else { return }
    for team in changes.indices { changes[team] = Changes() }
    let transfers = plan.transfers.filter { $0.month == month && $0.from != $0.to }
    // Nobody moves twice in a month, so that all bring the burnout of before.
    let shares = transfers.isEmpty ? [] : teams.map(\.condition.burnout)
    for transfer in transfers { move(transfer, burnedOut: shares[transfer.from]) }
    for rise in plan.rises where rise.month == month { raise(rise) }
  }

  private mutating func move(_ transfer: Transfer, burnedOut share: Double) {
    let (from, to, month, model) = (transfer.from, transfer.to, transfer.month, model)
    let before = (from: teams[from].headcount, to: teams[to].headcount)
    let parts = takeOne(from: from, .transfer, month: month) { person in
      person.level == transfer.level
        && model.isSettled(
          person.level, start: person.start, change: person.change, team: from, month: month)
    }
    guard !parts.isEmpty else { return }
    var moved = 0.0
    for var part in parts {
      moved += part.count
      part.change = TeamChange(month: month, home: part.change?.home ?? from)
      teams[to].add(part)
    }
    if chances.contains(.burnout) {
      for team in [from, to] { teams[team].condition.burnout = teams[team].burnedOutShare }
    } else {
      teams[from].condition.mixBurnout(of: -moved, at: share, into: before.from)
      teams[to].condition.mixBurnout(of: moved, at: share, into: before.to)
    }
    changes[from].went += moved
    changes[to].came += moved
    story?.tell(.transferred(level: transfer.level, from: from), team: to, month: month)
  }

  private mutating func raise(_ rise: Rise) {
    guard let promotion = model.levels[rise.level].promotion else { return }
    let parts = takeOne(from: rise.team, .rise, month: rise.month) { person in
      person.level == rise.level
        && promotion.isReady(
          start: person.start, levelSince: person.levelSince, by: rise.month)
    }
    for var part in parts {
      part.level = promotion.level
      part.levelSince = promotion.since(promotedIn: rise.month - 1)
      teams[rise.team].add(part)
      changes[rise.team].rose += part.count
    }
    guard !parts.isEmpty else { return }
    story?.tell(.promoted(level: promotion.level), team: rise.team, month: rise.month)
  }

  /// Takes one person's worth of some people out of a team: one of them where they are whole.
  private mutating func takeOne(
    from team: Int, _ purpose: DrawPurpose, month: Int, where mayGo: (Person) -> Bool
  ) -> [Person] {
    let people = teams[team].people
    let places = people.indices.filter { people[$0].count > 0 && mayGo(people[$0]) }
    var parts = [Person]()
    func take(_ count: Double, of place: Int) {
      var part = people[place]
      part.count = count
      teams[team].people[place].count -= count
      parts.append(part)
    }
    guard chances.contains(.leaving) else {
      let there = places.reduce(0) { $0 + people[$1].count }
      for place in places { take(people[place].count * min(1, 1 / there), of: place) }
      return parts
    }
    let turns = places.map { place in
      (chance: luck.uniform(people[place].id, purpose, month: month), place: place)
    }
    var left = 1.0
    for (_, place) in turns.sorted(by: { ($0.chance, $0.place) < ($1.chance, $1.place) })
    where left > 1e-12 {
      let count = min(left, people[place].count)
      take(count, of: place)
      left -= count
    }
    teams[team].people.removeAll { $0.count <= 0 }
    return parts
  }
}

extension TeamFuture {
  /// Adds somebody, to whatever there is of her already.
  fileprivate mutating func add(_ part: Person) {
    let same = people.firstIndex { $0.isLike(part) }
    if let same { people[same].count += part.count } else { people.append(part) }
  }
}

/// What a plan has done to a team's people at the beginning of a month.
struct Changes: Sendable {
  /// People who came from other teams, and who went there.
  var came = 0.0
  var went = 0.0
  /// People who rose to the next level.
  var rose = 0.0
}
