import Organization
import Simulation

extension StatedInterval {
  /// What an outlook says of each driver that has a history, by month of the plan; the others are
  /// relative to a level that nobody knows.
  static func traffic(
    _ outlook: TrafficOutlook, of organization: Organization, driver only: Int? = nil
  ) -> [StatedInterval] {
    organization.drivers.indices.flatMap { index -> [StatedInterval] in
      let course = outlook.drivers[index]
      guard only ?? index == index, case .history(let history) = course.basis,
        let today = history.todaysMean
      else { return [] }
      let (low, median) = (course.mean(quantile: 0.1), course.mean(quantile: 0.5))
      let high = course.mean(quantile: 0.9)
      return (0..<organization.months).map { month in
        StatedInterval(
          quantity: .traffic, subject: organization.drivers[index].id,
          start: organization.start + month, months: 1, low: low[month] * today,
          median: median[month] * today, high: high[month] * today)
      }
    }
  }
}
