import Organization
import Simulation

/// Finds where the cheapest of the compared plans stops being cheapest.
///
/// The plans stay as they are; only the world changes. Each search is a scan over a grid and a
/// bisection inside the first cell in which the order flips, nearest to today's value first.
struct BreakEvenSearch {
  let model: StaffingModel
  let outcomes: [StrategyOutcome]
  let best: Int
  let courses: Courses
  let watch: PlanningWatch

  func all() throws(PlanningStopped) -> [BreakEven] {
    guard outcomes.count > 1 else { return [] }
    var found = [BreakEven]()
    for input in BreakEven.Input.quick where input != .partnerRate || !model.partners.isEmpty {
      found.append(try search(input))
    }
    return found
  }

  /// Where backfills alone stop keeping the policy on the courses for which plans are made.
  func asIsMargin(_ judge: PolicyJudge) throws(PlanningStopped) -> AsIsMargin {
    func keeps(_ extra: Double) throws(PlanningStopped) -> Bool {
      let shifted = PolicyJudge(model, courses: courses.growing(by: extra), watch: watch)
      return try shifted.trial(of: judge.committed).violation <= 1e-6
    }
    let suffices = try judge.trial(of: judge.committed).violation <= 1e-6
    var inside = suffices ? 0.0 : Self.growthSearched.lowerBound
    var outside = suffices ? Self.growthSearched.upperBound : 0.0
    if suffices, try keeps(outside) { return .sufficesUpTo(extraGrowth: nil) }
    if !suffices, try !keeps(inside) { return .neverSuffices }
    for _ in 0..<6 {
      let middle = (inside + outside) / 2
      if try keeps(middle) { inside = middle } else { outside = middle }
    }
    return suffices ? .sufficesUpTo(extraGrowth: inside) : .needsLessGrowth(-inside)
  }

  private static let growthSearched = -0.3...0.5

  private func search(_ input: BreakEven.Input) throws(PlanningStopped) -> BreakEven {
    let neutral = input == .trafficGrowth ? 0.0 : 1
    let values: [Double] =
      input == .trafficGrowth
      ? [Self.growthSearched.lowerBound, Self.growthSearched.upperBound] : [0.5, 2.0]
    var nearest: (value: Double, instead: Int)?
    for end in values {
      guard let flip = try flip(input, from: neutral, to: end) else { continue }
      let isNearer = nearest.map { abs(flip.value - neutral) < abs($0.value - neutral) } ?? true
      if isNearer { nearest = flip }
    }
    return BreakEven(
      input: input, value: nearest?.value, instead: nearest.map { outcomes[$0.instead].strategy },
      searched: values[0]...values[1])
  }

  /// The first value on the way from `start` to `end` at which another plan is cheaper.
  private func flip(_ input: BreakEven.Input, from start: Double, to end: Double)
    throws(PlanningStopped) -> (value: Double, instead: Int)?
  {
    var inside = start
    for step in 1...3 {
      let value = start + (end - start) * Double(step) / 3
      guard try cheapest(input, at: value) != best else {
        inside = value
        continue
      }
      var outside = value
      for _ in 0..<6 {
        let middle = (inside + outside) / 2
        if try cheapest(input, at: middle) == best { inside = middle } else { outside = middle }
      }
      return (outside, try cheapest(input, at: outside))
    }
    return nil
  }

  /// The comparable plan of least cost in a changed world.
  ///
  /// Plans were compared by their mean over all futures; only the change is taken from the mean
  /// course, so that at today's value the order is the one that was found.
  private func cheapest(
    _ input: BreakEven.Input, at value: Double
  ) throws(PlanningStopped) -> Int {
    let changed = MeanValueRecursion(
      StaffingModel(input.applied(value, to: model.organization)))
    let future = input == .trafficGrowth ? courses.mean.growing(by: value) : courses.mean
    // Where two cost the same the recommended one stays.
    let comparable = [best] + Planner.comparable(outcomes).filter { $0 != best }
    var costs = [(index: Int, cost: Double)]()
    for index in comparable {
      let outcome = outcomes[index]
      try watch.willDo(.breakEvens, runs: 1)
      let change =
        changed.run(future: future, plan: outcome.plan).cost.total - outcome.expected.cost.total
      costs.append((index, outcome.meanCost + change))
    }
    return costs.min { $0.cost < $1.cost }?.index ?? best
  }
}

extension BreakEven.Input {
  /// The organisation in a world where this input is `value` times what it is.
  func applied(_ value: Double, to organization: Organization) -> Organization {
    var changed = organization
    switch self {
    case .trafficGrowth:
      break
    case .timeToFill:
      for level in changed.levels.indices {
        changed.levels[level].leadDays = changed.levels[level].leadDays.scaled(by: value)
      }
    case .attrition:
      for level in changed.levels.indices {
        let annual = changed.levels[level].attritionPerYear
        changed.levels[level].attritionPerYear = ThreePoint(
          low: min(0.99, annual.low * value), likely: min(0.99, annual.likely * value),
          high: min(0.99, annual.high * value))
      }
    case .partnerRate:
      for partner in changed.partners.indices {
        changed.partners[partner].ratePerHour = changed.partners[partner].ratePerHour.map {
          $0?.scaled(by: value)
        }
      }
    case .shortagePrice:
      for id in [AssumptionID.costShortageMultiplier, .costSlipMultiplier] {
        changed.assumptions.replace(
          id, with: organization.assumptions.row(id).value.scaled(by: value))
      }
    case .ramp:
      for level in changed.levels.indices {
        changed.levels[level].rampMonths = changed.levels[level].rampMonths.scaled(by: value)
      }
    case .loadedCost:
      changed.assumptions.replace(
        .costLoadedMultiplier,
        with: organization.assumptions.row(.costLoadedMultiplier).value.scaled(by: value))
    }
    return changed
  }
}

extension TrafficFuture {
  /// The same course with so much more growth a year, as a fraction.
  func growing(by extra: Double) -> TrafficFuture {
    func grown(_ rows: [[Double]]) -> [[Double]] {
      rows.map { row in
        row.enumerated().map { month, value in
          value * power(1 + extra, Double(month) / 12)
        }
      }
    }
    return TrafficFuture(mean: grown(mean), peak: grown(peak))
  }
}
