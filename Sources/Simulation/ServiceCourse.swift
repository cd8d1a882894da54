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

  /// Works out the pages that are to be expected of every service if all of today's were its own;
  /// those without owners have none.
  ///
  /// - Parameters:
  ///   - month: of the plan.
  ///   - backlog: hours of scaling left from earlier months.
  ///   - strains: by team.
  ///   - gaps: what teams lack.
  ///   - model: the organisation.
  ///   - pages: by service.
  func expectPages(
    in month: Int, backlog: ScalingBacklog, strains: [Strain], gaps: CompetencyGaps,
    model: StaffingModel, into pages: inout [Double]
  ) {
    let rules = model.rules
    let expansion = model.expansion
    for service in model.services.indices {
      let part = model.ownership.part(of: service)
      var change = 0.0
      var trouble = 0.0
      for place in model.ownership.places(of: service) {
        let owner = model.ownership.team(at: place)
        change += part * strains[owner].change
        trouble += part * strains[owner].trouble * gaps.pages(at: place)
      }
      let traffic = trafficPages[model.mixOfService[service] * months + month]
      let late = scaling.late(service, in: month, backlog: backlog.steps[service])
      let changes = model.services[service].changeShare
      pages[service] =
        model.services[service].pagesPerMonth * (changes * change + (1 - changes) * traffic)
        * trouble * (1 + rules.scalingOverduePages * late)
      if let expansion {
        let late = expansion.late(service, in: month, backlog: backlog.openings[service])
        pages[service] *= 1 + rules.scalingOverduePages * late
      }
    }
  }

  /// Adds what every service needs this month to the demand of the teams that share it.
  ///
  /// - Parameters:
  ///   - month: of the plan.
  ///   - pages: by service, that came.
  ///   - expected: by service, that were to be expected.
  ///   - backlog: hours of scaling left from earlier months.
  ///   - gaps: what teams lack.
  ///   - model: the organisation.
  ///   - demands: by team.
  func ask(
    in month: Int, pages: [Double], expected: [Double], backlog: ScalingBacklog,
    gaps: CompetencyGaps,
    model: StaffingModel, demands: inout [Demand]
  ) {
    let (expansion, localHours) = (model.expansion, model.localHours)
    demands.withUnsafeMutableBufferPointer { demands in
      for service in model.services.indices {
        let part = model.ownership.part(of: service)
        var due = scaling.hours(of: service, in: month) + backlog.steps[service]
        if let expansion {
          due += expansion.latencyHours(of: service, in: month) + backlog.openings[service]
        }
        let toil = toil[model.mixOfService[service] * months + month]
        for place in model.ownership.places(of: service) {
          let owner = model.ownership.team(at: place)
          let effort = gaps.work(at: place)
          demands[owner].add(
            service, of: model, part: part, pages: pages[service], toilFactor: toil,
            effort: effort)
          demands[owner].expectedPages += expected[service] * part
          demands[owner].asked[.scaling] += due * part * effort
          if let expansion {
            demands[owner].asked[.compliance] +=
              expansion.complianceHours(of: service, in: month) * part
            demands[owner].asked[.upkeep] +=
              expansion.upkeepHours(of: service, in: month) * part * effort
          }
          localHours?.add(place, in: month, pages: pages[service] * part, to: &demands[owner])
        }
      }
    }
  }

  /// Leaves to the next month what teams have not done of this month's scaling.
  ///
  /// - Parameters:
  ///   - backlog: hours left; those of services without owners stay.
  ///   - month: of the plan.
  ///   - done: by team, the share of its scaling work that got done.
  ///   - model: the organisation.
  func carry(
    _ backlog: inout ScalingBacklog, after month: Int, done: [Double], model: StaffingModel
  ) {
    if let expansion = model.expansion {
      carry(&backlog.openings, done: done, model: model) {
        expansion.latencyHours(of: $0, in: month)
      }
    }
    carry(&backlog.steps, done: done, model: model) { scaling.hours(of: $0, in: month) }
  }

  @inline(__always)
  private func carry(
    _ backlog: inout [Double], done: [Double], model: StaffingModel, hours: (Int) -> Double
  ) {
    backlog.withUnsafeMutableBufferPointer { backlog in
      for service in backlog.indices {
        let owners = model.ownership.places(of: service)
        guard !owners.isEmpty else { continue }
        let due = hours(service) + backlog[service]
        guard due > 0 else {
          backlog[service] = 0
          continue
        }
        var share = 0.0
        for place in owners { share += done[model.ownership.team(at: place)] }
        backlog[service] = max(0, due * (1 - share / Double(owners.count)))
      }
    }
  }
}
