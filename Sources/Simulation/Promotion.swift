/// The way from a level to the next, for people who can grow.
package struct Promotion: Sendable {
  /// Index into ``StaffingModel/levels`` of what they become.
  package let level: Int
  /// Months at the level after which somebody may rise.
  let afterMonths: Int
  /// Whether time at the level above counts as well, because it has a promotion of its own.
  let goesOn: Bool
  package let perMonth: Double

  init(to level: Int, afterMonths: Int, goesOn: Bool, perYear: Double) {
    self.level = level
    self.afterMonths = afterMonths
    self.goesOn = goesOn
    perMonth = monthlyProbability(annual: perYear)
  }

  /// Completed months at the level of people whose first day is unknown: the middle of the stretch
  /// of service whose rate of leaving they have.
  static let unknownTenure = 36

  /// The probability that somebody rises at the end of a month.
  ///
  /// - Parameters:
  ///   - start: month of the first day, at which today's people are taken to have had their level.
  ///   - levelSince: month of the last promotion under the plan.
  ///   - month: of the plan.
  ///   - guidance: share of the guidance needed that the team gives, 0 to 1.
  /// - Returns: 0 to 1.
  func probability(start: Int?, levelSince: Int?, month: Int, guidance: Double) -> Double {
    isReady(start: start, levelSince: levelSince, by: month + 1) ? perMonth * guidance : 0
  }

  /// Whether somebody has the level's months behind her at the beginning of a month.
  package func isReady(start: Int?, levelSince: Int? = nil, by month: Int) -> Bool {
    month - (levelSince ?? start ?? -Self.unknownTenure) >= afterMonths
  }

  /// The month from which somebody promoted in `month` counts for the next promotion; `nil` where
  /// there is none, so that those promoted in different months need not be told apart.
  func since(promotedIn month: Int) -> Int? { goesOn ? month + 1 : nil }
}
