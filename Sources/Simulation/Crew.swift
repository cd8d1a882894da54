import Organization

/// The employees of a team in one month, counted up person by person or cohort by cohort.
struct Crew {
  fileprivate(set) var headcount = ByStanding()
  fileprivate(set) var newcomers = 0.0
  fileprivate(set) var callReady = 0.0
  /// Those of them who have been hired under the plan.
  fileprivate(set) var hiredReady = 0.0
  /// Ramped-up mid-level people that they are worth, burnout left out.
  fileprivate(set) var engineers = 0.0
  /// Hours of those who need guidance, as put out with all of it.
  private var guided = ByStanding()
  private var unguided = ByStanding()
  /// People's worth of guidance that newcomers and juniors need.
  fileprivate(set) var guidanceNeeded = 0.0
  fileprivate(set) var mentors = 0.0
  private var mentorOutput = 0.0

  /// What an hour of those who mentor would have put out.
  var mentorWorth: Double { mentors > 0 ? mentorOutput / mentors : 1 }

  /// Counts in `count` people of one level and age.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - level: what they are.
  ///   - age: completed months since the first day; `nil` where it is unknown but long.
  ///   - onRota: share of them that takes part in the rota.
  ///   - vigour: output relative to people with the base rate of burnout.
  ///   - onboarding: factor on ramp and exposure from documentation.
  ///   - isHire: whether they have been hired under the plan.
  ///   - rules: the assumptions.
  mutating func add(
    _ count: Double, of level: LevelModel, age: Double?, onRota: Double, vigour: Double,
    onboarding: Double, isHire: Bool, rules: Rules
  ) {
    guard let age else {
      let worth = count * level.productivity
      callReady += count * onRota
      engineers += worth
      addSettled(count, of: level, hours: worth * rules.hoursPerMonth * vigour, rules: rules)
      return
    }
    let ramp = level.rampMonths * onboarding
    let output = TeamCapacity.output(age: age, ramp: ramp, start: rules.startOutput)
    let ready =
      count * onRota
      * TeamCapacity.readiness(age: age, after: level.monthsToOnCall * onboarding)
    callReady += ready
    if isHire { hiredReady += ready }
    let worth = count * level.productivity * output
    engineers += worth
    let hours = worth * rules.hoursPerMonth * vigour
    guard age < ramp else {
      addSettled(count, of: level, hours: hours, rules: rules)
      return
    }
    headcount[level.standing] += count
    newcomers += count
    guidanceNeeded += count * (age < 3 ? rules.mentoringEarly : rules.mentoringLate)
    guided[level.standing] += hours
  }

  /// Counts in people who are past their ramp.
  @inline(__always)
  private mutating func addSettled(
    _ count: Double, of level: LevelModel, hours: Double, rules: Rules
  ) {
    switch level.standing {
    case .junior:
      headcount.junior += count
      guidanceNeeded += count * rules.guidancePerJunior
      guided.junior += hours
    case .mid:
      headcount.mid += count
      unguided.mid += hours
    case .senior:
      headcount.senior += count
      unguided.senior += hours
      mentors += count
      mentorOutput += count * level.productivity
    case .staff:
      headcount.staff += count
      unguided.staff += hours
      mentors += count
      mentorOutput += count * level.productivity
    }
  }

  /// Hours put out where those who need guidance put out `guidedOutput` of what they could.
  func hours(guidedOutput: Double) -> ByStanding {
    var sum = unguided
    sum.junior += guided.junior * guidedOutput
    sum.mid += guided.mid * guidedOutput
    sum.senior += guided.senior * guidedOutput
    sum.staff += guided.staff * guidedOutput
    return sum
  }
}
