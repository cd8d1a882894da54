extension Organization {
  /// Every estimate that has a range and that months are worked out with, always in the same order.
  ///
  /// Estimates of traffic are not among them, as these shape its courses; nor are assumptions that
  /// stand for parts of the model that were left out, as these have become estimates of the model,
  /// or assumptions about what the model does not have, such as competencies or dependencies.
  /// - Complexity: O(estimates).
  package var estimates: [Estimate] {
    var found = [Estimate]()
    func note(_ place: Estimate.Place, _ value: ThreePoint?) {
      guard let value, !value.isExact else { return }
      found.append(Estimate(place: place, value: value))
    }
    for id in AssumptionID.usedByMonths where asksFor(id) {
      note(.assumption(id), assumptions.row(id).value)
    }
    for (index, level) in levels.enumerated() {
      for part in Estimate.LevelPart.allCases { note(.level(index, part), level[part]) }
    }
    for (index, team) in teams.enumerated() {
      note(.roadmap(team: index), team.roadmapHoursPerMonth)
    }
    for (index, service) in services.enumerated() {
      for part in Estimate.ServicePart.allCases { note(.service(index, part), service[part]) }
    }
    for (index, partner) in partners.enumerated() {
      for (level, rate) in partner.ratePerHour.enumerated() {
        note(.rate(partner: index, level: level), rate)
      }
      for part in Estimate.PartnerPart.allCases { note(.partner(index, part), partner[part]) }
    }
    for part in Estimate.HiringPart.allCases { note(.hiring(part), hiring[part]) }
    for (index, region) in regions.enumerated() {
      // Where nobody is hired the market is of no use.
      let isMarket = teams.contains { $0.region == index }
      for part in Estimate.RegionPart.allCases where isMarket || part == .latencyWork {
        note(.region(index, part), region[part])
      }
    }
    for (index, work) in work.enumerated() { note(.work(index), work.size) }
    for (index, event) in events.enumerated() { note(.freeze(event: index), event.freezeDays) }
    return found
  }

  /// Puts a number in the place of an estimate.
  ///
  /// - Complexity: O(1) where nobody else holds the same organisation.
  package mutating func replace(_ place: Estimate.Place, with number: Double) {
    let value = ThreePoint(number)
    switch place {
    case .assumption(let id): assumptions.replace(id, with: value)
    case .level(let index, let part): levels[index][part] = value
    case .service(let index, let part): services[index][part] = value
    case .partner(let index, let part): partners[index][part] = value
    case .rate(let partner, let level): partners[partner].ratePerHour[level] = value
    case .roadmap(let team): teams[team].roadmapHoursPerMonth = value
    case .hiring(let part): hiring[part] = value
    case .region(let index, let part): regions[index][part] = value
    case .work(let index): work[index].size = value
    case .freeze(let event): events[event].freezeDays = value
    }
  }

  /// Whether the model has anything that an assumption is about; most are always needed.
  private func asksFor(_ id: AssumptionID) -> Bool {
    switch id {
    case .retentionPerStep: teams.contains { $0.retention.stepsAboveOrdinary != 0 }
    case .promotionPerYear: levels.contains { $0.promotedAfterMonths != nil }
    case .metricsPagesPerFailedChange:
      services.contains { $0.metrics.failedChangesPerMonth != nil }
    case .regionRecurringShare: regions.contains { $0.latencyHours != ThreePoint(0) }
    case .regionResidencyHours, .regionResidencyMonthly: regions.contains(where: \.hasResidency)
    case _ where id.isOfCompetencies: namesCompetencies
    case _ where id.isOfDependencies: services.contains { !$0.dependsOn.isEmpty }
    default: true
    }
  }
}
