import Organization

/// People who started in the same month; fractional, because it is an expectation.
struct Cohort: Sendable {
  /// Index into ``Organization/levels``.
  var level: Int
  /// Month of the plan of the first day, negative before it; `nil` where tenure is unknown.
  var start: Int?
  var count: Double
  /// Share that takes part in the rota.
  var onRota: Double
  /// Hired under the plan: may still leave early.
  var isHire: Bool
  /// Month of the last promotion, where a further one may follow.
  var levelSince: Int?
  /// Where she came from another team under the plan.
  var change: TeamChange?
}

/// What a team carries from month to month.
struct TeamState: Sendable {
  var cohorts: [Cohort] = []
  var condition: TeamCondition
  /// Requisitions that wait for a recruiter, by level.
  var waiting: [Double]
  /// Candidates who get an offer in the plan's months, all months of a level together.
  private var offers: [Double]
  /// Requisitions with a recruiter whose candidate has not started.
  private(set) var searching = 0.0
  private let months: Int

  init(_ team: Int, in model: StaffingModel) {
    months = model.months
    condition = TeamCondition(team, in: model)
    for member in model.teams[team].members {
      let start = member.tenureMonths.map { -$0 }
      let onRota = member.takesPager ? 1.0 : 0
      if let same = cohorts.firstIndex(where: {
        $0.level == member.level && $0.start == start && $0.onRota == onRota
      }) {
        cohorts[same].count += 1
      } else {
        cohorts.append(
          Cohort(level: member.level, start: start, count: 1, onRota: onRota, isHire: false))
      }
    }
    waiting = [Double](repeating: 0, count: model.levels.count)
    offers = [Double](repeating: 0, count: months * model.levels.count)
  }

  var inHouse: Double { cohorts.reduce(0) { $0 + $1.count } }

  /// Requisitions that wait for a recruiter or search.
  var openRequisitions: Double { waiting.reduce(searching, +) }

  /// Lets `count` requisitions search until `month`, which may lie after the plan.
  mutating func search(_ count: Double, level: Int, until month: Int) {
    searching += count
    if month < months { offers[level * months + month] += count }
  }

  /// Keeps a requisition open until somebody begins who has accepted.
  mutating func expectStarter() { searching += 1 }

  /// Closes the requisition of somebody who was expected.
  mutating func beginExpected() { searching = max(0, searching - 1) }

  /// The candidates who get an offer in `month`; they no longer search.
  mutating func takeOffers(level: Int, in month: Int) -> Double {
    let count = offers[level * months + month]
    searching = max(0, searching - count)
    return count
  }
}
