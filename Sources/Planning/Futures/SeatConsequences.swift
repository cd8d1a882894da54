import Organization
import Simulation

/// What breaks without each seat of a plan, and with each seat late, in futures.
///
/// One seat of every team is taken away at a time, so that as many plays are enough as the largest
/// team has seats. Teams touch each other only through recruiters and shared services.
struct SeatConsequences {
  let base: FuturePlan
  let plan: StaffingPlan
  let perform: Pieces
  let watch: PlanningWatch

  private var futures: Range<Int> {
    ExplainingFutures.numbers(most: 256, fewest: 96, teams: base.organization.teams.count)
  }

  /// By seat, in the order of the plan.
  func all() throws(PlanningStopped) -> (without: [Breach?], late: [Breach?]) {
    try SeatTrials(plan: plan, teams: base.organization.teams.count).consequences(outlook) {
      $0.worse(than: $1, team: $2)
    }
  }

  /// What breaks without each transfer, in the order of the plan.
  func withoutTransfers() throws(PlanningStopped) -> [Breach?] {
    try SeatTrials(plan: plan, teams: base.organization.teams.count).without(
      plan.transfers.map(\.to),
      dropping: { plan, dropped in
        plan.transfers = plan.transfers.indices.filter { !dropped.contains($0) }
          .map { plan.transfers[$0] }
      }, outlook
    ) { $0.worse(than: $1, team: $2) }
  }

  /// What breaks without each promotion, in the order of the plan.
  func withoutRises() throws(PlanningStopped) -> [Breach?] {
    try SeatTrials(plan: plan, teams: base.organization.teams.count).without(
      plan.rises.map(\.team),
      dropping: { plan, dropped in
        plan.rises = plan.rises.indices.filter { !dropped.contains($0) }.map { plan.rises[$0] }
      }, outlook
    ) { $0.worse(than: $1, team: $2) }
  }

  private func outlook(of plan: StaffingPlan) throws(PlanningStopped) -> DemandOutlook {
    try watch.willDo(.seats, runs: futures.count)
    let judge = FutureJudge(base.changed(staffing: plan))
    return DemandOutlook(
      FutureSample(judge, futures: futures, perform: perform), judge.limits,
      from: judge.firstMonth)
  }
}

/// How often the demands of the policy are kept, and how well, in a sample of futures.
struct DemandOutlook {
  private let sample: FutureSample
  private let limits: Limits
  private let firstMonth: Int

  init(_ sample: FutureSample, _ limits: Limits, from firstMonth: Int) {
    self.sample = sample
    self.limits = limits
    self.firstMonth = firstMonth
  }

  /// Share of futures that miss a demand in a month.
  private func missing(_ demand: TeamNeeds.Demand, _ team: Int, _ month: Int) -> Double {
    let gaps = sample.all(demand.gap, team: team, month: month)
    return Double(gaps.count { $0 > 1e-6 }) / Double(sample.count)
  }

  /// The demand that becomes harder to keep than in another outlook, and is missed too often.
  ///
  /// The one whose misses grow most; a difference that chance makes up is none.
  func worse(than before: DemandOutlook, team: Int) -> Breach? {
    var found: (growth: Double, breach: Breach)?
    for demand in TeamNeeds.Demand.allCases {
      let allowed = 1 - limits.probability(demand.limit)
      let months = (firstMonth..<max(firstMonth, sample.months)).filter {
        let now = missing(demand, team, $0)
        return now > allowed && now > before.missing(demand, team, $0) + 0.03
      }
      guard let first = months.first else { continue }
      let growth = months.map {
        missing(demand, team, $0) - before.missing(demand, team, $0)
      }
      let worst = zip(months, growth).max { $0.1 < $1.1 }?.0 ?? first
      let sum = growth.reduce(0, +)
      if sum > found?.growth ?? 0 {
        found = (
          sum,
          Breach(
            limit: demand.limit, team: team, firstMonth: first, worstMonth: worst,
            worstValue: value(demand, team, worst), threshold: limits.threshold(demand.limit),
            months: months.count, probability: missing(demand, team, worst))
        )
      }
    }
    return found?.breach
  }

  /// What is kept to as often as wanted.
  private func value(_ demand: TeamNeeds.Demand, _ team: Int, _ month: Int) -> Double {
    let wanted = limits.probability(demand.limit)
    let gaps = sample.all(demand.gap, team: team, month: month).sorted()
    let gap = Double(gaps[min(gaps.count - 1, Int(wanted * Double(gaps.count)))])
    let threshold = limits.threshold(demand.limit)
    switch demand {
    case .coverage, .seniorCoverage:
      let mean: FutureSample.Mean = demand == .coverage ? .asked : .seniorAsked
      let asked = demand.window(to: month).reduce(0) {
        $0 + sample.mean(mean, team: team, month: $1)
      }
      return threshold - gap / max(1, asked)
    case .onCallShare:
      let ready = limits.leastCallReady(team: team) - gap
      return limits.onCallShare(ready: ready, team: team)
    case .minimumSeniors: return threshold - 0.5 - gap
    case .burnout: return threshold + gap
    }
  }
}
