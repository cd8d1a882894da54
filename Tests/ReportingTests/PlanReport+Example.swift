import CadreTestSupport
import Organization

@testable import Planning
@testable import Reporting
@testable import Simulation

extension PlanReport {
  /// What is said of an organisation that nobody joins and whose traffic stays as it is, with findings of a test.
  static func example(
    _ example: ExampleOrganization, _ find: (inout Recommendation) -> Void
  ) -> PlanReport {
    let organization = example.organization
    let months = organization.months + 6
    let flat = [[Double](repeating: 1, count: months)]
    let driver = DriverOutlook(
      means: flat, peaks: flat, basis: .growth(ThreePoint(0), isAssumed: false))
    let traffic = TrafficOutlook(drivers: organization.drivers.map { _ in driver }, months: months)
    var found = Planner.recommend(for: organization, traffic: traffic, strategies: [.asIs])
    find(&found)
    return PlanReport(
      found, traffic: [], header: RunHeader(generator: "", seed: 1, inputs: []))
  }
}
