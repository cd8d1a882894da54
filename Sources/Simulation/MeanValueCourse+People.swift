import Organization

extension MeanValueCourse {
  /// Moves burnout, lets people leave and opens the backfills.
  mutating func leave(_ team: Int, in month: Int, stationary: Double) -> Double {
    let rules = model.rules
    let burnedOut = teams[team].burnout
    let strain =
      (1 + (rules.hazardRatio - 1) * burnedOut) / (1 + (rules.hazardRatio - 1) * rules.burnoutBase)
    let before = teams[team].inHouse
    var left = 0.0
    // Taken out while it changes, so that it is not copied or checked at every step.
    var cohorts = teams[team].cohorts
    teams[team].cohorts = []
    for index in cohorts.indices {
      let cohort = cohorts[index]
      let age = cohort.start.map { month - $0 }
      var probability =
        model.levels[cohort.level].attritionPerMonth * rules.tenureFactor(months: age)
      if cohort.isHire, let age, age < 6 { probability = max(probability, rules.earlyExitPerMonth) }
      let gone = cohort.count * min(1, probability * strain)
      cohorts[index].count -= gone
      teams[team].waiting[cohort.level] += gone
      left += gone
    }
    teams[team].cohorts = cohorts
    let after = before - left
    if before > 0, after > 1e-12 {
      // Burned-out people are more likely to be among the leavers.
      let share = burnedOut * rules.hazardRatio / (1 + (rules.hazardRatio - 1) * burnedOut)
      let staying = clamp((burnedOut * before - share * left) / after, 0, 1)
      teams[team].burnout = Burnout.next(staying, stationary: stationary, rules: rules)
    }
    return left
  }

  /// Lets partners' knowledge grow, and go where their last seat has ended.
  mutating func endContracts(of team: Int, after month: Int) {
    guard !teams[team].partners.isEmpty else { return }
    for partner in model.partners.indices {
      var working = 0.0
      var staying = 0.0
      for cohort in teams[team].partners where cohort.partner == partner {
        working += cohort.count * cohort.presence(in: month)
        let goesOn = cohort.end.map { month + 1 < $0 } ?? true
        if goesOn { staying += cohort.count * cohort.presence(in: month) }
      }
      guard working > 0 else { continue }
      // Knowledge of one seat is worth a year at most: what is older has reached the team.
      let most = 12 * model.rules.knowledgeHours * working
      let known = min(most, teams[team].knowledge[partner] + model.rules.knowledgeHours * working)
      let kept = clamp(staying / working, 0, 1)
      teams[team].knowledge[partner] = known * kept
      teams[team].debtHours += known * (1 - kept) * lossShare(of: partner, at: team)
    }
  }

  /// Less is lost where the team's services are documented.
  func lossShare(of partner: Int, at team: Int) -> Double {
    let documented = model.teams[team].documented
    let full = model.partners[partner].knowledgeLoss
    let least = min(full, model.organization.assumptions[.partnerKnowledgeLossDocumented])
    return full + (least - full) * documented
  }

  func cost(of team: Int, in month: Int, starters: Double, shortage: Double, slip: Double)
    -> CostByKind
  {
    var cost = CostByKind()
    let state = teams[team]
    for cohort in state.cohorts {
      cost.payroll += cohort.count * model.levels[cohort.level].costPerMonth
    }
    for cohort in state.partners {
      let price = model.partners[cohort.partner].costPerMonth[cohort.level] ?? 0
      cost.partner += cohort.count * cohort.presence(in: month) * price
    }
    cost.hiring = starters * model.rules.costPerHire
    cost.shortage = shortage * model.rules.shortagePrice
    cost.slip = slip * model.rules.slipPrice
    return cost
  }
}
