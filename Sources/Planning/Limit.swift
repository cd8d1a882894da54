package import Organization

/// Something that a team month must keep to.
package enum Limit: String, CaseIterable, Sendable {
  // Demands of the policy.
  case coverage
  case seniorCoverage = "senior-coverage"
  case onCallShare = "on-call-share"
  case burnout
  case minimumSeniors = "minimum-seniors"
  // Published limits that hold whatever the policy says.
  case neverOnCallShare = "on-call-share-never"
  case pagesPerShift = "pages-per-shift"
  case weeklyHours = "weekly-hours"
  case interruptions
  case nights
  // Advice from the same sources.
  case adviceOnCallShare = "on-call-share-advice"

  /// Its place among all limits, for tables.
  var position: Int {
    switch self {
    case .coverage: 0
    case .seniorCoverage: 1
    case .onCallShare: 2
    case .burnout: 3
    case .minimumSeniors: 4
    case .neverOnCallShare: 5
    case .pagesPerShift: 6
    case .weeklyHours: 7
    case .interruptions: 8
    case .nights: 9
    case .adviceOnCallShare: 10
    }
  }

  package enum Weight: String, Sendable {
    /// Demanded by the policy; a plan is built to hold it.
    case policy
    /// A published limit: a fact when it is broken.
    case published
    /// Worth knowing.
    case advice
  }

  package var weight: Weight {
    switch self {
    case .coverage, .seniorCoverage, .onCallShare, .burnout, .minimumSeniors: .policy
    case .neverOnCallShare, .pagesPerShift, .weeklyHours, .interruptions, .nights: .published
    case .adviceOnCallShare: .advice
    }
  }

  package var name: String {
    switch self {
    case .coverage: "coverage"
    case .seniorCoverage: "senior coverage"
    case .onCallShare: "time on call"
    case .burnout: "burned out"
    case .minimumSeniors: "seniors"
    case .neverOnCallShare: "time on call (never)"
    case .pagesPerShift: "pages per 12-hour shift"
    case .weeklyHours: "weekly hours"
    case .interruptions: "free-time interruptions a month"
    case .nights: "nights on call a week"
    case .adviceOnCallShare: "time on call (advice)"
    }
  }

  /// Whether more is better, as for coverage.
  package var isFloor: Bool {
    switch self {
    case .coverage, .seniorCoverage, .minimumSeniors: true
    case .onCallShare, .burnout, .neverOnCallShare, .pagesPerShift, .weeklyHours, .interruptions,
      .nights, .adviceOnCallShare:
      false
    }
  }

  /// Where the number comes from; `nil` for demands of the policy that the user set.
  package func citation(in organization: Organization) -> String? {
    let row: AssumptionID? =
      switch self {
      case .coverage, .seniorCoverage, .burnout, .minimumSeniors: nil
      case .onCallShare: .oncallWarnTimeShare
      case .neverOnCallShare: .oncallFailTimeShare
      case .pagesPerShift: .oncallMaxPagesPer12Hours
      case .weeklyHours: .hoursLegal
      case .interruptions: .oncallInterruptionsLimit
      case .nights: .oncallNightsPerWeek
      case .adviceOnCallShare: .oncallMaxTimeShare
      }
    return row.map { organization.assumptions.row($0).source }
  }
}
