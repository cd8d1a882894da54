import Organization
import Simulation

/// Projects the traffic of a model, with the words for what can go wrong.
enum Traffic {
  static func outlook(of organization: Organization, seed: UInt64) throws(Fault) -> TrafficOutlook {
    do {
      return try TrafficProjection(organization, seed: seed).outlook()
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
