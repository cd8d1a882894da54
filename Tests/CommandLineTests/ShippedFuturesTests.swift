import CadreTestSupport
import Organization
import Planning
import Simulation
import Testing

@testable import cadre

/// With nothing left to chance the shipped models' futures are the recursion that plans rest on.
@Suite struct ShippedFuturesTests {
  @Test(arguments: Shipped.names, [false, true])
  func futuresWithoutChanceAreTheRecursion(name: String, isPlanned: Bool) throws {
    let path = Shipped.model(name)
    let organization = try Models.load(
      path: path, scenario: nil, files: DiskFiles(model: path)
    ).organization
    let traffic = try Traffic.outlook(of: organization, seed: 1)
    var staffing = StaffingPlan.asIs
    if isPlanned {
      staffing =
        Planner.recommend(for: organization, traffic: traffic, strategies: [.hybrid])
        .recommended.plan
    }
    var course = FutureCourse(
      FuturePlan(organization, traffic: traffic, staffing: staffing, seed: 1, chances: []))
    course.play(0)
    let recursion = MeanValueRecursion(StaffingModel(organization))
      .run(future: traffic.mean, plan: staffing)
    for team in organization.teams.indices {
      for month in 0..<organization.months {
        let found = differences(
          course.result[team: team, month: month], recursion[team: team, month: month])
        #expect(found.isEmpty, "team \(team), month \(month): \(found)")
      }
    }
  }
}
