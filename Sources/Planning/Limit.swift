package import Organization
package import Simulation

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
  fileprivate var position: Int {
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

/// The thresholds of all limits for one organisation.
package struct Limits: Sendable {
  /// In the order of `Limit.allCases`.
  private let thresholds: [Double]
  private let probabilities: [Double]
  private let layers: [Int]

  package init(_ organization: Organization) {
    let policy = organization.policy
    let a = organization.assumptions
    thresholds = Limit.allCases.map { limit in
      switch limit {
      case .coverage: policy.coverage.threshold
      case .seniorCoverage: policy.seniorCoverage.threshold
      case .onCallShare: policy.onCallShare.threshold
      case .burnout: policy.burnout.threshold
      case .minimumSeniors: Double(policy.minimumSeniors)
      case .neverOnCallShare: a[.oncallFailTimeShare]
      case .pagesPerShift: a[.oncallMaxPagesPer12Hours]
      case .weeklyHours: a[.hoursLegal]
      case .interruptions: a[.oncallInterruptionsLimit]
      case .nights: a[.oncallNightsPerWeek]
      case .adviceOnCallShare: a[.oncallMaxTimeShare]
      }
    }
    probabilities = Limit.allCases.map { limit in
      switch limit {
      case .coverage, .minimumSeniors: policy.coverage.probability
      case .seniorCoverage: policy.seniorCoverage.probability
      case .onCallShare: policy.onCallShare.probability
      case .burnout: policy.burnout.probability
      case .neverOnCallShare, .pagesPerShift, .weeklyHours, .interruptions, .nights,
        .adviceOnCallShare:
        1
      }
    }
    // Where nothing can page, nobody has to be on call.
    let owning = Set(organization.services.flatMap(\.owningTeams))
    layers = organization.teams.indices.map { team in
      owning.contains(team) ? organization.teams[team].rota?.layers ?? 0 : 0
    }
  }

  package func threshold(_ limit: Limit) -> Double { thresholds[limit.position] }

  /// How likely the policy wants the limit to hold; 1 for limits that are not its own.
  package func probability(_ limit: Limit) -> Double { probabilities[limit.position] }

  package func value(_ limit: Limit, of month: TeamMonth) -> Double {
    switch limit {
    case .coverage: month.quarterCoverage
    case .seniorCoverage: month.quarterSeniorCoverage
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare: month.onCallShare
    case .burnout: month.burnout
    case .minimumSeniors: month.headcount.atLeast(.senior)
    case .pagesPerShift: month.pagesPer12Hours
    case .weeklyHours: month.weeklyHours
    case .interruptions: month.freeTimeInterruptions
    case .nights: month.nightsPerWeek
    }
  }

  /// How far `month` is beyond the limit, relative to it; 0 where it holds.
  ///
  /// Limits on counts of people are judged on whole people: an expected 7.8 people are eight.
  package func excess(_ limit: Limit, of month: TeamMonth, team: Int) -> Double {
    let threshold = threshold(limit)
    switch limit {
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare:
      guard layers[team] > 0 else { return 0 }
      let needed = Double(layers[team]) / max(threshold, 1e-9)
      // At the very threshold "never" is already broken; below it whole people decide.
      let missing = needed.rounded(.up) - 0.5 - month.callReady
      return max(0, missing) / needed
    case .minimumSeniors:
      return max(0, threshold - 0.5 - month.headcount.atLeast(.senior)) / max(threshold, 1)
    case .nights:
      // Two nights a week is where the studies see the step; whole people decide here too.
      guard layers[team] > 0, month.nightsPerWeek >= threshold else { return 0 }
      let rounded = month.callReady.rounded()
      let nights = month.nightsPerWeek * month.callReady / max(1, rounded)
      return nights > threshold + 1e-9 ? (nights - threshold) / threshold : 0
    case .coverage, .seniorCoverage:
      return max(0, threshold - value(limit, of: month) - 1e-9) / max(threshold, 1e-9)
    case .burnout, .pagesPerShift, .weeklyHours, .interruptions:
      return max(0, value(limit, of: month) - threshold - 1e-9) / max(threshold, 1e-9)
    }
  }
}
