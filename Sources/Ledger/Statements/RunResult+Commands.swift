package import Organization
package import Planning
package import Simulation

extension RunResult {
  /// What `cadre forecast` found.
  ///
  /// - Parameters:
  ///   - outlook: what traffic may do.
  ///   - organization: whose traffic it is.
  ///   - driver: the only driver that was asked for; `nil` for all.
  ///   - document: the report as JSON.
  /// - Returns: what to record of it.
  package static func forecast(
    _ outlook: TrafficOutlook, of organization: Organization, driver: Int?, document: String
  ) -> RunResult {
    let last = organization.months - 1
    let drivers = organization.drivers.indices.filter { driver ?? $0 == $0 }
    return RunResult(
      document: document,
      figures: drivers.map { index in
        KeyFigure(
          "\(organization.drivers[index].id) in \(organization.start + last)",
          outlook.drivers[index].mean[last], unit: "times today")
      }, intervals: StatedInterval.traffic(outlook, of: organization, driver: driver).sound)
  }

  /// What `cadre simulate` found.
  package static func simulate(
    _ run: FuturesRun, strategy: String, traffic: TrafficOutlook, document: String
  ) -> RunResult {
    let (estimate, plan) = (run.estimate, run.judge.plan)
    let currency = plan.organization.currency
    return RunResult(
      document: document,
      figures: [
        KeyFigure("strategy", strategy), KeyFigure("seats", Double(plan.staffing.seats.count)),
        KeyFigure("policy kept", estimate[.policyKept].mean.mean, unit: "share"),
        KeyFigure("total cost", estimate[.total].mean.mean, unit: currency),
        KeyFigure("cash", estimate[.cash].mean.mean, unit: currency),
        KeyFigure("leavers", estimate[.leavers].mean.mean, unit: "people"),
      ],
      intervals: (StatedInterval.traffic(traffic, of: plan.organization)
        + StatedInterval.futures(run)
        + StatedInterval.timeToFill(plan.organization, seed: plan.seed)).sound)
  }

  /// What `cadre plan` recommends; ranges of pages and leavers only where futures were played.
  package static func plan(
    _ recommendation: Recommendation, traffic: TrafficOutlook, seed: UInt64, document: String
  ) -> RunResult {
    let organization = recommendation.organization
    let (best, currency) = (recommendation.recommended, organization.currency)
    var intervals = StatedInterval.traffic(traffic, of: organization)
    if let futures = recommendation.futures, futures.count > 0 {
      intervals += StatedInterval.futures(futures.runs[recommendation.best])
    }
    intervals += StatedInterval.timeToFill(organization, seed: seed)
    return RunResult(
      document: document,
      figures: [
        KeyFigure("strategy", best.strategy.rawValue),
        KeyFigure("seats", Double(recommendation.seats.count)),
        KeyFigure("policy kept", best.reliability.kept, unit: "share"),
        KeyFigure("total cost", best.cost.total, unit: currency),
        KeyFigure("cash", best.cost.cash, unit: currency),
        KeyFigure(
          "chance of being best", recommendation.probabilityOfBest[recommendation.best],
          unit: "share"),
      ], seats: recommendation.seats.map { RecordedSeat($0, in: organization) },
      intervals: intervals.sound)
  }
}

extension RecordedSeat {
  init(_ planned: PlannedSeat, in organization: Organization) {
    let seat = planned.seat
    let partner: String? =
      switch seat.source {
      case .inHouse: nil
      case .partner(let index): organization.partners[index].id
      }
    self.init(
      id: planned.id, team: organization.teams[seat.team].id,
      level: organization.levels[seat.level].id, partner: partner,
      open: organization.start + seat.openMonth,
      end: seat.endMonth.map { organization.start + ($0 - 1) })
  }
}

extension [StatedInterval] {
  /// Those whose numbers are numbers.
  fileprivate var sound: [StatedInterval] {
    filter { ($0.low + $0.median + $0.high + $0.probability + $0.aboveMedian).isFinite }
  }
}
