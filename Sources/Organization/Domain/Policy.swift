/// A demand that must hold with a probability.
package struct ChanceConstraint: Hashable, Sendable {
  /// The value to reach or not to exceed, as a fraction.
  package var threshold: Double
  /// How likely it must hold, 0 to 1.
  package var probability: Double

  package init(threshold: Double, probability: Double) {
    self.threshold = threshold
    self.probability = probability
  }
}

/// What leadership demands of a plan.
package struct Policy: Hashable, Sendable {
  /// Share of the work asked that each team can do, every month.
  package var coverage: ChanceConstraint
  /// Share of the work that needs seniors which they can do, every month.
  package var seniorCoverage: ChanceConstraint
  /// Highest share of time on call.
  package var onCallShare: ChanceConstraint
  /// Highest expected share of a team that is burned out.
  package var burnout: ChanceConstraint
  /// Money that may be spent in a quarter beside today's payroll; `nil` is unlimited.
  package var extraBudgetPerQuarter: Double?
  /// Most new seats (hired or rented) over the horizon; `nil` is unlimited.
  package var maxNewSeats: Int?
  /// Highest share of partner seats in a team.
  package var maxPartnerShare: Double
  /// Fewest seniors per team, staff included.
  package var minimumSeniors: Int
  /// Months from the start in which the policy need not hold yet, because nothing can change them.
  package var graceMonths: Int

  package init(
    coverage: ChanceConstraint, seniorCoverage: ChanceConstraint, onCallShare: ChanceConstraint,
    burnout: ChanceConstraint, extraBudgetPerQuarter: Double? = nil, maxNewSeats: Int? = nil,
    maxPartnerShare: Double, minimumSeniors: Int, graceMonths: Int
  ) {
    self.coverage = coverage
    self.seniorCoverage = seniorCoverage
    self.onCallShare = onCallShare
    self.burnout = burnout
    self.extraBudgetPerQuarter = extraBudgetPerQuarter
    self.maxNewSeats = maxNewSeats
    self.maxPartnerShare = maxPartnerShare
    self.minimumSeniors = minimumSeniors
    self.graceMonths = graceMonths
  }

  /// The probabilities with which its demands must hold.
  package var probabilities: [Double] {
    [coverage, seniorCoverage, onCallShare, burnout].map(\.probability)
  }
}
