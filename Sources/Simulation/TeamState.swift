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
}

/// Seats of one partner in one team that began together.
struct PartnerCohort: Sendable {
  var partner: Int
  var level: Int
  /// Month of the plan of the first working day; far in the past for seats that work today.
  var start: Double
  var end: Int?
  var count: Double

  /// Share of `month` that is worked.
  func presence(in month: Int) -> Double {
    if let end, month >= end { return 0 }
    return clamp(Double(month + 1) - start, 0, 1)
  }
}

/// What a team carries from month to month.
struct TeamState: Sendable {
  var cohorts: [Cohort] = []
  var partners: [PartnerCohort]
  /// Requisitions that wait for a recruiter, by level.
  var waiting: [Double]
  /// Candidates who get an offer in the plan's months, all months of a level together.
  private var offers: [Double]
  /// Requisitions with a recruiter whose candidate has not started.
  private(set) var searching = 0.0
  private let months: Int
  /// Interview hours already committed, by month.
  var interviewHours: [Double]
  var burnout = 0.0
  var debtHours = 0.0
  /// Work missing relative to capacity, last month.
  var pressure = 0.0
  var missedRoadmapHours = 0.0
  /// Hours of knowledge that only each partner has.
  var knowledge: [Double]

  init(_ team: Int, in model: StaffingModel) {
    let organization = model.organization
    months = model.months
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
    partners = organization.partners.enumerated().flatMap { index, partner in
      partner.engaged.filter { $0.team == team }.map {
        PartnerCohort(
          partner: index, level: $0.level, start: -120, end: nil, count: Double($0.count))
      }
    }
    waiting = [Double](repeating: 0, count: model.levels.count)
    offers = [Double](repeating: 0, count: months * model.levels.count)
    interviewHours = [Double](repeating: 0, count: months)
    // Seats that work today have been there long enough to know what a seat gets to know.
    knowledge = organization.partners.map { partner in
      partner.engaged.reduce(0) {
        $0 + ($1.team == team ? Double($1.count) * model.rules.knowledgeHours * 12 : 0)
      }
    }
  }

  var inHouse: Double { cohorts.reduce(0) { $0 + $1.count } }

  /// Requisitions that wait for a recruiter or search.
  var openRequisitions: Double { waiting.reduce(searching, +) }

  /// Lets `count` requisitions search until `month`, which may lie after the plan.
  mutating func search(_ count: Double, level: Int, until month: Int) {
    searching += count
    if month < months { offers[level * months + month] += count }
  }

  /// The candidates who get an offer in `month`; they no longer search.
  mutating func takeOffers(level: Int, in month: Int) -> Double {
    let count = offers[level * months + month]
    searching = max(0, searching - count)
    return count
  }
}
