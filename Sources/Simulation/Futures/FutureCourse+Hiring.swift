import Organization

extension FutureCourse {
  /// Opens the plan's seats of this month and gives waiting requisitions to recruiters.
  mutating func open(in month: Int) {
    for (index, seat) in plan.staffing.seats.enumerated() where seat.openMonth == month {
      switch seat.source {
      case .inHouse:
        open(
          seat,
          Requisition(
            id: plan.seats[index], team: seat.team, level: seat.level, count: 1, opened: month))
      case .partner(let partner):
        let start = Double(month) + model.monthsToBegin(with: partner, of: seat)
        teams[seat.team].condition.partners.append(
          PartnerCohort(
            partner: partner, level: seat.level, start: start, end: seat.endMonth, count: 1))
        story?.tell(
          .signed(partner: partner, level: seat.level, start: start), team: seat.team,
          month: month)
      }
    }
    guard !model.rules.freeze.contains(month) else { return }
    if chances.contains(.hiring) { recruit(in: month) } else { recruitEvenly(in: month) }
  }

  /// Opens a requisition, or goes on with one that recruiters have had before the plan.
  private mutating func open(_ seat: Seat, _ requisition: Requisition) {
    let month = requisition.opened
    var requisition = requisition
    switch seat.progress {
    case .notBegun:
      add(requisition)
      story?.tell(.opened(level: seat.level), team: seat.team, month: month)
    case .accepted(let start):
      requisition.due = max(start, month)
      requisition.isAccepted = true
      add(requisition)
    case .underWay, .offered:
      let rest: Double
      if chances.contains(.hiring) {
        rest = restOfSearch(seat, requisition)
        requisition.due = month + Int(rest.rounded(.down))
        add(requisition)
      } else {
        rest = model.monthsToOffer(of: seat)
        schedule(requisition, at: Double(month) + rest)
      }
      guard seat.progress != .offered else { return }
      teams[seat.team].condition.chargeInterviews(1, from: month, over: rest, rules: model.rules)
    }
  }

  /// Draws how long a search goes on that has not ended so far, rounded by nearness.
  private func restOfSearch(_ seat: Seat, _ requisition: Requisition) -> Double {
    var draws = luck.draws(requisition.id, .timeToFill, month: 0)
    let chance = draws.uniform()
    var rest = model.monthsToOffer(of: seat)
    if case .underWay(let gone) = seat.progress {
      let length = model.searchLength(mean: terms(of: requisition).leadMonths)
      let known = length.probability(upTo: gone)
      rest = max(0, length.quantile(known + (1 - known) * chance) - gone)
    }
    return min(rest + draws.uniform(), 1e6)
  }

  /// Keeps a requisition, beside those that it cannot be told from where chance decides nothing.
  mutating func add(_ requisition: Requisition) {
    guard !chances.contains(.hiring) else {
      requisitions.append(requisition)
      return
    }
    guard requisition.count > 0 else { return }
    let same = requisitions.firstIndex {
      $0.team == requisition.team && $0.level == requisition.level && $0.due == requisition.due
        && $0.isAccepted == requisition.isAccepted
    }
    if let same {
      requisitions[same].count += requisition.count
    } else {
      requisitions.append(requisition)
    }
  }

  /// What the market in which somebody is looked for offers.
  private func terms(of requisition: Requisition) -> LevelModel {
    model.terms(of: requisition.level, isHire: true, in: requisition.team)
  }

  // MARK: Left to chance

  /// Recruiters take up what has waited longest, as many as they can place in a month.
  private mutating func recruit(in month: Int) {
    var waiting = requisitions.indices.filter { requisitions[$0].due == nil }
    guard !waiting.isEmpty else { return }
    if let perMonth = model.rules.hiresPerMonth {
      let chance = luck.uniform(FuturePlan.recruiters, .recruiting, month: month)
      let able = Int(min(Double(waiting.count), (perMonth + chance).rounded(.down)))
      if able < waiting.count {
        let turns = waiting.map { index in
          (
            index: index, opened: requisitions[index].opened,
            chance: luck.uniform(requisitions[index].id, .turn)
          )
        }
        waiting = turns.sorted { ($0.opened, $0.chance) < ($1.opened, $1.chance) }
          .prefix(able).map(\.index)
      }
    }
    for index in waiting {
      let requisition = requisitions[index]
      let lead = terms(of: requisition).leadMonths
      let length = search(requisition, mean: lead, from: month, into: index)
      teams[requisition.team].condition.chargeInterviews(
        1, from: month, over: length, rules: model.rules)
    }
  }

