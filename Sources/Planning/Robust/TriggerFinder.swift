import Organization
import Simulation

/// Finds what differs between the later decisions of scenarios, and what traffic tells them apart by.
struct TriggerFinder {
  private let scenarios: [RobustScenario]
  private let plans: [StaffingPlan]
  private let first: Int
  /// By scenario: equally likely courses.
  private let courses: [[TrafficFuture]]
  private let means: [TrafficFuture]

  /// Takes the plans of the scenarios, which open the same seats before month `first`.
  init(_ scenarios: [RobustScenario], plans: [StaffingPlan], decidedBefore first: Int) {
    self.scenarios = scenarios
    self.plans = plans
    self.first = first
    courses = scenarios.map(\.traffic.courses)
    means = scenarios.map(\.traffic.mean)
  }

  /// A kind of decision of which there are so many.
  private struct Kind: Hashable {
    var kind: Trigger.Action.Kind
    var team: Int
    var level: Int
    var source: SeatSource
  }

  /// Who is to have done something by a quarter that had not done it before.
  private struct Group: Hashable {
    var quarter: Int
    var acting: [Int]
    var resting: [Int]
  }

  /// By quarter, those that all scenarios share first.
  func triggers() -> [Trigger] {
    let months = scenarios.first?.organization.months ?? 0
    let quarters = Quarters.all(of: months).filter { $0.lowerBound >= first }
    var order = [Kind]()
    var counts = [Kind: [[Int]]]()
    for (scenario, plan) in plans.enumerated() {
      for (kind, month) in decisions(plan, in: scenario) {
        guard let quarter = quarters.firstIndex(where: { $0.contains(month) }) else { continue }
        if counts[kind] == nil {
          order.append(kind)
          counts[kind] = [[Int]](
            repeating: [Int](repeating: 0, count: scenarios.count), count: quarters.count)
        }
        // From this quarter on it has been done.
        for later in quarter..<quarters.count { counts[kind]?[later][scenario] += 1 }
      }
    }
    var groups = [Group: [Kind: Int]]()
    for kind in order {
      let done = counts[kind] ?? []
      for number in 1..<(done.last?.max() ?? 0) + 1 {
        for quarter in quarters.indices {
          let (now, before) = (
            done[quarter].map { $0 >= number },
            quarter > 0 ? done[quarter - 1].map { $0 >= number } : nothingDone
          )
          let acting = scenarios.indices.filter { now[$0] && !before[$0] }
          guard !acting.isEmpty else { continue }
          let group = Group(
            quarter: quarter, acting: acting, resting: scenarios.indices.filter { !now[$0] })
          groups[group, default: [:]][kind, default: 0] += 1
        }
      }
    }
    groups = joined(groups, quarters)
    return groups.keys.sorted(by: isBefore).flatMap { group -> [Trigger] in
      let found = groups[group] ?? [:]
      let actions = order.compactMap { kind in
        found[kind].map {
          Trigger.Action(
            kind: kind.kind, team: kind.team, level: kind.level, source: kind.source, count: $0)
        }
      }
      return triggers(group, actions, quarters[group.quarter].lowerBound)
    }
  }

  /// The same with one group for all that the same scenarios do in a quarter, where one sign tells them
  /// from everybody who rests.
  private func joined(
    _ groups: [Group: [Kind: Int]], _ quarters: [Range<Int>]
  ) -> [Group: [Kind: Int]] {
    var joined = [Group: [Kind: Int]]()
    for (group, actions) in groups {
      let resting = Set(
        groups.keys.filter { $0.quarter == group.quarter && $0.acting == group.acting }
          .flatMap(\.resting)
      ).sorted()
      let (month, isTold) = (quarters[group.quarter].lowerBound, !group.resting.isEmpty)
      var whole = group
      if isTold, conditions(group.acting, not: resting, Self.observed(before: month)) != nil {
        whole.resting = resting
      }
      joined[whole, default: [:]].merge(actions, uniquingKeysWith: +)
    }
    return joined
  }

  /// The months that one looks at in a month.
  private static func observed(before month: Int) -> Range<Int> {
    max(0, month - 3)..<max(1, month)
  }

  private var nothingDone: [Bool] { scenarios.map { _ in false } }

  private func isBefore(_ a: Group, _ b: Group) -> Bool {
    if a.quarter != b.quarter { return a.quarter < b.quarter }
    if a.resting.count != b.resting.count { return a.resting.count < b.resting.count }
    return a.acting.lexicographicallyPrecedes(b.acting)
  }

  /// What a plan decides after the first stage, each with the month in which it has to be decided.
  private func decisions(_ plan: StaffingPlan, in scenario: Int) -> [(kind: Kind, month: Int)] {
    plan.seats.sorted(by: SeatOrder.isBefore).compactMap { seat in
      var kind = Kind(kind: .open, team: seat.team, level: seat.level, source: seat.source)
      guard seat.openMonth < first else { return (kind, seat.openMonth) }
      guard case .partner(let partner) = seat.source, let end = seat.endMonth else { return nil }
      kind.kind = .end
      let notice = scenarios[scenario].organization.partners[partner].noticeMonths
      return (kind, max(first, end - notice))
    }
  }

  // MARK: Telling scenarios apart

