import Organization

/// What one course of traffic does to every service, whatever the plan.
///
/// Plans are played on the same few courses again and again, so this is worked out once for each.
package struct ServiceCourse: Sendable {
  /// Pages that come with traffic, relative to all of today's, by service and month.
  private let trafficPages: [Double]
  /// Toil relative to today's, by service and month.
  private let toil: [Double]
  /// Scaling steps by service.
  let scaling: [ScalingSchedule]
  private let months: Int

  init(_ model: StaffingModel, future: TrafficFuture) {
    precondition(future.months >= model.months || model.organization.drivers.isEmpty)
    let rules = model.rules
    months = model.months
    var trafficPages = [Double]()
    var toil = [Double]()
    for service in model.services {
      for month in 0..<model.months {
        let traffic = Self.index(of: service, in: future.mean, month: month)
        trafficPages.append((1 - rules.changeShare) * power(traffic, rules.trafficElasticity))
        toil.append(power(traffic, rules.toilExponent))
      }
    }
    self.trafficPages = trafficPages
    self.toil = toil
    scaling = model.services.map { service in
      ScalingSchedule(
        peaks: (0..<future.months).map { Self.index(of: service, in: future.peak, month: $0) },
        headroom: service.headroom, stepHours: service.scalingHours,
        leadMonths: rules.scalingLeadMonths, months: model.months)
    }
  }

  func trafficPages(_ service: Int, _ month: Int) -> Double {
    trafficPages[service * months + month]
  }

  func toil(_ service: Int, _ month: Int) -> Double { toil[service * months + month] }

  /// Expected pages of a service that has owners.
  func pages(
    of service: Int, in month: Int, backlog: Double, strains: [Strain], model: StaffingModel
  ) -> Double {
    let owners = model.services[service].owners
    let part = 1 / Double(owners.count)
    var change = 0.0
    var trouble = 0.0
    for owner in owners {
      change += part * strains[owner].change
      trouble += part * strains[owner].trouble
    }
    let activity = model.rules.changeShare * change + trafficPages(service, month)
    let late = scaling[service].late(in: month, backlog: backlog)
    return model.services[service].pagesPerMonth * activity * trouble
      * (1 + model.rules.scalingOverduePages * late)
  }

  /// Adds what a service needs this month to the demand of the teams that share it.
  ///
  /// - Parameters:
  ///   - service: which.
  ///   - month: of the plan.
  ///   - pages: that came.
  ///   - expected: pages that were to be expected.
  ///   - backlog: hours of scaling left from earlier months.
  ///   - model: the organisation.
  ///   - demands: by team.
  func ask(
    _ service: Int, in month: Int, pages: Double, expected: Double, backlog: Double,
    model: StaffingModel, demands: inout [Demand]
  ) {
    let owners = model.services[service].owners
    let part = 1 / Double(owners.count)
    let due = scaling[service].hours[month] + backlog
    let toil = toil(service, month)
    for owner in owners {
      demands[owner].add(service, of: model, part: part, pages: pages, toilFactor: toil)
      demands[owner].expectedPages += expected * part
      demands[owner].asked[.scaling] += due * part
    }
  }

  /// Hours of scaling that a month leaves for the next, where teams got `done` of theirs.
  func backlog(
    of service: Int, after month: Int, before backlog: Double, owners: [Int], done: [Double]
  ) -> Double {
    let due = scaling[service].hours[month] + backlog
    let share = owners.reduce(0) { $0 + done[$1] } / Double(owners.count)
    return max(0, due * (1 - share))
  }

  private static func index(of service: ServiceModel, in traffic: [[Double]], month: Int) -> Double
  {
    guard !service.traffic.isEmpty else { return 1 }
    return service.traffic.reduce(0) { $0 + $1.weight * traffic[$1.driver][month] }
  }
}
