extension AssumptionID {
  /// The assumptions that months of a plan are worked out with and that nobody knows exactly.
  ///
  /// Not among them are limits, contracts and prices that are put on missing work: these are decided,
  /// not estimated.
  package static let usedByMonths: [AssumptionID] = allCases.filter { id in
    switch id.rawValue.prefix(while: { $0 != "." }) {
    case "time", "work", "incidents", "burnout", "guidance", "competency": true
    case "region": id != .regionPreparationMonths
    case "turnover": id != .turnoverPerYear
    default: others.contains(id)
    }
  }

  /// Whether it counts only where a team says what its people know.
  package var isOfCompetencies: Bool { rawValue.hasPrefix("competency.") }

  /// Whether it is about what failures of services do to those that depend on them.
  package var isOfDependencies: Bool { rawValue.hasPrefix("incidents.spread") }

  private static let others: Set<AssumptionID> = [
    .oncallEffortHoursPerPage, .oncallHandlingMinutes, .hoursOvertimeAbsorbed, .hoursOvertimeMax,
    .hoursRoadmapPressure, .rampStartOutput, .rampMonthsToOnCall, .rampDocumentationEffect,
    .rampTransfer,
    .hiringLeadTimeSpread, .partnerExtraCost, .partnerKnowledgeHours,
    .partnerKnowledgeLossDocumented, .costLoadedMultiplier, .retentionPerStep, .promotionPerYear,
    .metricsPagesPerFailedChange, .shapePlatformLowersToil, .shapeReliabilityLowersPages,
    .shapeFoundingMonths,
  ]
}
