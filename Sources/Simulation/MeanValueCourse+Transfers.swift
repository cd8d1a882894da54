import Organization

extension MeanValueCourse {
  /// Lets people change teams and rise as the plan decides, a part of everybody who may.
  mutating func rearrange(in month: Int) {
    let transfers = plan.transfers.filter { $0.month == month && $0.from != $0.to }
    // Nobody moves twice in a month, so that all bring the burnout of before.
    let shares = transfers.isEmpty ? [] : teams.map(\.condition.burnout)
    for transfer in transfers { move(transfer, burnedOut: shares[transfer.from]) }
    for rise in plan.rises where rise.month == month { raise(rise) }
  }

  private mutating func move(_ transfer: Transfer, burnedOut share: Double) {
    let (from, to, model) = (transfer.from, transfer.to, model)
    let before = (from: teams[from].inHouse, to: teams[to].inHouse)
    let parts = teams[from].takeOne { cohort in
      cohort.level == transfer.level
        && model.isSettled(
          cohort.level, start: cohort.start, change: cohort.change, team: from,
          month: transfer.month)
    }
    var moved = 0.0
    for var part in parts {
      moved += part.count
      part.change = TeamChange(month: transfer.month, home: part.change?.home ?? from)
      teams[to].add(part)
    }
    teams[from].condition.mixBurnout(of: -moved, at: share, into: before.from)
    teams[to].condition.mixBurnout(of: moved, at: share, into: before.to)
    result[team: from, month: transfer.month].transfersOut += moved
    result[team: to, month: transfer.month].transfersIn += moved
  }

  private mutating func raise(_ rise: Rise) {
    guard let promotion = model.levels[rise.level].promotion else { return }
    let parts = teams[rise.team].takeOne { cohort in
      cohort.level == rise.level
        && promotion.isReady(
          start: cohort.start, levelSince: cohort.levelSince, by: rise.month)
    }
    for var part in parts {
      part.level = promotion.level
      part.levelSince = promotion.since(promotedIn: rise.month - 1)
      teams[rise.team].add(part)
      result[team: rise.team, month: rise.month].promotions += part.count
    }
  }
}

extension TeamState {
  /// Takes out one person's worth of some people, of each the same share; less where there is less.
  fileprivate mutating func takeOne(where mayGo: (Cohort) -> Bool) -> [Cohort] {
    let places = cohorts.indices.filter { cohorts[$0].count > 0 && mayGo(cohorts[$0]) }
    let there = places.reduce(0) { $0 + cohorts[$1].count }
    return places.map { place in
      var part = cohorts[place]
      part.count *= min(1, 1 / there)
      cohorts[place].count -= part.count
      return part
    }
  }

  /// Adds people, to those that they cannot be told from.
  fileprivate mutating func add(_ part: Cohort) {
    let same = cohorts.firstIndex { $0.isLike(part) }
    if let same { cohorts[same].count += part.count } else { cohorts.append(part) }
  }
}

extension TeamCondition {
  /// Takes in people of whom a share is burned out, or lets them go where their number is negative.
  mutating func mixBurnout(of people: Double, at share: Double, into before: Double) {
    guard share != burnout, before + people > 1e-12 else { return }
    burnout = clamp((burnout * before + share * people) / (before + people), 0, 1)
  }
}
