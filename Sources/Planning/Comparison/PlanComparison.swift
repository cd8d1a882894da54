package import Simulation

/// Plans side by side: each in each scenario, all on the same luck.
package struct PlanComparison: Sendable {
  /// A plan that is compared.
  package struct Candidate: Sendable {
    package var name: String
    /// The strategy that it follows, as it is called.
    package var strategy: String
    package var staffing: StaffingPlan
    /// The scenario that it was made for; `nil` for a plan that was brought along.
    package var scenario: Int?

    package init(name: String, strategy: String, staffing: StaffingPlan, scenario: Int? = nil) {
      self.name = name
      self.strategy = strategy
      self.staffing = staffing
      self.scenario = scenario
    }
  }

  package let scenarios: [RobustScenario]
  package let candidates: [Candidate]
  /// By scenario: every candidate in the same futures.
  package private(set) var futures: [StrategyFutures]

  /// Months that are decided on first; what comes after them may wait for a sign.
  package static let decidedMonths = 3

  /// Prepares to play plans.
  ///
  /// - Parameters:
  ///   - candidates: at most eight.
  ///   - scenarios: with the same teams, levels, partners, drivers and months.
  ///   - seed: of the luck that all share.
  ///   - count: of futures to play of each plan in each scenario.
  package init(
    _ candidates: [Candidate], in scenarios: [RobustScenario], seed: UInt64, futures count: Int
  ) {
    self.candidates = candidates
    self.scenarios = scenarios
    futures = scenarios.map { scenario in
      StrategyFutures(
        candidates.map(\.staffing), rivals: candidates.count,
        base: FuturePlan(scenario.organization, traffic: scenario.traffic, seed: seed),
        futures: count)
    }
  }

  /// Takes in what was played of a scenario.
  package mutating func take(_ played: StrategyFutures, of scenario: Int) {
    futures[scenario] = played
  }

  // MARK: What came of it

  package func estimate(_ candidate: Int, in scenario: Int) -> FuturesEstimate {
    futures[scenario].runs[candidate].estimate
  }

  /// Share of team-months in which the policy holds as often as wanted.
  package func kept(_ candidate: Int, in scenario: Int) -> Double {
    let run = futures[scenario].runs[candidate]
    return run.estimate.keptAsOftenAsWanted(run.judge.limits)
  }

  /// The cheapest of the plans that come about as near to the policy as any does.
  package func best(in scenario: Int) -> Int {
    let near = Planner.comparable(
      kept: candidates.indices.map { kept($0, in: scenario) },
      missed: futures[scenario].runs.map { $0.estimate.shortfall($0.judge.limits) })
    return near.min {
      estimate($0, in: scenario)[.total].mean.mean < estimate($1, in: scenario)[.total].mean.mean
    } ?? 0
  }

  /// How much worse a plan does than the best there: total cost, and share of team-months.
  package func regret(
    _ candidate: Int, in scenario: Int
  ) -> (cost: MeanEstimate, kept: Double) {
    let best = best(in: scenario)
    return (
      futures[scenario].extraCost(candidate, than: best),
      max(0, kept(best, in: scenario) - kept(candidate, in: scenario))
    )
  }

  // MARK: What to decide

  /// A kind of seat, and how many of it each plan that was made for a scenario opens first.
  package struct FirstSeats: Sendable {
    package var team: Int
    package var level: Int
    package var source: SeatSource
    /// In the order of ``planned``.
    package var counts: [Int]

    /// As many as are right whichever scenario comes.
    package var common: Int { counts.min() ?? 0 }
  }

  /// The candidates that were made for a scenario; where there are none, all with seats.
  package var planned: [Int] {
    let made = candidates.indices.filter { candidates[$0].scenario != nil }
    return made.isEmpty
      ? candidates.indices.filter { !candidates[$0].staffing.seats.isEmpty } : made
  }

  /// What the plans open in the first months, by team, level and source.
  package var firstSeats: [FirstSeats] {
    var found = [FirstSeats]()
    let planned = planned
    for (place, candidate) in planned.enumerated() {
      for seat in candidates[candidate].staffing.seats where seat.openMonth < Self.decidedMonths {
        let known = found.firstIndex {
          $0.team == seat.team && $0.level == seat.level && $0.source == seat.source
        }
        if let known {
          found[known].counts[place] += 1
        } else {
          var counts = planned.map { _ in 0 }
          counts[place] = 1
          found.append(
            FirstSeats(team: seat.team, level: seat.level, source: seat.source, counts: counts))
        }
      }
    }
    return found.enumerated().sorted {
      ($0.element.team, $0.element.level, $0.offset) < (
        $1.element.team, $1.element.level, $1.offset
      )
    }.map(\.element)
  }

  /// What the plans decide later, and by which sign of traffic one tells which of them to follow; none
  /// unless plans were made for several scenarios.
  package var triggers: [Trigger] {
    let made = planned.filter { candidates[$0].scenario != nil }
    guard made.count > 1 else { return [] }
    return TriggerFinder(
      made.compactMap { candidates[$0].scenario.map { scenarios[$0] } },
      plans: made.map { candidates[$0].staffing }, decidedBefore: Self.decidedMonths
    ).triggers()
  }
}
