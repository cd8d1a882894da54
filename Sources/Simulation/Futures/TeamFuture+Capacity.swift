import Organization

extension TeamFuture {
  /// What the team can do in a month.
  ///
  /// It is asked of the team and not of the whole future, which would be copied to be asked.
  /// - Parameters:
  ///   - index: of the team.
  ///   - month: of the plan.
  ///   - vigour: output of its people.
  ///   - model: the organisation.
  /// - Returns: hours, people and readiness.
  func capacity(_ index: Int, in month: Int, vigour: Vigour, model: StaffingModel) -> TeamCapacity {
    let rules = model.rules
    let onboarding = model.teams[index].onboarding
    var crew = Crew()
    model.levels.withUnsafeBufferPointer { levels in
      people.withUnsafeBufferPointer { people in
        for index in people.indices where people[index].count > 0 {
          crew.add(
            people[index].count, of: levels[people[index].level],
            age: people[index].change.age(since: people[index].start, in: month),
            onRota: people[index].onRota,
            vigour: people[index].isBurnedOut ? vigour.tired : vigour.rested,
            onboarding: people[index].change.onboarding(onboarding, rules),
            isHire: people[index].isHire, rules: rules)
        }
      }
    }
    return TeamCapacity(
      crew, partners: condition.partners, interviewHours: condition.interviewHours[month],
      team: index, month: month, model: model)
  }
}

/// Output relative to people with the base rate of burnout.
struct Vigour {
  let rested: Double
  let tired: Double

  /// Of single people.
  init(of rules: Rules) {
    rested = TeamCapacity.output(burnout: 0, rules: rules)
    tired = TeamCapacity.output(burnout: 1, rules: rules)
  }

  /// Of all alike, where burnout is not of single people.
  init(of team: TeamFuture, _ rules: Rules) {
    rested = TeamCapacity.output(burnout: team.condition.burnout, rules: rules)
    tired = rested
  }
}
