extension TeamFuture {
  /// Lets people leave, burn out and recover.
  ///
  /// - Parameters:
  ///   - life: what the month does to them.
  ///   - hires: levels of people hired under the plan, where their market differs.
  ///   - luck: random numbers of the future.
  ///   - model: the organisation.
  ///   - turns: takes in whoever leaves or changes.
  /// - Returns: how many left.
  mutating func live(
    _ life: MonthOfLife, hires: [LevelModel]?, luck: ReplicationStream, model: StaffingModel,
    telling turns: inout [Turn]
  ) -> Double {
    let rules = model.rules
    var (before, left, burnedOut) = (0.0, 0.0, 0.0)
    withUnsafeTemporaryAllocation(of: (Double, Double).self, capacity: people.count) { chances in
      people.withUnsafeMutableBufferPointer { people in
        // All of them first, as that is faster than each when it is needed.
        for index in people.indices {
          chances.initializeElement(
            at: index, to: luck.pair(people[index].id, .monthOfLife, month: life.month))
        }
        for index in people.indices {
          // By her place, as few are worth a copy.
          before += people[index].count
          let level = people[index].level
          // Each by its place, as a copy of a level is worth more than the chance.
          let usual =
            if people[index].isHire, let change = people[index].change {
              people[index].chanceOfLeaving(
                model.terms(of: level, isHire: true, in: change.home), rules, in: life.month)
            } else if let hires, people[index].isHire {
              people[index].chanceOfLeaving(hires[level], rules, in: life.month)
            } else {
              people[index].chanceOfLeaving(model.levels[level], rules, in: life.month)
            }
          let gone = life.gone(of: people[index], usual: usual, chance: chances[index].0)
          let isTurning =
            people[index].count > gone
            && life.isTurning(people[index], chance: chances[index].1)
          if gone > 0 || isTurning {
            turns.append(Turn(person: people[index], gone: gone, isTurning: isTurning))
            people[index].count -= gone
            if isTurning { people[index].isBurnedOut.toggle() }
            left += gone
          }
          if people[index].isBurnedOut { burnedOut += people[index].count }
        }
      }
    }
    if left > 0, life.hasLeavers { people.removeAll { $0.count <= 0 } }
    if life.isPersonal {
      condition.burnout = before > left ? burnedOut / (before - left) : 0
    } else if before > 0, before - left > 1e-12 {
      // Burned-out people are more likely to be among the leavers.
      let share = life.pooled * rules.hazardRatio / (1 + (rules.hazardRatio - 1) * life.pooled)
      let staying = clamp((life.pooled * before - share * left) / (before - left), 0, 1)
      condition.burnout = Burnout.next(staying, stationary: life.stationary, rules: rules)
    }
    return left
  }
}

extension Person {
  /// The chance that she leaves in a month if she is at the base rate of burnout.
  @inline(__always)
  fileprivate func chanceOfLeaving(_ level: LevelModel, _ rules: Rules, in month: Int) -> Double {
    let age = start.map { month - $0 }
    let usual = level.attritionPerMonth * rules.tenureFactor(months: age)
    guard isHire, let age, age < 6 else { return usual }
    return max(usual, rules.earlyExitPerMonth)
  }
}
