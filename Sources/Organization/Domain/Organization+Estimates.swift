extension Organization {
  /// Replaces every estimate that has a range and that months are worked out with.
  ///
  /// Estimates of traffic are not among them, as these shape its courses; nor are assumptions that
  /// stand for parts of the model that were left out, as these have become estimates of the model,
  /// or assumptions about competencies where no team names any.
  /// - Parameter replacement: called for each, always in the same order.
  /// - Complexity: O(estimates).
  package mutating func replaceEstimates(_ replacement: (Estimate) -> Double) {
    func replace(_ value: inout ThreePoint, at place: @autoclosure () -> Estimate.Place) {
      guard !value.isExact else { return }
      value = ThreePoint(replacement(Estimate(place: place(), value: value)))
    }
    for id in AssumptionID.usedByMonths where asksFor(id) {
      var value = assumptions.row(id).value
      guard !value.isExact else { continue }
      replace(&value, at: .assumption(id))
      assumptions.replace(id, with: value)
    }
    for index in levels.indices {
      replace(&levels[index].salaryPerYear, at: .level(index, .salary))
      replace(&levels[index].productivity, at: .level(index, .productivity))
      replace(&levels[index].rampMonths, at: .level(index, .ramp))
      replace(&levels[index].leadDays, at: .level(index, .lead))
      replace(&levels[index].attritionPerYear, at: .level(index, .attrition))
    }
    for index in teams.indices {
      guard var value = teams[index].roadmapHoursPerMonth, !value.isExact else { continue }
      replace(&value, at: .roadmap(team: index))
      teams[index].roadmapHoursPerMonth = value
    }
    for index in services.indices {
      replace(&services[index].headroom, at: .service(index, .headroom))
      replace(&services[index].automation, at: .service(index, .automation))
      if case .rate(var value) = services[index].pages, !value.isExact {
        replace(&value, at: .service(index, .pages))
        services[index].pages = .rate(value)
      }
      if var value = services[index].upkeepHoursPerMonth, !value.isExact {
        replace(&value, at: .service(index, .upkeep))
        services[index].upkeepHoursPerMonth = value
      }
      if var value = services[index].toilHoursPerMonth, !value.isExact {
        replace(&value, at: .service(index, .toil))
        services[index].toilHoursPerMonth = value
      }
      guard !services[index].metrics.isEmpty else { continue }
      if var value = services[index].metrics.hoursToRecover {
        replace(&value, at: .service(index, .timeToRecover))
        services[index].metrics.hoursToRecover = value
      }
      if var value = services[index].metrics.deploymentsPerMonth {
        replace(&value, at: .service(index, .deployments))
        services[index].metrics.deploymentsPerMonth = value
      }
      if var value = services[index].metrics.changeFailures {
        replace(&value, at: .service(index, .changeFailures))
        services[index].metrics.changeFailures = value
      }
    }
    for index in partners.indices {
      for level in partners[index].ratePerHour.indices {
        guard var value = partners[index].ratePerHour[level], !value.isExact else { continue }
        replace(&value, at: .rate(partner: index, level: level))
        partners[index].ratePerHour[level] = value
      }
      replace(&partners[index].leadMonths, at: .partner(index, .lead))
      replace(&partners[index].rampMonths, at: .partner(index, .ramp))
      replace(&partners[index].productivity, at: .partner(index, .productivity))
      replace(&partners[index].oversight, at: .partner(index, .oversight))
      replace(&partners[index].knowledgeLoss, at: .partner(index, .knowledgeLoss))
    }
    if var value = hiring.recruiters, !value.isExact {
      replace(&value, at: .hiring(.recruiters))
      hiring.recruiters = value
    }
    replace(&hiring.hiresPerRecruiterAndQuarter, at: .hiring(.hiresPerRecruiter))
    replace(&hiring.acceptance, at: .hiring(.acceptance))
    replace(&hiring.earlyExit, at: .hiring(.earlyExit))
    replace(&hiring.interviewHoursPerHire, at: .hiring(.interviews))
    replace(&hiring.costPerHire, at: .hiring(.cost))
  }

  /// Whether the model has anything that an assumption is about; most are always needed.
  private func asksFor(_ id: AssumptionID) -> Bool {
    switch id {
    case .retentionPerStep: teams.contains { $0.retention.stepsAboveOrdinary != 0 }
    case .promotionPerYear: levels.contains { $0.promotedAfterMonths != nil }
    case .metricsPagesPerFailedChange:
      services.contains { $0.metrics.failedChangesPerMonth != nil }
    case _ where id.isOfCompetencies: namesCompetencies
    default: true
    }
  }
}
