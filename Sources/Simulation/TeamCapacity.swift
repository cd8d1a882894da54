import Organization

/// What a team can do in one month, with everything that takes time away taken away.
struct TeamCapacity {
  var pool = CapacityPool()
  var headcount = ByStanding()
  var partnerSeats = 0.0
  var newcomers = 0.0
  var callReady = 0.0
  /// Share of the guidance needed that the seniors present can give.
  var guidance = 1.0
  /// Set of the rota's sites that can carry their day; see ``RotaSites``.
  var sites = 0
  /// Ramped-up mid-level people that the team is worth, before overheads; drives change activity.
  var engineers = 0.0

  /// What cohorts of equally tired people can do.
  init(_ state: TeamState, team: Int, month: Int, model: StaffingModel) {
    let vigour = Self.output(burnout: state.condition.burnout, rules: model.rules)
    var crew = Crew()
    for cohort in state.cohorts where cohort.count > 0 {
      crew.add(
        cohort.count, of: model.levels[cohort.level],
        age: cohort.change.age(since: cohort.start, in: month), onRota: cohort.onRota,
        vigour: vigour,
        onboarding: cohort.change.onboarding(model.teams[team].onboarding, model.rules),
        isHire: cohort.isHire, rules: model.rules)
    }
    self.init(
      crew, partners: state.condition.partners,
      interviewHours: state.condition.interviewHours[month], team: team, month: month,
      model: model)
  }

  /// What `crew` and the partners beside it can do.
  ///
  /// - Parameters:
  ///   - crew: the employees.
  ///   - partners: seats of partners.
  ///   - interviewHours: that interviews take this month.
  ///   - team: whose they are.
  ///   - month: of the plan.
  ///   - model: the organisation.
  init(
    _ crew: Crew, partners: [PartnerCohort], interviewHours: Double, team: Int, month: Int,
    model: StaffingModel
  ) {
    let rules = model.rules
    headcount = crew.headcount
    newcomers = crew.newcomers
    callReady = crew.callReady
    engineers = crew.engineers
    addPartners(partners, team: team, month: month, model: model)
    if let staffed = model.teams[team].sites {
      sites = staffed.able(ready: callReady, hired: crew.hiredReady)
    }

    let people = headcount.total + partnerSeats
    let pairs = people * max(0, people - 1) / 2
    let talk = max(0, 1 - rules.communicationPerPair * pairs) * model.teams[team].coordination
    guidance =
      crew.guidanceNeeded > 0
      ? min(1, rules.guidanceCapacity * crew.mentors / crew.guidanceNeeded) : 1
    let guidedOutput = rules.guidanceFloor + (1 - rules.guidanceFloor) * guidance
    pool.inHouse = crew.hours(guidedOutput: guidedOutput).scaled(by: talk)
    for index in pool.partners.indices {
      pool.partners[index].hours = pool.partners[index].hours.scaled(by: talk)
    }
    let mentoring = crew.guidanceNeeded * guidance * rules.hoursPerMonth
    let oversight = Self.oversight(of: partners, month: month, model: model)
    // Time by the clock costs what the people who give it would have put out.
    _ = pool.inHouse.takeFromSeniors(
      (mentoring + oversight * rules.hoursPerMonth + interviewHours) * crew.mentorWorth)
  }

  /// Linear from the first day's output to full; the mean over the month that begins at `age`.
  static func output(age: Double?, ramp: Double, start: Double) -> Double {
    guard let age, age < ramp else { return 1 }
    // Where the ramp ends within the month, the rest of the month is at full output.
    let inside = min(1, ramp - age)
    let middle = age + inside / 2
    let rising = start + (1 - start) * middle / ramp
    return rising * inside + (1 - inside)
  }

  /// Share of the month that begins at `age` in which somebody may carry the pager.
  static func readiness(age: Double?, after months: Double) -> Double {
    guard let age else { return 1 }
    return clamp(age + 1 - months, 0, 1)
  }

  /// Output of a team relative to one with the base rate of burnout.
  static func output(burnout: Double, rules: Rules) -> Double {
    let loss = 1 - rules.burnoutOutput
    return (1 - loss * burnout) / (1 - loss * rules.burnoutBase)
  }

  private mutating func addPartners(
    _ cohorts: [PartnerCohort], team: Int, month: Int, model: StaffingModel
  ) {
    let rules = model.rules
    for cohort in cohorts {
      let present = cohort.count * cohort.presence(in: month)
      guard present > 0 else { continue }
      let partner = model.partners[cohort.partner]
      let kind = model.levels[cohort.level]
      let age = max(0, Double(month) - cohort.start)
      let output = Self.output(age: age, ramp: partner.rampMonths, start: rules.startOutput)
      partnerSeats += present
      engineers += present * kind.productivity * partner.productivity * output
      let hours = present * kind.productivity * partner.productivity * output * rules.hoursPerMonth
      pool.add(
        hours, kind.standing, from: cohort.partner, of: partner, for: model.teams[team],
        in: month)
      if partner.takesPager {
        callReady += present * Self.readiness(age: age, after: partner.rampMonths)
      }
    }
  }

  /// People's worth of time that partners' seats take to look after.
  private static func oversight(of cohorts: [PartnerCohort], month: Int, model: StaffingModel)
    -> Double
  {
    cohorts.reduce(0) {
      $0 + $1.count * $1.presence(in: month) * model.partners[$1.partner].oversight
    }
  }
}
