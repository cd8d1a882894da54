import CadreTestSupport
import Organization
import Simulation
import Testing

/// With nothing left to chance a future is the mean-value recursion, which is written differently.
@Suite struct WithoutChanceTests {
  @Test(arguments: 0..<200)
  func randomOrganizationsAgreeWithTheRecursion(seed: Int) {
    let random = RandomCase(seed: seed)
    var course = FutureCourse(random.futures(chances: []))
    course.play(seed)
    expectAgreement(course.result, random.run(), seed: seed)
  }

  /// The same where people rise, teams keep them well or badly and services are measured.
  @Test(arguments: 0..<100)
  func growingOrganizationsAgreeWithTheRecursion(seed: Int) {
    let random = PromotionTests.random(seed: seed)
    var course = FutureCourse(random.futures(chances: []))
    course.play(seed)
    expectAgreement(course.result, random.run(), seed: seed)
  }

  /// A future leaves nothing behind for the next one that is played on the same memory.
  @Test func futuresDoNotDependOnThoseBefore() {
    for seed in 0..<20 {
      let random = RandomCase(seed: seed)
      let plan = random.futures(chances: .all)
      var used = FutureCourse(plan)
      for replication in [7, 3, 11] { used.play(replication) }
      var fresh = FutureCourse(plan)
      fresh.play(11)
      for team in random.organization.teams.indices {
        for month in 0..<random.organization.months {
          #expect(used.result[team: team, month: month] == fresh.result[team: team, month: month])
        }
      }
    }
  }

  private func expectAgreement(_ future: Trajectory, _ recursion: Trajectory, seed: Int) {
    for team in 0..<recursion.teamCount {
      for month in 0..<recursion.months {
        let found = differences(
          future[team: team, month: month], recursion[team: team, month: month])
        if !found.isEmpty {
          Issue.record(
            "seed \(seed), team \(team), month \(month): \(found.joined(separator: ", "))")
          return
        }
      }
    }
  }
}
