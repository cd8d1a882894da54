/// Who of a team's employees was there on the first day, and who has come and learnt the work.
struct Turnover {
  /// People who were there on the first day.
  private(set) var staying = 0.0
  /// People hired since then, from the end of their ramp on.
  private(set) var rampedUp = 0.0

  /// Counts in `count` people.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - level: what they are.
  ///   - start: month of the first day; `nil` is long ago.
  ///   - isHire: whether they came after the first day.
  ///   - change: where they came from another team, which is as if they had been hired.
  ///   - month: of the plan.
  ///   - onboarding: factor on the ramp from documentation.
  ///   - rules: the assumptions.
  mutating func add(
    _ count: Double, of level: LevelModel, start: Int?, isHire: Bool, change: TeamChange?,
    month: Int, onboarding: Double, rules: Rules
  ) {
    guard isHire || change != nil else {
      staying += count
      return
    }
    let ramp = level.rampMonths * change.onboarding(onboarding, rules)
    rampedUp +=
      count * TeamCapacity.readiness(age: change.age(since: start, in: month), after: ramp)
  }
}
