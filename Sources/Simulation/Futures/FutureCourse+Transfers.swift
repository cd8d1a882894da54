import Organization

extension FutureCourse {
  /// Lets people change teams: one of those who may, by chance where leaving is left to chance,
  /// otherwise a part of each.
  mutating func transfer(in month: Int) {
    guard !plan.staffing.transfers.isEmpty else { return }
    for team in changes.indices { changes[team] = (0, 0) }
    let transfers = plan.staffing.transfers.filter { $0.month == month && $0.from != $0.to }
    guard !transfers.isEmpty else { return }
    // Nobody moves twice in a month, so that all bring the burnout of before.
    let shares = teams.map(\.condition.burnout)
    for transfer in transfers { move(transfer, burnedOut: shares[transfer.from]) }
  }

  private mutating func move(_ transfer: Transfer, burnedOut share: Double) {
    let (from, to, month) = (transfer.from, transfer.to, transfer.month)
    let chosen = chosen(for: transfer)
    guard !chosen.isEmpty else { return }
    let before = (from: teams[from].headcount, to: teams[to].headcount)
    var moved = 0.0
    for (place, count) in chosen {
      var part = teams[from].people[place]
      part.count = count
      teams[from].people[place].count -= count
      moved += count
      part.change = TeamChange(month: month, home: part.change?.home ?? from)
      let same = teams[to].people.firstIndex { $0.isLike(part) }
      if let same { teams[to].people[same].count += count } else { teams[to].people.append(part) }
    }
    if chances.contains(.leaving) { teams[from].people.removeAll { $0.count <= 0 } }
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

  /// Who goes, by the place in the team, and how much of her; one person in all where there is one.
  private func chosen(for transfer: Transfer) -> [(place: Int, count: Double)] {
    let people = teams[transfer.from].people
    let settled = people.indices.filter { place in
      let person = people[place]
      return person.level == transfer.level && person.count > 0
        && model.isSettled(
          person.level, start: person.start, change: person.change, team: transfer.from,
          month: transfer.month)
    }
    guard chances.contains(.leaving) else {
      let there = settled.reduce(0) { $0 + people[$1].count }
      return settled.map { ($0, people[$0].count * min(1, 1 / there)) }
    }
    let turns = settled.map { place in
      (chance: luck.uniform(people[place].id, .transfer, month: transfer.month), place: place)
    }
    var chosen = [(place: Int, count: Double)]()
    var left = 1.0
    for (_, place) in turns.sorted(by: { ($0.chance, $0.place) < ($1.chance, $1.place) })
    where left > 1e-12 {
      let count = min(left, people[place].count)
      chosen.append((place, count))
      left -= count
    }
    return chosen
  }
}
