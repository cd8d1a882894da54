/// A team in one future.
struct TeamFuture: Sendable {
  var people: [Person] = []
  var condition: TeamCondition

  var headcount: Double { people.reduce(0) { $0 + $1.count } }

  /// What the people cost in a month.
  ///
  /// - Parameters:
  ///   - team: whose they are.
  ///   - model: the organisation.
  /// - Returns: money.
  func payroll(of team: Int, in model: StaffingModel) -> Double {
    var sum = 0.0
    let hires = model.teams[team].market
    model.levels.withUnsafeBufferPointer { levels in
      for person in people {
        if person.isHire, hires != nil || person.change != nil {
          let terms = model.terms(
            of: person.level, isHire: true, in: person.change?.home ?? team)
          sum += person.count * terms.costPerMonth
        } else {
          sum += person.count * levels[person.level].costPerMonth
        }
      }
    }
    return sum
  }

  /// Share of the people who are burned out, 0 where there are none.
  var burnedOutShare: Double {
    var burnedOut = 0.0
    var all = 0.0
    for person in people {
      all += person.count
      if person.isBurnedOut { burnedOut += person.count }
    }
    return all > 0 ? burnedOut / all : 0
  }
}
