import Organization

/// What one course of traffic does to every service, whatever the plan.
///
/// Plans are played on the same few courses again and again, so this is worked out once for each.
package struct ServiceCourse: Sendable {
  /// Pages that come with traffic, relative to today's such pages, by traffic mix and month.
  private var trafficPages: [Double] = []
  /// Toil relative to today's, by traffic mix and month.
  private var toil: [Double] = []
  private(set) var scaling: ScalingSchedules
  private let months: Int

  init(_ model: StaffingModel, future: TrafficFuture) {
    precondition(future.months >= model.months || model.organization.drivers.isEmpty)
    let rules = model.rules
    months = model.months
    trafficPages.reserveCapacity(model.mixes.count * months)
    toil.reserveCapacity(model.mixes.count * months)
    for mix in model.mixes {
      for month in 0..<months {
        let traffic = Self.index(of: mix, in: future.mean, month: month)
        trafficPages.append(power(traffic, rules.trafficElasticity))
        toil.append(power(traffic, rules.toilExponent))
      }
    }
    let peaks = model.mixes.map { mix in
      (0..<future.months).map { Self.index(of: mix, in: future.peak, month: $0) }
    }
    scaling = ScalingSchedules(months: months, services: model.services.count)
    for service in model.services.indices {
      scaling.add(
        peaks: peaks[model.mixOfService[service]], headroom: model.services[service].headroom,
        stepHours: model.services[service].scalingHours, leadMonths: rules.scalingLeadMonths)
    }
  }

  private static func index(of mix: [TrafficShare], in traffic: [[Double]], month: Int) -> Double {
    guard !mix.isEmpty else { return 1 }
    return mix.reduce(0) { $0 + $1.weight * traffic[$1.driver][month] }
  }

  /// Expected pages of a service that has owners, if all of today's were its own.
  func pages(
    of service: Int, in month: Int, backlog: Double, strains: [Strain], gaps: CompetencyGaps,
    model: StaffingModel
  ) -> Double {
    let owners = model.ownership.places(of: service)
    let part = 1 / Double(owners.count)
    var change = 0.0
    var trouble = 0.0
    for place in owners {
      let owner = model.ownership.team(at: place)
      change += part * strains[owner].change
      trouble += part * strains[owner].trouble * gaps.pages(at: place)
    }
    let traffic = trafficPages[model.mixOfService[service] * months + month]
    let late = scaling.late(service, in: month, backlog: backlog)
    let changes = model.services[service].changeShare
    return model.services[service].pagesPerMonth * (changes * change + (1 - changes) * traffic)
      * trouble * (1 + model.rules.scalingOverduePages * late)
  }

  /// Adds what a service needs this month to the demand of the teams that share it.
  ///
  /// - Parameters:
  ///   - service: which.
  ///   - month: of the plan.
  ///   - pages: that came.
  ///   - expected: pages that were to be expected.
  ///   - backlog: hours of scaling left from earlier months.
  ///   - gaps: what teams lack.
  ///   - model: the organisation.
  ///   - demands: by team.
  func ask(
    _ service: Int, in month: Int, pages: Double, expected: Double, backlog: Double,
    gaps: CompetencyGaps, model: StaffingModel, demands: inout [Demand]
  ) {
    let owners = model.ownership.places(of: service)
    let part = 1 / Double(owners.count)
    let due = scaling.hours(of: service, in: month) + backlog
    let toil = toil[model.mixOfService[service] * months + month]
    for place in owners {
      let owner = model.ownership.team(at: place)
      let effort = gaps.work(at: place)
      demands[owner].add(
        service, of: model, part: part, pages: pages, toilFactor: toil, effort: effort)
      demands[owner].expectedPages += expected * part
      demands[owner].asked[.scaling] += due * part * effort
    }
  }

  /// Hours of scaling that a month leaves for the next, where teams got `done` of theirs.
  func backlog(
    of service: Int, after month: Int, before backlog: Double, model: StaffingModel, done: [Double]
  ) -> Double {
    let due = scaling.hours(of: service, in: month) + backlog
    guard due > 0 else { return 0 }
    let owners = model.ownership.places(of: service)
    var share = 0.0
    for place in owners { share += done[model.ownership.team(at: place)] }
    return max(0, due * (1 - share / Double(owners.count)))
  }
}
