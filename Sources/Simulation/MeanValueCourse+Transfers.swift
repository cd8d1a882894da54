import Organization

extension MeanValueCourse {
  /// Lets people change teams, a part of everybody who may.
  mutating func transfer(in month: Int) {
    let transfers = plan.transfers.filter { $0.month == month && $0.from != $0.to }
    guard !transfers.isEmpty else { return }
    // Nobody moves twice in a month, so that all bring the burnout of before.
    let shares = teams.map(\.condition.burnout)
    for transfer in transfers { move(transfer, burnedOut: shares[transfer.from]) }
  }

  private mutating func move(_ transfer: Transfer, burnedOut share: Double) {
    let (from, to) = (transfer.from, transfer.to)
    let settled = teams[from].cohorts.indices.filter { place in
      let cohort = teams[from].cohorts[place]
      return cohort.level == transfer.level && cohort.count > 0
        && model.isSettled(
          cohort.level, start: cohort.start, change: cohort.change, team: from,
          month: transfer.month)
    }
    let there = settled.reduce(0) { $0 + teams[from].cohorts[$1].count }
    guard there > 0 else { return }
    let before = (from: teams[from].inHouse, to: teams[to].inHouse)
    var moved = 0.0
    for place in settled {
      var part = teams[from].cohorts[place]
      part.count *= min(1, 1 / there)
      teams[from].cohorts[place].count -= part.count
      moved += part.count
      part.change = TeamChange(month: transfer.month, home: part.change?.home ?? from)
      let same = teams[to].cohorts.firstIndex { $0.isLike(part) }
      if let same {
        teams[to].cohorts[same].count += part.count
      } else {
        teams[to].cohorts.append(part)
      }
    }
    teams[from].condition.mixBurnout(of: -moved, at: share, into: before.from)
    teams[to].condition.mixBurnout(of: moved, at: share, into: before.to)
    result[team: from, month: transfer.month].transfersOut += moved
    result[team: to, month: transfer.month].transfersIn += moved
  }
}

extension TeamCondition {
  /// Takes in people of whom a share is burned out, or lets them go where their number is negative.
  mutating func mixBurnout(of people: Double, at share: Double, into before: Double) {
    guard share != burnout, before + people > 1e-12 else { return }
    burnout = clamp((burnout * before + share * people) / (before + people), 0, 1)
  }
}
