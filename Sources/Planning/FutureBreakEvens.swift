import Organization
package import Simulation

/// Finds where another of the compared plans would be recommended, and how well that is known.
///
/// The plans stay as they are; only the world changes. All plans are played in the same futures at
/// every value, so that luck which hits all of them cancels. [common random numbers; Glasserman & Yao
/// 1992]
package struct FutureBreakEvens: Sendable {
  private let plans: [(strategy: Strategy, plan: StaffingPlan)]
  private let base: FuturePlan
  private let best: Int
  private let watch: PlanningWatch
  private let perform: Pieces

  private var futures: Range<Int> {
    ExplainingFutures.numbers(most: 64, fewest: 16, teams: base.organization.teams.count)
  }

  /// - Parameters:
  ///   - plans: the compared ones.
  ///   - base: the futures of the world as it is; its own seats do not matter.
  ///   - best: index of the recommended plan.
  ///   - watch: follows the search and may end it.
  ///   - perform: does work whose pieces may be done at once.
  package init(
    _ plans: [(strategy: Strategy, plan: StaffingPlan)], base: FuturePlan, best: Int,
    watch: PlanningWatch = .none, perform: @escaping Pieces = onePieceAfterAnother
  ) {
    self.plans = plans
    self.base = base
    self.best = best
    self.watch = watch
    self.perform = perform
  }

  /// The break-even of each input.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  /// - Complexity: O(inputs × plans × futures), each some ten times.
  package func all() throws(PlanningStopped) -> [BreakEven] {
    guard plans.count > 1 else { return [] }
    let today = try point(.timeToFill, at: 1)
    let slack = Slack(today.verdicts, best: best)
    var found = [BreakEven]()
    for input in BreakEven.Input.allCases
    where input != .partnerRate || !base.organization.partners.isEmpty {
      found.append(try breakEven(of: input, today: today, slack))
    }
    return found
  }

  /// How much less traffic would have to grow for backfills alone to keep the policy as often as the
  /// recommended plan does with the growth that is expected.
  ///
  /// - Returns: `nil` where backfills alone are recommended or were not compared.
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  package func asIsMargin() throws(PlanningStopped) -> AsIsMargin? {
    guard plans[best].strategy != .asIs,
      let asIs = plans.firstIndex(where: { $0.strategy == .asIs })
    else { return nil }
    func kept(_ plan: Int, growth: Double) throws(PlanningStopped) -> Double {
      try verdicts(of: [plans[plan].plan], .trafficGrowth, at: growth)[0].kept
    }
    let aim = try kept(best, growth: 0) - Planner.aboutAsMuch
    var inside = BreakEven.Input.trafficGrowth.searched.lowerBound
    func keeps(_ growth: Double) throws(PlanningStopped) -> Bool {
      try kept(asIs, growth: growth) >= aim
    }
    guard try keeps(inside) else { return .neverSuffices }
    var outside = 0.0
    for _ in 0..<Self.halvings {
      let middle = (inside + outside) / 2
      if try keeps(middle) { inside = middle } else { outside = middle }
    }
    return .needsLessGrowth(-inside)
  }

  // MARK: One value

  /// All plans at one value of an input.
  private struct Point {
    var value: Double
    var verdicts: [PlanVerdict]
  }

  private func point(_ input: BreakEven.Input, at value: Double) throws(PlanningStopped) -> Point {
    Point(value: value, verdicts: try verdicts(of: plans.map(\.plan), input, at: value))
  }

  private func verdicts(
    of plans: [StaffingPlan], _ input: BreakEven.Input, at value: Double
  ) throws(PlanningStopped) -> [PlanVerdict] {
    try watch.willDo(.breakEvens, runs: futures.count * plans.count)
    let changed = base.changed(input.applied(value, to: base.organization))
    let world = input == .trafficGrowth ? changed.changed { $0.growing(by: value) } : changed
    return PlanVerdict.all(FutureJudges(plans, base: world), futures, perform: perform)
  }

  /// How much less near to the policy than the nearest a plan may come to be compared by its cost.
  private struct Slack {
    /// How much less the recommended plan keeps today than the most.
    ///
    /// It was compared by its cost, and what so few futures see of it is no reason not to.
    private var kept = 0.0
    /// How much more it misses today than the least.
    private var missed = 0.0
    private let best: Int

    init(_ verdicts: [PlanVerdict], best: Int) {
      self.best = best
      kept = Self.most(verdicts) - verdicts[best].kept
      missed = max(0, verdicts[best].missed - Self.least(near(verdicts)))
    }

    private static func most(_ verdicts: [PlanVerdict]) -> Double {
      verdicts.map(\.kept).max() ?? 0
    }

    private static func least(_ verdicts: [PlanVerdict]) -> Double {
      verdicts.map(\.missed).min() ?? 0
    }

    private func near(_ verdicts: [PlanVerdict]) -> [PlanVerdict] {
      verdicts.indices.filter { isNear($0, verdicts) }.map { verdicts[$0] }
    }

    private func isNear(_ plan: Int, _ verdicts: [PlanVerdict]) -> Bool {
      let short = Self.most(verdicts) - verdicts[plan].kept
      return short <= Planner.aboutAsMuch + (plan == best ? kept : 0) + 1e-9
    }

    func comparable(_ verdicts: [PlanVerdict]) -> [Int] {
      let usual = Planner.aboutAsLittle * (verdicts.map(\.missed).max() ?? 0)
      let least = Self.least(near(verdicts))
      return verdicts.indices.filter { plan in
        isNear(plan, verdicts)
          && verdicts[plan].missed <= least + usual + (plan == best ? missed : 0) + 1e-9
      }
    }
  }

  private func choice(_ point: Point, _ slack: Slack) -> Int {
    let comparable = slack.comparable(point.verdicts)
    // Where two cost the same the recommended one stays.
    let order = comparable.filter { $0 == best } + comparable.filter { $0 != best }
    return order.min { point.verdicts[$0].total < point.verdicts[$1].total } ?? best
  }

  // MARK: One input

  /// Where the choice flips.
  private struct Flip {
    var inside: Point
    var outside: Point
    var instead: Int
  }

  private static let halvings = 4
  private static let stepsToEachEnd = 2

  private func breakEven(
    of input: BreakEven.Input, today: Point, _ slack: Slack
  ) throws(PlanningStopped) -> BreakEven {
    let (neutral, searched) = (input.neutral, input.searched)
    let now = Point(value: neutral, verdicts: today.verdicts)
    var known = [now]
    var flips = [Flip]()
    let isClearToday = choice(now, slack) == best
    if !isClearToday {
      flips.append(Flip(inside: now, outside: now, instead: choice(now, slack)))
    }
    for end in [searched.lowerBound, searched.upperBound] {
      var inside = now
      var isOpen = isClearToday
      for step in 1...Self.stepsToEachEnd {
        let share = Double(step) / Double(Self.stepsToEachEnd)
        let next = try point(input, at: neutral + (end - neutral) * share)
        known.append(next)
        if isOpen, choice(next, slack) != best {
          flips.append(try narrowed(input, inside, next, slack, &known))
          isOpen = false
        }
        inside = next
      }
    }
    let searchedValues = known.sorted { $0.value < $1.value }
    let found = flips.map { ($0, value(of: $0, slack)) }
    guard let (flip, value) = found.min(by: { abs($0.1 - neutral) < abs($1.1 - neutral) }) else {
      return BreakEven(input: input, value: nil, instead: nil, searched: searched)
    }
    return BreakEven(
      input: input, value: value, instead: plans[flip.instead].strategy, searched: searched,
      interval: interval(around: value, flip, searchedValues, slack))
  }

  private func narrowed(
    _ input: BreakEven.Input, _ inside: Point, _ outside: Point, _ slack: Slack,
    _ known: inout [Point]
  ) throws(PlanningStopped) -> Flip {
    var (inside, outside) = (inside, outside)
    for _ in 0..<Self.halvings {
      let middle = try point(input, at: (inside.value + outside.value) / 2)
      known.append(middle)
      if choice(middle, slack) == best { inside = middle } else { outside = middle }
    }
    return Flip(inside: inside, outside: outside, instead: choice(outside, slack))
  }

  // MARK: How well it is known

  /// Whether cost decides between the recommended plan and the other, not how near they come.
  private func isByCost(_ flip: Flip, _ slack: Slack) -> Bool {
    [flip.inside, flip.outside].allSatisfy { point in
      let comparable = slack.comparable(point.verdicts)
      return comparable.contains(best) && comparable.contains(flip.instead)
    }
  }

  /// What the other plan has more of than the recommended one, future by future: cost, or months that
  /// keep the policy.
  private func difference(_ point: Point, _ other: Int, byCost: Bool) -> MeanEstimate {
    var paired = PairedDifference()
    let (a, b) = (point.verdicts[other], point.verdicts[best])
    for (one, two) in byCost ? zip(a.totals, b.totals) : zip(a.keptByFuture, b.keptByFuture) {
      paired.insert(one, two)
    }
    return paired.difference
  }

  /// The value at which it flips: where costs cross, on a line between the two nearest values.
  private func value(of flip: Flip, _ slack: Slack) -> Double {
    guard flip.inside.value != flip.outside.value else { return flip.inside.value }
    guard isByCost(flip, slack) else { return flip.outside.value }
    let a = difference(flip.inside, flip.instead, byCost: true).mean
    let b = difference(flip.outside, flip.instead, byCost: true).mean
    return Self.crossing((flip.inside.value, a), (flip.outside.value, b)) ?? flip.outside.value
  }

  /// Standard errors within which two plans cannot be told apart.
  private static let errors = 2.0

  /// Values around `value` at which the difference is within two standard errors of what it is there.
  private func interval(
    around value: Double, _ flip: Flip, _ known: [Point], _ slack: Slack
  ) -> ClosedRange<Double> {
    let byCost = isByCost(flip, slack)
    let level = byCost ? 0 : difference(flip.outside, flip.instead, byCost: false).mean
    let beyond = known.map { point -> (value: Double, height: Double) in
      let difference = difference(point, flip.instead, byCost: byCost)
      let error = Self.errors * (difference.standardError ?? 0)
      return (point.value, abs(difference.mean - level) - error)
    }
    func end(_ side: [(value: Double, height: Double)]) -> Double? {
      var last = (value: value, height: min(0, side.first?.height ?? 0))
      for point in side {
        if point.height > 0 { return Self.crossing(last, point) ?? last.value }
        last = point
      }
      return nil
    }
    let low = end(beyond.filter { $0.value < value }.reversed()) ?? known.first?.value ?? value
    let high = end(beyond.filter { $0.value > value }) ?? known.last?.value ?? value
    return min(low, value)...max(high, value)
  }

  /// Where a line through two points is 0; `nil` where it is not between them.
  private static func crossing(
    _ a: (value: Double, height: Double), _ b: (value: Double, height: Double)
  ) -> Double? {
    guard a.height != b.height, a.height * b.height <= 0 else { return nil }
    return a.value + (b.value - a.value) * a.height / (a.height - b.height)
  }
}

extension BreakEven.Input {
  /// Today's value.
  package var neutral: Double { self == .trafficGrowth ? 0 : 1 }

  /// The range in which a break-even is looked for.
  var searched: ClosedRange<Double> { self == .trafficGrowth ? -0.3...0.5 : 0.5...2 }
}
