/// A team in one future.
struct TeamFuture: Sendable {
  var people: [Person] = []
  var condition: TeamCondition

  var headcount: Double { people.reduce(0) { $0 + $1.count } }

  /// What the people cost in a month.
  ///
  /// - Parameters:
  ///   - levels: of the home market.
  ///   - hires: levels of people hired under the plan, where their market differs.
  /// - Returns: money.
  func payroll(_ levels: [LevelModel], hires: [LevelModel]?) -> Double {
    var sum = 0.0
    if let hires {
      for person in people {
        sum += person.count * (person.isHire ? hires : levels)[person.level].costPerMonth
      }
      return sum
    }
    levels.withUnsafeBufferPointer { levels in
      for person in people { sum += person.count * levels[person.level].costPerMonth }
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
