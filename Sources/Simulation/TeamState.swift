import Organization

/// People who started in the same month; fractional, because it is an expectation.
struct Cohort {
  /// Month of the plan of the first day, negative before it; `nil` where tenure is unknown.
  var start: Int?
  var count: Double
  /// Share that takes part in the rota.
  var onRota: Double
  /// Hired under the plan: may still leave early.
  var isHire: Bool
}

/// Seats of one partner in one team that began together.
struct PartnerCohort {
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
struct TeamState {
  /// By level.
  var cohorts: [[Cohort]]
  var partners: [PartnerCohort]
  /// Requisitions that wait for a recruiter, by level.
  var waiting: [Double]
  /// Candidates who get an offer, by level and month.
  var offers: [[Double]]
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
    let months = model.months
    cohorts = [[Cohort]](repeating: [], count: model.levels.count)
    for member in model.teams[team].members {
      let start = member.tenureMonths.map { -$0 }
      let onRota = member.takesPager ? 1.0 : 0
      if let same = cohorts[member.level].firstIndex(where: {
        $0.start == start && $0.onRota == onRota
      }) {
        cohorts[member.level][same].count += 1
      } else {
        cohorts[member.level].append(
          Cohort(start: start, count: 1, onRota: onRota, isHire: false))
      }
    }
    partners = organization.partners.enumerated().flatMap { index, partner in
      partner.engaged.filter { $0.team == team }.map {
        PartnerCohort(
          partner: index, level: $0.level, start: -120, end: nil, count: Double($0.count))
      }
    }
    waiting = [Double](repeating: 0, count: model.levels.count)
    offers = [[Double]](
      repeating: [Double](repeating: 0, count: months), count: model.levels.count)
    interviewHours = [Double](repeating: 0, count: months)
    knowledge = [Double](repeating: 0, count: organization.partners.count)
  }

  var inHouse: Double {
    cohorts.reduce(0) { sum, level in level.reduce(sum) { $0 + $1.count } }
  }

  /// Requisitions open after `month`: waiting or searching.
  func openRequisitions(after month: Int) -> Double {
    var open = waiting.reduce(0, +)
    for level in offers where month + 1 < level.count {
      for later in level[(month + 1)...] { open += later }
    }
    return open
  }
}
