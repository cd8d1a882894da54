/// What a month does to each of a team's people, worked out once for all of them.
struct MonthOfLife {
  /// Of the plan.
  let month: Int
  /// Whether single people leave, and not all of them bit by bit.
  let hasLeavers: Bool
  /// Whether single people burn out, and not all of them alike.
  let isPersonal: Bool
  /// Share of the team that is burned out before it.
  let pooled: Double
  /// The burnout to which its load would lead.
  let stationary: Double
  /// Factors on leaving, of those who are burned out and of the others.
  private let strain: (tired: Double, rested: Double)
  /// How likely those who are burned out, and the others, are burned out next month.
  private let next: (tired: Double, rested: Double)

  /// - Parameters:
  ///   - month: of the plan.
  ///   - pooled: share of the team that is burned out.
  ///   - stationary: the burnout to which the month's load would lead.
  ///   - chances: what is left to chance.
  ///   - leavingFactor: of the team, from what beside load keeps people.
  ///   - rules: the assumptions.
  init(
    _ month: Int, pooled: Double, stationary: Double, chances: Chances, leavingFactor: Double,
    _ rules: Rules
  ) {
    (self.month, self.pooled, self.stationary) = (month, pooled, stationary)
    hasLeavers = chances.contains(.leaving)
    isPersonal = chances.contains(.burnout)
    let ordinary = (1 + (rules.hazardRatio - 1) * rules.burnoutBase) / leavingFactor
    let strain = { (burnout: Double) in (1 + (rules.hazardRatio - 1) * burnout) / ordinary }
    self.strain = isPersonal ? (strain(1), strain(0)) : (strain(pooled), strain(pooled))
    next = (
      Burnout.next(1, stationary: stationary, rules: rules),
      Burnout.next(0, stationary: stationary, rules: rules)
    )
  }

  /// How much of somebody leaves, whose chance at the base rate of burnout is `usual`.
  @inline(__always)
  func gone(of person: Person, usual: Double, chance: Double) -> Double {
    let leaving = clamp(usual * (person.isBurnedOut ? strain.tired : strain.rested), 0, 1)
    guard hasLeavers else { return person.count * leaving }
    return Bernoulli(probability: leaving).quantile(chance) ? person.count : 0
  }

  /// Whether somebody burns out or recovers.
  @inline(__always)
  func isTurning(_ person: Person, chance: Double) -> Bool {
    guard isPersonal else { return false }
    let next = Bernoulli(probability: person.isBurnedOut ? next.tired : next.rested)
    return next.quantile(chance) != person.isBurnedOut
  }
}

/// What a month did to somebody.
struct Turn: Sendable {
  /// As she was before.
  var person: Person
  /// How much of her left.
  var gone: Double
  /// Whether she burned out or recovered.
  var isTurning: Bool
}
