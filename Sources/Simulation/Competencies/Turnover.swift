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
  ///   - month: of the plan.
  ///   - onboarding: factor on the ramp from documentation.
  mutating func add(
    _ count: Double, of level: LevelModel, start: Int?, isHire: Bool, month: Int,
    onboarding: Double
  ) {
    guard isHire else {
      staying += count
      return
    }
    let age = start.map { Double(month - $0) }
    rampedUp += count * TeamCapacity.readiness(age: age, after: level.rampMonths * onboarding)
  }
}
