import Organization
package import Simulation

/// How well a service does under a plan, quarter by quarter, against what is aimed at.
package struct ServiceScore: Hashable, Sendable {
  /// A target that is missed today.
  package enum Miss: Hashable, Sendable {
    case errorRate(Double, target: Double)
    /// In seconds.
    case slowness(Double, target: Double)
    case saturation(Double, target: Double)
  }

  /// Three months of a service, or what is left of the plan.
  package struct Quarter: Hashable, Sendable {
    package var firstMonth: Int
    /// Expected; `nil` where no team owns the service, so that nobody counts them.
    package var pages: Double?
    /// Share of the quarter's error budget that is spent; `nil` where there is no budget.
    package var budgetSpent: Double?
    /// Money for infrastructure; `nil` where the model does not say what it costs.
    package var cost: Double?
    /// Money a month for as much traffic as there is today.
    package var costPerTraffic: Double?
  }

  /// Index into ``Organization/services``.
  package var service: Int
  package var slo: Double
  package var isSLOGiven: Bool
  package var hoursToRecover: Double
  package var missesToday: [Miss]
  package var quarters: [Quarter]

  /// The first quarter that spends more than its error budget.
  package var firstOverspent: Quarter? { quarters.first { ($0.budgetSpent ?? 0) > 1 } }

  /// The scores of all services under what a plan leads to.
  ///
  /// - Parameters:
  ///   - model: the organisation.
  ///   - expected: what the plan leads to.
  ///   - traffic: the course on which it does.
  /// - Returns: one for each service, in their order.
  /// - Complexity: O(services × months).
  package static func all(
    _ model: StaffingModel, expected: Trajectory, traffic: TrafficFuture
  ) -> [ServiceScore] {
    model.services.indices.map { score(of: $0, model, expected, traffic) }
  }

  private static func score(
    of index: Int, _ model: StaffingModel, _ expected: Trajectory, _ traffic: TrafficFuture
  ) -> ServiceScore {
    let service = model.organization.services[index]
    let targets = ServiceTargets(service, in: model.organization.assumptions)
    let pages = expected.pages(ofService: index)
    let quarters = Quarters.all(of: model.months).map { months in
      var quarter = Quarter(firstMonth: months.lowerBound)
      if !model.services[index].owners.isEmpty {
        let expected = pages[months].reduce(0, +)
        quarter.pages = expected
        quarter.budgetSpent = targets.budgetSpent(
          pages: expected, today: model.services[index].pagesPerMonth * Double(months.count),
          months: months.count)
      }
      let levels = months.map { model.services[index].trafficIndex(in: traffic, month: $0) }
      quarter.cost = service.metrics.costPerMonth.map { today in
        levels.reduce(0) { $0 + today * power($1, targets.costExponent) }
      }
      let all = levels.reduce(0, +)
      quarter.costPerTraffic = all > 0 ? quarter.cost.map { $0 / all } : nil
      return quarter
    }
    return ServiceScore(
      service: index, slo: targets.slo, isSLOGiven: service.metrics.slo != nil,
      hoursToRecover: targets.hoursToRecover, missesToday: targets.missesToday,
      quarters: quarters)
  }
}
