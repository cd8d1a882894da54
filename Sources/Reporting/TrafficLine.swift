package import Organization
package import Simulation

/// One driver as a report shows it.
package struct TrafficLine: Sendable {
  var id: String
  var basis: String
  /// Relative to today, by month of the plan.
  var mean: [Double]
  var low: [Double]
  var high: [Double]

  /// The lines of an outlook, cut to the months of the plan.
  package static func all(_ outlook: TrafficOutlook, in organization: Organization) -> [TrafficLine]
  {
    zip(organization.drivers, outlook.drivers).map { driver, course in
      let months = organization.months
      return TrafficLine(
        id: driver.id, basis: basis(course.basis), mean: Array(course.mean.prefix(months)),
        low: Array(course.mean(quantile: 0.1).prefix(months)),
        high: Array(course.mean(quantile: 0.9).prefix(months)))
    }
  }

  static func basis(_ basis: DriverOutlook.Basis) -> String {
    switch basis {
    case .history(let history):
      let known = "\(NumberText.count(history.months, "month", "months")) of history"
      let own = "\(NumberText.signedPercent(history.growthPerYear)) a year by itself"
      guard let scenario = history.scenarioGrowth else { return "\(known), \(own)" }
      return "\(known), \(own); handed over to the model's \(range(scenario)) a year"
    case .growth(let growth, let isAssumed):
      return "\(isAssumed ? "assumed" : "given") growth of \(range(growth)) a year, no history"
    }
  }

  static func range(_ growth: ThreePoint) -> String {
    guard !growth.isExact else { return NumberText.signedPercent(growth.likely) }
    return
      "\(NumberText.signedPercent(growth.low)) to \(NumberText.signedPercent(growth.high)), likely \(NumberText.signedPercent(growth.likely))"
  }
}
