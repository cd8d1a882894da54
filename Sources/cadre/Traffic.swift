import Forecasting
import Organization
import Simulation

/// Projects the traffic of a model, with the words for what can go wrong.
enum Traffic {
  static func outlook(of organization: Organization, seed: UInt64) throws(Fault) -> TrafficOutlook {
    try told(organization) { () throws(ProjectionError) in
      try TrafficProjection(organization, seed: seed).outlook()
    }
  }

  static func explained(
    of organization: Organization, seed: UInt64
  ) throws(Fault) -> (outlook: TrafficOutlook, stories: [DriverStory?]) {
    try told(organization) { () throws(ProjectionError) in
      try TrafficProjection(organization, seed: seed).explained()
    }
  }

  static func backtests(of organization: Organization, seed: UInt64) throws(Fault) -> [Backtest?] {
    try told(organization) { () throws(ProjectionError) in
      try TrafficProjection(organization, seed: seed).backtests()
    }
  }

  private static func told<Result>(
    _ organization: Organization, _ project: () throws(ProjectionError) -> Result
  ) throws(Fault) -> Result {
    do {
      return try project()
    } catch {
      switch error {
      case .noUsableMonth(let driver):
        throw .insufficientData(
          "the history of driver '\(driver)' has no month before \(organization.start) "
            + "with enough days to forecast from")
      case .historyTooOld(let driver, let months):
        throw .insufficientData(
          "the history of driver '\(driver)' ends \(months) months before the plan starts; "
            + "bring newer data, or start the plan earlier")
      }
    }
  }
}
