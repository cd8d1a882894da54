import Organization

/// What one course of traffic does to every service, whatever the plan.
///
/// Plans are played on the same few courses again and again, so this is worked out once for each.
package struct ServiceCourse: Sendable {
  /// Pages that come with traffic, relative to all of today's, by traffic mix and month.
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
        trafficPages.append((1 - rules.changeShare) * power(traffic, rules.trafficElasticity))
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

  /// Expected pages of a service that has owners.
  func pages(
    of service: Int, in month: Int, backlog: Double, strains: [Strain], model: StaffingModel
  ) -> Double {
    let part = model.ownership.part(of: service)
    var change = 0.0
    var trouble = 0.0
    for place in model.ownership.places(of: service) {
      let owner = model.ownership.team(at: place)
      change += part * strains[owner].change
      trouble += part * strains[owner].trouble
    }
    let traffic = trafficPages[model.mixOfService[service] * months + month]
    let late = scaling.late(service, in: month, backlog: backlog)
    return model.services[service].pagesPerMonth * (model.rules.changeShare * change + traffic)
      * trouble * (1 + model.rules.scalingOverduePages * late)
  }

  /// Adds what a service needs this month to the demand of one of the teams that share it.
  ///
  /// - Parameters:
  ///   - service: which.
  ///   - month: of the plan.
  ///   - pages: that came.
  ///   - expected: pages that were to be expected.
  ///   - backlog: hours of scaling left from earlier months.
  ///   - model: the organisation.
  ///   - demand: of the team.
  func ask(
    _ service: Int, in month: Int, pages: Double, expected: Double, backlog: Double,
    model: StaffingModel, demand: inout Demand
  ) {
    let part = model.ownership.part(of: service)
    let due = scaling.hours(of: service, in: month) + backlog
    let toil = toil[model.mixOfService[service] * months + month]
    demand.add(service, of: model, part: part, pages: pages, toilFactor: toil)
    demand.expectedPages += expected * part
    demand.asked[.scaling] += due * part
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