  /// One trigger for all that act, or one for each where traffic shows them by different signs.
  private func triggers(
    _ group: Group, _ actions: [Trigger.Action], _ month: Int
  ) -> [Trigger] {
    let observed = Self.observed(before: month)
    var trigger = Trigger(
      month: month, observed: observed, scenarios: group.acting,
      isCertain: group.resting.isEmpty, conditions: [], actions: actions)
    guard !trigger.isCertain else { return [trigger] }
    if let conditions = conditions(group.acting, not: group.resting, observed) {
      trigger.conditions = conditions
      trigger.fires = share(of: group.acting, conditions, observed)
      trigger.firesFalsely = share(of: group.resting, conditions, observed)
    }
    if trigger.conditions.isEmpty || trigger.isWeak, let isFrozen = freeze(telling: group, month) {
      (trigger.isFrozen, trigger.conditions) = (isFrozen, [])
      (trigger.fires, trigger.firesFalsely) = (1, 0)
    }
    guard trigger.conditions.isEmpty, trigger.isFrozen == nil else { return [trigger] }
    guard group.acting.count > 1 else { return [trigger] }
    return group.acting.flatMap { scenario in
      triggers(
        Group(quarter: group.quarter, acting: [scenario], resting: group.resting), actions, month)
    }
  }

  /// Whether hiring is frozen by a month in all scenarios that act and in none of the others, or the
  /// other way round; `nil` where a freeze does not tell them apart.
  private func freeze(telling group: Group, _ month: Int) -> Bool? {
    func isFrozen(_ scenario: Int) -> Bool {
      let organization = scenarios[scenario].organization
      return organization.hiring.freeze.map { $0.lowerBound <= organization.start + month } ?? false
    }
    let (acting, resting) = (
      Set(group.acting.map(isFrozen)), Set(group.resting.map(isFrozen))
    )
    guard acting.count == 1, resting.count == 1, acting != resting else { return nil }
    return acting.first
  }

  /// Means closer to each other than this share are the same to anybody who looks.
  private static let leastSeparation = 0.02

  /// What holds of the means of some scenarios and of none of the others: of one driver if any will do,
  /// of two otherwise.
  private func conditions(
    _ acting: [Int], not resting: [Int], _ observed: Range<Int>
  ) -> [Trigger.Condition]? {
    let drivers = scenarios[0].organization.drivers.indices
    let values = drivers.map { driver in
      scenarios.indices.map { Self.mean(means[$0].mean[driver], observed) }
    }
    let single = drivers.compactMap { bounds($0, values[$0], acting, resting) }
    if let best = single.max(by: { $0.separation < $1.separation }) { return [best.condition] }
    var pair: (conditions: [Trigger.Condition], separation: Double)?
    for one in drivers {
      for other in drivers where other > one {
        for part in halves(of: resting, values[one], acting) {
          let rest = resting.filter { !part.contains($0) }
          guard let first = bounds(one, values[one], acting, part),
            let second = bounds(other, values[other], acting, rest)
          else { continue }
          let separation = min(first.separation, second.separation)
          if separation > pair?.separation ?? 0 {
            pair = ([first.condition, second.condition], separation)
          }
        }
      }
    }
    return pair?.conditions
  }

  /// Those of the others that one driver may tell, as whoever is above or below.
  private func halves(of resting: [Int], _ values: [Double], _ acting: [Int]) -> [[Int]] {
    let (low, high) = (acting.map { values[$0] }.min() ?? 0, acting.map { values[$0] }.max() ?? 0)
    let (below, above) = (
      resting.filter { values[$0] < low }, resting.filter { values[$0] > high }
    )
    return [below, above, below + above].filter { !$0.isEmpty && $0.count < resting.count }
  }

  private func bounds(
    _ driver: Int, _ values: [Double], _ acting: [Int], _ resting: [Int]
  ) -> (condition: Trigger.Condition, separation: Double)? {
    guard let low = acting.map({ values[$0] }).min(), let high = acting.map({ values[$0] }).max()
    else { return nil }
    var condition = Trigger.Condition(driver: driver)
    var separation = Double.infinity
    let others = resting.map { values[$0] }
    guard others.allSatisfy({ $0 < low || $0 > high }) else { return nil }
    if let below = others.filter({ $0 < low }).max() {
      condition.above = (below + low) / 2
      separation = min(separation, (low - below) / max(1e-9, (below + low) / 2))
    }
    if let above = others.filter({ $0 > high }).min() {
      condition.below = (above + high) / 2
      separation = min(separation, (above - high) / max(1e-9, (above + high) / 2))
    }
    return separation >= Self.leastSeparation ? (condition, separation) : nil
  }

  /// Share of the courses of some scenarios in which all conditions hold.
  private func share(
    of some: [Int], _ conditions: [Trigger.Condition], _ observed: Range<Int>
  ) -> Double? {
    let shares = some.filter { !courses[$0].isEmpty }.map { scenario in
      let firing = courses[scenario].count { course in
        conditions.allSatisfy { $0.holds(Self.mean(course.mean[$0.driver], observed)) }
      }
      return Double(firing) / Double(courses[scenario].count)
    }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  private static func mean(_ path: [Double], _ months: Range<Int>) -> Double {
    let part = path[months.clamped(to: path.indices)]
    return part.isEmpty ? 1 : part.reduce(0, +) / Double(part.count)
  }
}

/// The order in which seats are told: by time, team, level and source.
enum SeatOrder {
  static func isBefore(_ a: Seat, _ b: Seat) -> Bool { key(a).lexicographicallyPrecedes(key(b)) }

  private static func key(_ seat: Seat) -> [Int] {
    let source =
      switch seat.source {
      case .inHouse: -1
      case .partner(let partner): partner
      }
    return [seat.openMonth, seat.team, seat.level, source, seat.endMonth ?? .max]
  }
}
