extension Assumptions {
  /// How an override of a row is written, and within which range.
  package static func quantity(of id: AssumptionID) -> Quantity {
    switch id {
    case .shapePlatformLowersToil, .shapeReliabilityLowersPages:
      Quantity(kind: .share, range: 0...0.95)
    case .timeWorkingDaysPerYear: Quantity(kind: .number, range: 1...366)
    case .timeHoursPerDay: Quantity(kind: .number, range: 0.5...24)
    case .competencyGapWork, .competencyGapPages: Quantity(kind: .number, range: 1...100)
    case .trafficGrowthPerYear: Quantity(kind: .share, range: -0.9...10)
    case .trafficPeakToMean: Quantity(kind: .number, range: 1...1_000)
    case .trafficHandoverMonths: Quantity(kind: .number, range: 0.01...1_000)
    case .levelMidSalaryEur: Quantity(kind: .number, range: 100...100_000_000)
    case .policyProbability: Quantity(kind: .share, range: 0.01...1)
    case .hiringHiresPerRecruiter: Quantity(kind: .number, range: 0.01...1_000)
    default:
      Quantity(kind: isFraction(id) ? .share : .number, range: isFraction(id) ? 0...1 : 0...100_000)
    }
  }

  /// Whether the row's unit is a share of something; the names follow a rule that a test checks.
  private static func isFraction(_ id: AssumptionID) -> Bool {
    let name = id.rawValue
    return name.hasSuffix("_share") || name.hasPrefix("work.share_") || name == "hiring.acceptance"
      || name == "hiring.early_exit" || name == "policy.coverage"
      || name == "policy.senior_coverage" || name == "policy.burnout"
      || name == "turnover.per_year" || name == "promotion.per_year"
      || name == "retention.per_step" || name == "metrics.safe_saturation"
      || name.hasPrefix("metrics.slo_") || name.hasPrefix("reliability.floor_")
      || name.hasPrefix("partner.knowledge_loss") || name.hasPrefix("time.communication_per_team")
      || name.hasPrefix("time.communication_per_platform")
  }
}