  /// Draws how long a search takes and when whoever it finds begins.
  ///
  /// Months are whole here; a search that ends within one begins it or the next, by nearness, so that
  /// rounding moves nobody on average.
  /// - Returns: its length in months.
  private mutating func search(
    _ requisition: Requisition, mean: Double, from month: Int, into index: Int
  ) -> Double {
    var draws = luck.draws(requisition.id, .timeToFill, month: min(requisition.declined, 255))
    let length = Lognormal(mean: mean, coefficientOfVariation: model.rules.leadTimeSpread)
      .quantile(draws.uniform())
    // A search longer than any plan need not be told how much longer.
    let end = min(Double(month) + length, 1e6)
    let least = requisition.declined > 0 ? month + 1 : month
    requisitions[index].due = max(least, Int((end + draws.uniform()).rounded(.down)))
    return min(length, 1e6)
  }

  /// Turns this month's candidates into starters; where one declines the search goes on.
  mutating func arrive(in month: Int) {
    for team in started.indices { started[team] = 0 }
    guard chances.contains(.hiring) else { return arriveEvenly(in: month) }
    var hasStarters = false
    for index in requisitions.indices where requisitions[index].due == month {
      let requisition = requisitions[index]
      let chance = luck.uniform(requisition.id, .acceptance, draw: requisition.declined)
      if requisition.isAccepted
        || Bernoulli(probability: model.rules.acceptance).quantile(chance)
      {
        join(requisition, count: 1, in: month)
        hasStarters = true
      } else {
        requisitions[index].declined += 1
        let retry = max(1, terms(of: requisition).retryMonths)
        _ = search(requisitions[index], mean: retry, from: month, into: index)
        story?.tell(.declined(level: requisition.level), team: requisition.team, month: month)
      }
    }
    if hasStarters { requisitions.removeAll { $0.due == month } }
    settleBurnout()
  }

  private mutating func join(_ requisition: Requisition, count: Double, in month: Int) {
    let base = model.rules.burnoutBase
    // Starters are like anybody at the base rate: neither rested for good nor worn by this team.
    let isBurnedOut = isBurnedOut(requisition.id, base)
    if !chances.contains(.burnout) {
      let before = teams[requisition.team].headcount
      let share = teams[requisition.team].condition.burnout
      teams[requisition.team].condition.burnout =
        (share * before + base * count) / (before + count)
    }
    teams[requisition.team].people.append(
      Person(
        id: requisition.id, level: requisition.level, start: month, count: count, onRota: 1,
        isHire: true, isBurnedOut: isBurnedOut))
    started[requisition.team] += count
    story?.tell(.joined(level: requisition.level), team: requisition.team, month: month)
  }

  /// Brings the share of the burned out up to date where people have joined.
  private mutating func settleBurnout() {
    guard chances.contains(.burnout) else { return }
    for team in teams.indices where started[team] > 0 {
      teams[team].condition.burnout = teams[team].burnedOutShare
    }
  }

  // MARK: At their means

  /// Every waiting requisition gets the same share of what recruiters can place.
  private mutating func recruitEvenly(in month: Int) {
    let waiting = requisitions.reduce(0) { $1.due == nil ? $0 + $1.count : $0 }
    guard waiting > 0 else { return }
    let released = model.rules.hiresPerMonth.map { min(1, $0 / waiting) } ?? 1
    for index in requisitions.indices where requisitions[index].due == nil {
      var requisition = requisitions[index]
      requisition.count *= released
      requisitions[index].count -= requisition.count
      let lead = terms(of: requisition).leadMonths
      schedule(requisition, at: Double(month) + lead)
      teams[requisition.team].condition.chargeInterviews(
        requisition.count, from: month, over: lead, rules: model.rules)
    }
    requisitions.removeAll { $0.due == nil && $0.count <= 0 }
  }

  /// Puts candidates at a moment between two months, split by nearness.
  private mutating func schedule(_ requisition: Requisition, at moment: Double) {
    let first = Int(moment.rounded(.down))
    let late = moment - Double(first)
    var part = requisition
    part.count = requisition.count * (1 - late)
    part.due = first
    add(part)
    part.count = requisition.count * late
    part.due = first + 1
    add(part)
  }

  private mutating func arriveEvenly(in month: Int) {
    let candidates = requisitions.filter { $0.due == month }
    guard !candidates.isEmpty else { return }
    requisitions.removeAll { $0.due == month }
    for candidate in candidates {
      let share = candidate.isAccepted ? 1 : model.rules.acceptance
      let accepted = candidate.count * share
      join(candidate, count: accepted, in: month)
      guard !candidate.isAccepted else { continue }
      var rest = candidate
      rest.count -= accepted
      let retry = max(1, terms(of: candidate).retryMonths)
      schedule(rest, at: Double(month) + retry)
    }
    settleBurnout()
  }
}
