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
  /// Ramped-up mid-level people that the team is worth, before overheads; drives change activity.
  var engineers = 0.0

  init(_ state: TeamState, team: Int, month: Int, model: StaffingModel) {
    let rules = model.rules
    let onboarding = model.teams[team].onboarding
    var guided = ByStanding()
    var unguided = ByStanding()
    var guidanceNeeded = 0.0
    var mentors = 0.0
    var mentorOutput = 0.0
    for cohort in state.cohorts where cohort.count > 0 {
      let kind = model.levels[cohort.level]
      let ramp = kind.rampMonths * onboarding
      let age = cohort.start.map { Double(month - $0) }
      let output = Self.output(age: age, ramp: ramp, start: rules.startOutput)
      let isNewcomer = age.map { $0 < ramp } ?? false
      headcount[kind.standing] += cohort.count
      callReady +=
        cohort.count * cohort.onRota
        * Self.readiness(age: age, after: kind.monthsToOnCall * onboarding)
      let hours = cohort.count * kind.productivity * output * rules.hoursPerMonth
      engineers += cohort.count * kind.productivity * output
      if isNewcomer {
        newcomers += cohort.count
        let early = (age ?? 0) < 3
        guidanceNeeded += cohort.count * (early ? rules.mentoringEarly : rules.mentoringLate)
        guided[kind.standing] += hours
      } else if kind.standing == .junior {
        guidanceNeeded += cohort.count * rules.guidancePerJunior
        guided[.junior] += hours
      } else {
        unguided[kind.standing] += hours
        if kind.standing >= .senior {
          mentors += cohort.count
          mentorOutput += cohort.count * kind.productivity
        }
      }
    }
    addPartners(state, team: team, month: month, model: model)

    let people = headcount.total + partnerSeats
    let pairs = people * max(0, people - 1) / 2
    let talk = max(0, 1 - rules.communicationPerPair * pairs)
    let tired = Self.output(burnout: state.burnout, rules: rules) * talk
    guidance =
      guidanceNeeded > 0 ? min(1, rules.guidanceCapacity * mentors / guidanceNeeded) : 1
    let guidedOutput = rules.guidanceFloor + (1 - rules.guidanceFloor) * guidance
    for standing in Standing.allCases {
      pool.inHouse[standing] =
        (unguided[standing] + guided[standing] * guidedOutput) * tired
    }
    for index in pool.partners.indices {
      for standing in Standing.allCases { pool.partners[index].hours[standing] *= talk }
    }
    let mentoring = guidanceNeeded * guidance * rules.hoursPerMonth
    let oversight = oversightNeeded(state, month: month, model: model) * rules.hoursPerMonth
    let interviews = month < state.interviewHours.count ? state.interviewHours[month] : 0
    // Time by the clock costs what the people who give it would have put out.
    let worth = mentors > 0 ? mentorOutput / mentors : 1
    _ = pool.inHouse.takeFromSeniors((mentoring + oversight + interviews) * worth)
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
    _ state: TeamState, team: Int, month: Int, model: StaffingModel
  ) {
    guard !state.partners.isEmpty else { return }
    let rules = model.rules
    for cohort in state.partners {
      let present = cohort.count * cohort.presence(in: month)
      guard present > 0 else { continue }
      let partner = model.partners[cohort.partner]
      let kind = model.levels[cohort.level]
      let age = max(0, Double(month) - cohort.start)
      let output = Self.output(age: age, ramp: partner.rampMonths, start: rules.startOutput)
      partnerSeats += present
      engineers += present * kind.productivity * partner.productivity * output
      let hours = present * kind.productivity * partner.productivity * output * rules.hoursPerMonth
      pool.add(hours, kind.standing, from: cohort.partner, of: partner, for: model.teams[team])
      if partner.takesPager {
        callReady += present * Self.readiness(age: age, after: partner.rampMonths)
      }
    }
  }

  private func oversightNeeded(_ state: TeamState, month: Int, model: StaffingModel) -> Double {
    state.partners.reduce(0) {
      $0 + $1.count * $1.presence(in: month) * model.partners[$1.partner].oversight
    }
  }
}
