import Organization

extension MeanValueCourse {
  /// Moves burnout, lets people leave and opens the backfills.
  mutating func leave(_ team: Int, in month: Int, stationary: Double) -> Double {
    let rules = model.rules
    let burnedOut = teams[team].condition.burnout
    let strain =
      (1 + (rules.hazardRatio - 1) * burnedOut) / (1 + (rules.hazardRatio - 1) * rules.burnoutBase)
      * model.teams[team].leavingFactor
    let before = teams[team].inHouse
    var left = 0.0
    // Taken out while it changes, so that it is not copied or checked at every step.
    var cohorts = teams[team].cohorts
    teams[team].cohorts = []
    for index in cohorts.indices {
      let cohort = cohorts[index]
      let age = cohort.start.map { month - $0 }
      var probability =
        model.terms(
          of: cohort.level, isHire: cohort.isHire, in: cohort.change?.home ?? team
        ).attritionPerMonth
        * rules.tenureFactor(months: age)
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
      teams[team].condition.burnout = Burnout.next(staying, stationary: stationary, rules: rules)
    }
    return left
  }
}
