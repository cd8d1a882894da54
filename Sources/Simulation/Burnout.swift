/// The two-state burnout chain under a month's load.
enum Burnout {
  /// The probability to which constant load leads, by published odds ratios from a base rate.
  ///
  /// Nights count between one and two a week, where Balch 2010 saw the step; quiet nights count.
  static func stationary(
    weeklyHours: Double, nightsPerWeek: Double, sleepInterruptionsPerWeek: Double, rules: Rules
  ) -> Double {
    let logOdds =
      rules.burnoutBaseLogOdds
      + rules.burnoutPerHour * (weeklyHours - rules.contractHours)
      + rules.burnoutNights * clamp(nightsPerWeek - 1, 0, 1)
      + rules.burnoutSleep * clamp(sleepInterruptionsPerWeek, 0, 1)
    return 1 / (1 + exponential(-logOdds))
  }

  /// One month of the chain: onset p r and recovery (1 - p) r, so that p is stationary.
  static func next(_ burnedOut: Double, stationary: Double, rules: Rules) -> Double {
    let onset = stationary * rules.burnoutPace
    let recovery = (1 - stationary) * rules.burnoutPace
    return burnedOut + (1 - burnedOut) * onset - burnedOut * recovery
  }
}
