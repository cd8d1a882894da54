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

  private static func index(of service: ServiceModel, in traffic: [[Double]], month: Int) -> Double
  {
    guard !service.traffic.isEmpty else { return 1 }
    return service.traffic.reduce(0) { $0 + $1.weight * traffic[$1.driver][month] }
  }
}
