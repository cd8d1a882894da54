import Organization

/// How a service's own measurements move what its pages come from and what each costs.
struct PageFactors {
  private let changeShare: Double
  private let pagesPerFailedChange: Double
  private let effortHours: Double
  private let handlingHours: Double
  /// Whether the model sets the number itself, so that no measurement moves it.
  private let isChangeShareSet: Bool
  private let isEffortSet: Bool

  init(_ assumptions: Assumptions) {
    changeShare = assumptions[.incidentsChangeShare]
    pagesPerFailedChange = assumptions[.metricsPagesPerFailedChange]
    effortHours = assumptions[.oncallEffortHoursPerPage]
    handlingHours = assumptions[.oncallHandlingMinutes] / 60
    isChangeShareSet = assumptions.row(.incidentsChangeShare).isOverridden
    isEffortSet = assumptions.row(.oncallEffortHoursPerPage).isOverridden
  }

  /// Share of a service's pages that comes with changes: those that its failed changes make, at most
  /// all; the assumption where deployments or failures are unknown.
  func changeShare(_ metrics: ServiceMetrics, pagesPerMonth: Double) -> Double {
    guard !isChangeShareSet, pagesPerMonth > 0, let failed = metrics.failedChangesPerMonth else {
      return changeShare
    }
    return clamp(failed * pagesPerFailedChange / pagesPerMonth, 0, 1)
  }

  /// What a page of a service costs relative to the assumption: its own time to recover takes the
  /// place of the usual time to handle a page, and what follows up stays.
  func effortFactor(_ metrics: ServiceMetrics) -> Double {
    guard !isEffortSet, effortHours > 0, let hours = metrics.hoursToRecover?.mean else { return 1 }
    return (max(0, effortHours - handlingHours) + hours) / effortHours
  }
}
